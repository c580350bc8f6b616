"""Which SCOs a package offers: its default organization read leniently, as an LMS would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class Launch:
    """Something that can be launched: an item with a resource. `href` is relative to the root of the package."""

    identifier: str
    title: str
    href: str


def launches(manifest: bytes) -> tuple[Launch, ...]:
    """The launches of an `imsmanifest.xml`, in the order of its default organization.

    Raises `lxml.etree.XMLSyntaxError` where it is not XML, `ValueError` where it has no organization.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(manifest, parser)
    organizations = list(_within(root, "organization"))
    if not organizations:
        raise ValueError("the manifest has no organization")
    default = next(_within(root, "organizations")).get("default")
    chosen = next((each for each in organizations if each.get("identifier") == default), organizations[0])
    resources = {each.get("identifier"): each for each in _within(root, "resource")}
    return tuple(
        Launch(item.get("identifier") or "", _title(item), _href(item, resource))
        for item in _within(chosen, "item")
        if (resource := resources.get(item.get("identifierref"))) is not None and resource.get("href")
    )


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return element.iter(f"{{*}}{name}")


def _title(item: etree._Element) -> str:
    title = item.find("{*}title")
    return "" if title is None else (title.text or "").strip()


def _href(item: etree._Element, resource: etree._Element) -> str:
    """CAM 2.3: `xml:base` of manifest, resources and resource add up, and the item's parameters follow."""
    bases = [element.get(_XML_BASE) or "" for element in (resource, *resource.iterancestors())]
    href = ""
    for part in (*reversed(bases), resource.get("href") or ""):
        href = urljoin(href, part)
    parameters = (item.get("parameters") or "").lstrip("?&")
    if not parameters or parameters.startswith("#"):
        return href + parameters
    return f"{href}{'&' if '?' in href else '?'}{parameters}"
