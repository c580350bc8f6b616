"""Who has the same identifier: manifests, organizations, items and resources of one file share one set of names."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.grammar.types import collapsed
from scormkit.checking.package import Package
from scormkit.checking.rule import Finding
from scormkit.checking.source import Element
from scormkit.said import say

_IDENTIFIED = ("manifest", "organization", "item", "resource")


def shared_identifiers(package: Package, kind: str, *, with_any: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Elements called `kind` that have the identifier of one before them, or of any element called `with_any`.

    Of elements of different kinds the one that a rule asks for is reported, so that a pair is reported once.
    """
    first: dict[str, dict[str, Element]] = {}
    for element in package.manifest.elements:
        local = element.name.local
        if local not in _IDENTIFIED or not (identifier := collapsed(element.get("identifier") or "")):
            continue
        first.setdefault(identifier, {}).setdefault(local, element)
    for element in package.manifest.elements:
        if element.name.local != kind:
            continue
        holders = first.get(collapsed(element.get("identifier") or ""), {})
        others = (holders.get(one) for one in (kind, *with_any))
        other = next((one for one in others if one is not None and one is not element), None)
        if other is not None:
            message = say(
                "the identifier `{identifier}` is that of the <{other}> of line {line} too",
                identifier=element.get("identifier") or "",
                other=other.name,
                line=other.line,
            )
            hint = say("give each of them an identifier of its own")
            yield Finding(element.place("identifier"), message, hint)
