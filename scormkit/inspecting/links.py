"""Where the page that leads to the modules of a course leads, read from its HTML.

Of a Tin Can package only one activity is launched. Where scormkit built it for a whole course, that is a page with a
link to each module, which bears the IRI of the module's activity as `data-sk-module`.
"""

from __future__ import annotations

from collections.abc import Mapping

from scormkit.inspecting.contents import Contents
from scormkit.inspecting.html import read_html

_SIGN = b"data-sk-module"


def module_links(contents: Contents, name: str) -> Mapping[str, str]:
    """The addresses in the page `name` by the IRIs of the modules that they lead to, as written; the first counts."""
    root = read_html(contents, name, _SIGN)
    links: dict[str, str] = {}
    for link in root.iter("a") if root is not None else ():
        iri, href = link.get("data-sk-module"), link.get("href")
        if iri and href:
            links.setdefault(iri.strip(), href)
    return links
