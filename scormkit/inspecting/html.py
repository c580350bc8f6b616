"""The HTML pages of a package, read for what scormkit wrote into them."""

from __future__ import annotations

from lxml import etree

from scormkit.inspecting.contents import Contents

MAX_PAGE = 4 * 1024 * 1024
"""The largest page in bytes that is looked into."""


def read_html(contents: Contents, name: str, sign: bytes) -> etree._Element | None:
    """The root element of the page `name`; None where it lacks the bytes `sign`, is too large or cannot be read."""
    if contents.size(name) > MAX_PAGE:
        return None
    data = contents.bytes(name, MAX_PAGE)
    if data is None or sign not in data:
        return None
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
