"""What belongs together in metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.types import collapsed
from scormkit.checking.lom import NAMES_OF, SOURCE, records
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, rule
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say

_TOGETHER: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"identifier": ("catalog", "entry"), "contribute": ("role", "entity"), "orComposite": ("type", "name")}
)


@rule(
    "SK-LOM-108",
    "lom-belongs-together",
    Severity.WARNING,
    "IEEE 1484.12.1-2002, 1.1, 2.3, 4.4.1 and 7.2.1; ADL's test suite, MDValidator",
    SCORM_2004,
)
def lom_belongs_together(package: Package) -> Iterator[Finding]:
    """What means something only together is there together.

    An entry says nothing without the catalogue that it is from, a role nothing without who had it, and the name of a
    program belongs to its type: `browser` or `operating system`.

    Add the other half, or leave both out.

    Bad: `<identifier><entry>978-90-01-2</entry></identifier>`

    Good: `<identifier><catalog>ISBN</catalog><entry>978-90-01-2</entry></identifier>`
    """
    for record in records(package, v.LOM):
        for element in record.element.iter():
            if element.name.namespace == v.LOM and element.name.local in _TOGETHER:
                yield from _alone(element)
                yield from _of_another_type(element)


def _alone(element: Element) -> Iterator[Finding]:
    both = _TOGETHER[element.name.local]
    there = {child.name.local for child in element.children if child.name.namespace == v.LOM}
    missing = [name for name in both if name not in there]
    if len(missing) == 1:
        have = next(name for name in both if name in there)
        message = say("<{tag}> has <{have}>, but no <{other}>", tag=str(element.name), have=have, other=missing[0])
        yield Finding(element.place(), message, say("add <{other}>, or leave both out", other=missing[0]))


def _of_another_type(element: Element) -> Iterator[Finding]:
    """A requirement whose name is one of the other type."""
    told: dict[str, tuple[Element, str]] = {}
    for pair in element.children:
        parts = {part.name.local: collapsed(part.text) for part in pair.children}
        if pair.name.local in ("type", "name") and parts.get("source") == SOURCE:
            told[pair.name.local] = (pair, parts.get("value", ""))
    if "type" not in told or "name" not in told:
        return
    (_, kind), (place, name) = told["type"], told["name"]
    others = {one for names in NAMES_OF.values() for one in names}
    if kind in NAMES_OF and name in others and name not in NAMES_OF[kind]:
        message = say("`{name}` is no {kind}", name=name, kind=kind)
        yield Finding(place.place(), message, say("write one of: {names}", names=", ".join(NAMES_OF[kind])))
