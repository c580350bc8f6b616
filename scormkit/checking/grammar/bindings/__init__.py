"""The grammars, one module a book. A module in here names those in it as `GRAMMARS`, a tuple of `Grammar`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from scormkit.checking.grammar.model import Grammar
from scormkit.checking.vocabulary import Edition

ALL_GRAMMARS: tuple[Grammar, ...] = tuple(
    grammar
    for module in iter_modules(__path__, prefix=f"{__name__}.")
    for grammar in import_module(module.name).GRAMMARS
)
"""Every grammar, in the order of the modules."""


@cache
def grammars_of(edition: Edition) -> Mapping[str, Grammar]:
    """The grammars that hold in an edition, by namespace."""
    return MappingProxyType({one.namespace: one for one in ALL_GRAMMARS if edition in one.editions})
