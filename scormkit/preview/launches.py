"""Which SCOs a package offers: its default organization read leniently, as an LMS would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scormkit.checking import vocabulary as v
from scormkit.checking.manifest import Item, Manifest, Organization, read_manifest
from scormkit.checking.source import read_xml
from scormkit.inspecting.launching import address, shown, title

__all__ = ["Launch", "addresses", "default_organization", "launches", "title"]


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
    read = read_manifest(read_xml(manifest, v.MANIFEST))
    hrefs = addresses(read)
    return tuple(
        Launch(item.identifier or "", title(item), hrefs[item.identifier or ""])
        for item in _all(default_organization(read).items)
        if (item.identifier or "") in hrefs
    )


def default_organization(manifest: Manifest) -> Organization:
    """The organization that an LMS shows: the default, or else the first. Raises `ValueError` where there is none."""
    organization = shown(manifest)
    if organization is None:
        raise ValueError("the manifest has no organization")
    return organization


def addresses(manifest: Manifest) -> dict[str, str]:
    """What the browser opens for an item, by its identifier, where it has a resource with an href."""
    hrefs = {each.identifier: each.href for each in reversed(manifest.resources) if each.identifier}
    return {
        item.identifier or "": address(href, item.element.get("parameters"))
        for item in manifest.items
        if (href := hrefs.get(item.identifierref or "")) is not None
    }


def _all(items: Iterable[Item]) -> Iterator[Item]:
    """The items and all below them, in the order of the table of contents."""
    for item in items:
        yield item
        yield from _all(item.items)
