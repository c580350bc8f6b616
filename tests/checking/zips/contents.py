"""Pages, styles and scripts that are too large to lie in a folder of cases, or have too many parts."""

from __future__ import annotations

from scormkit.checking.pages import gathering
from tests.checking.zips.making import Maker, ZipCase, good

RULE = b"p { color: red }\n"


def _style(size: int) -> Maker:
    """A good package with a style sheet of so many bytes."""
    content = (RULE * (size // len(RULE) + 1))[:size]
    return lambda path: good(path, ("style.css", content), listed=("style.css",))


def _page(tags: int) -> Maker:
    """A good package with a page of so many line breaks."""
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Long</title></head><body><p>'
    content = (head + "<br>" * tags).encode()
    return lambda path: good(path, ("long.html", content), listed=("long.html",))


CASES: tuple[ZipCase, ...] = (
    ZipCase("SK-WEB-015", "info", "a style past the limit", _style(gathering.LARGEST + 1), "was not looked into"),
    ZipCase("SK-WEB-015", "info", "a page of too many tags", _page(200_001), "was not looked into", slow=True),
    ZipCase("SK-WEB-015", "valid", "a style up to the limit", _style(gathering.LARGEST)),
    ZipCase("SK-WEB-015", "valid", "a page of many tags", _page(20_000)),
)
