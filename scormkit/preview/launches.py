"""Which SCOs a package offers: its default organization read leniently, as an LMS would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scormkit.checking.href import Href, join
from scormkit.checking.manifest import Item, read_manifest
from scormkit.checking.source import read_xml


@dataclass(frozen=True, slots=True)
class Launch:
    """Something that can be launched: an item with a resource. `href` is relative to the root of the package."""

    identifier: str
    title: str
    href: str


def launches(manifest: bytes) -> tuple[Launch, ...]:
    """The launches of an `imsmanifest.xml`, in the order of its default organization.

    Raises `XmlError` where it cannot be read as XML, `ValueError` where it has no organization.
    """
    read = read_manifest(read_xml(manifest, "imsmanifest.xml"))
    organizations = [(group.default, one) for group in read.organizations for one in group.organizations]
    if not organizations:
        raise ValueError("the manifest has no organization")
    chosen = next((one for default, one in organizations if one.identifier == default), organizations[0][1])
    hrefs = {each.identifier: each.href for each in reversed(read.resources) if each.identifier}
    return tuple(
        Launch(item.identifier or "", _title(item), _address(item, href))
        for item in _all(chosen.items)
        if (href := hrefs.get(item.identifierref or "")) is not None
    )


def _all(items: Iterable[Item]) -> Iterator[Item]:
    """The items and all below them, in the order of the table of contents."""
    for item in items:
        yield item
        yield from _all(item.items)


def _title(item: Item) -> str:
    return item.titles[0].text.strip() if item.titles else ""


def _address(item: Item, href: Href) -> str:
    """What the browser opens: the href under its `xml:base`, and the item's parameters behind it (CAM 2.3)."""
    address = join(href.base, href.text.strip())
    parameters = (item.element.get("parameters") or "").lstrip("?&")
    if not parameters or parameters.startswith("#"):
        return address + parameters
    return f"{address}{'&' if '?' in address else '?'}{parameters}"
