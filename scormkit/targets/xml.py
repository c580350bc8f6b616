"""Writing XML: elements under their parents, and documents as bytes."""

from __future__ import annotations

from lxml import etree


def add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """A new last child of `parent`, in the namespace of `name` (`{namespace}local`) or else in that of the parent."""
    if not name.startswith("{"):
        name = f"{{{etree.QName(parent).namespace}}}{name}"
    element = etree.SubElement(parent, name, attributes)
    element.text = text
    return element


def document(root: etree._Element) -> bytes:
    """The document in UTF-8, indented; characters stand as they are (Moodle shows references to them undecoded)."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def decimal(value: float, places: int = 4) -> str:
    """A number as xs:decimal writes it: no exponent, no needless zeros."""
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
