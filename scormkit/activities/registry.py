"""Which kinds of activity there are: the folders beside this file, and those that other packages add."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, reduce
from importlib import import_module
from importlib.metadata import entry_points
from operator import or_
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field

from scormkit.activities import contract
from scormkit.activities.contract import Kind, Section

ENTRY_POINT_GROUP = "scormkit.activities"


@cache
def kinds() -> MappingProxyType[str, Kind]:
    """All kinds by name, in alphabetical order. Raises ValueError where two packages claim one name."""
    here = import_module("scormkit.activities")
    own = [import_module(f"{here.__name__}.{m.name}").KIND for m in iter_modules(here.__path__) if m.ispkg]
    others = [point.load() for point in entry_points(group=ENTRY_POINT_GROUP)]
    found: dict[str, Kind] = {}
    for kind in sorted([*own, *others], key=lambda k: k.name):
        if kind.name in found:
            raise ValueError(
                f"two kinds of activity are called {kind.name!r}: {found[kind.name].package}, {kind.package}"
            )
        found[kind.name] = kind
    return MappingProxyType(found)


@cache
def complete() -> None:
    """Let every `Section` hold every kind of activity: possible only once all kinds are there."""
    union: Any = Annotated[reduce(or_, [kind.model for kind in kinds().values()]), Field(discriminator="kind")]
    vars(contract)["AnyActivity"] = union
    for model in [*_subclasses(Section), *(kind.model for kind in kinds().values())]:
        model.model_rebuild(force=True, _types_namespace={"AnyActivity": union})


def _subclasses(model: type[Any]) -> Iterator[type[Any]]:
    yield model
    for each in model.__subclasses__():
        yield from _subclasses(each)
