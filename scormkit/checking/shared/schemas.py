"""Schemas that a package should have at its root, in whatever edition."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.checking.package import Package
from scormkit.checking.rule import Finding
from scormkit.checking.source import Place
from scormkit.said import say


def is_there(package: Package, member: str) -> bool:
    """Whether the package has it; a name in other letter case is the business of a rule of its own."""
    return package.has(member) or package.in_other_case(member) is not None


def not_at_root(place: Place, names: Sequence[str]) -> Finding:
    """That these schemas, of which there is at least one, are not where they should be."""
    message = say("the schema `{name}` is not at the root of the package", name=names[0])
    hint = say("add {name} beside imsmanifest.xml", name=names[0])
    if len(names) > 1:
        shown = ", ".join(names)
        message = say("{count} schemas are not at the root of the package: {names}", count=len(names), names=shown)
        hint = say("add the schemas of the edition beside imsmanifest.xml")
    return Finding(place, message, hint)
