"""Tags are told as a parser of HTML tells them: held against lxml, on pages that are as odd as authors write them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scormkit.checking.pages.html import tags

ROOT = Path(__file__).parents[3]
SEEN = frozenset({"a", "audio", "img", "iframe", "input", "link", "p", "script", "source", "track", "video"})
"""Elements that no rule of HTML moves, drops or doubles where they stand in a body."""
Told = Counter[tuple[str, tuple[tuple[str, str], ...]]]


def by_us(text: str) -> Told:
    return Counter(
        (tag.name, tuple(sorted((name, value.text) for name, value in tag.attributes.items())))
        for tag in tags(text)
        if not tag.closing and tag.name in SEEN
    )


def by_lxml(text: str) -> Told:
    root = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
    # libxml2 gives an attribute that is written without a value its own name for one.
    return Counter(
        (
            element.tag,
            tuple(sorted((str(name), "" if value == name else str(value)) for name, value in element.items())),
        )
        for element in root.iter()
        if element.tag in SEEN
    )


def test_the_pages_of_all_cases_are_told_alike() -> None:
    pages = sorted((ROOT / "tests" / "packages").rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        text = page.read_bytes().decode("utf-8", "replace")
        if text.strip():
            assert by_us(text) == by_lxml(text), page


WORD = st.sampled_from(["a.png", "b c.png", "Q&amp;A", "x>y", "&eacute;", "1", "", "it's", "α"])
NAME = st.sampled_from(["src", "alt", "href", "title", "data-x", "HREF", "onclick", "checked"])
GAP = st.sampled_from([" ", "\n", "\t ", "  "])


@st.composite
def attribute(draw: st.DrawFn) -> str:
    name, value = draw(NAME), draw(WORD)
    how = draw(st.sampled_from(["none", "double", "single", "bare"]))
    if how == "none":
        return name
    equals = draw(st.sampled_from(["=", " = ", "= "]))
    if how == "bare" and value and not set(value) & set(" \"'>"):
        return f"{name}{equals}{value}"
    quote = "'" if how == "single" and "'" not in value else '"'
    return f"{name}{equals}{quote}{value}{quote}"


@st.composite
def piece(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["void", "open", "script", "comment", "text"]))
    if kind == "text":
        return draw(st.sampled_from(["word", "a < b", "1 > 0", "&lt;img&gt;", "\n"]))
    if kind == "comment":
        return draw(st.sampled_from(["<!-- <img src=no> -->", "<!-- - -- -->", "<!--><img alt=x>", "<!-- a > b -->"]))
    gaps = draw(st.lists(st.tuples(GAP, attribute()), max_size=4))
    written = "".join(gap + text for gap, text in gaps)
    if kind == "script":
        return f"<script{written}>'<img src=no>' < 1</script>"
    name = draw(st.sampled_from(["img", "IMG", "input"] if kind == "void" else ["p", "a", "video", "Audio"]))
    return f"<{name}{written}>" + ("" if kind == "void" else f"</{name}>")


@pytest.mark.slow
@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(piece(), max_size=8))
def test_odd_pages_are_told_alike(pieces: list[str]) -> None:
    text = f"<!doctype html><html><head><title>t</title></head><body>{''.join(pieces)}</body></html>"
    assert by_us(text) == by_lxml(text)


@pytest.mark.parametrize("element", ["textarea", "title", "style", "script"])
def test_what_looks_like_a_tag_inside_text_is_none(element: str) -> None:
    text = f"<html><body><{element}><img src=no></{element}><img src=yes></body></html>"
    assert [tag.get("src") for tag in tags(text) if tag.name == "img"] == ["yes"]
