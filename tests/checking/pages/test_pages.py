"""What is seen in HTML: tags as browsers tell them, addresses, places."""

from __future__ import annotations

import pytest

from scormkit.checking.pages.html import tags
from scormkit.checking.pages.model import Page, Use
from scormkit.checking.pages.reading import read_page
from scormkit.checking.pages.text import Text, TooMuch


def page(html: str, member: str = "part/page.html") -> Page:
    return read_page(Text(member, html.encode(), markup=True))


def asked(html: str) -> list[tuple[str, str]]:
    return [(one.syntax, one.address.path) for one in page(html).references]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<A HREF='x'>", [("a", {"href": "x"})]),
        ("<a href=x/y>", [("a", {"href": "x/y"})]),
        ("<a href=x/>", [("a", {"href": "x/"})]),
        ('<img\n src = "x"\n alt>', [("img", {"src": "x", "alt": ""})]),
        ("<a b=1 b=2 B=3>", [("a", {"b": "1"})]),
        ('<a b="a > c">', [("a", {"b": "a > c"})]),
        ('<a b=x"y c=z>', [("a", {"b": 'x"y', "c": "z"})]),
        ("<a b=&amp;&eacute;>", [("a", {"b": "&é"})]),
        ("<a =b>", [("a", {"=b": ""})]),  # HTML Standard: an equals sign that comes first is part of the name
        ("a < b <1> <!a> <?a?> <!-- <a> --> <!--> <b>", [("b", {})]),
        ("<!-- <a> --!> <b>", [("b", {})]),
        ("<script><a></script ><b>", [("script", {}), ("script", {}), ("b", {})]),
        ("<script></scripts><a></SCRIPT><b>", [("script", {}), ("script", {}), ("b", {})]),
        ("<title><b></title>", [("title", {}), ("title", {})]),
        ('<a b="', []),
        ("<a", []),
        ("<", []),
    ],
)
def test_tags_are_told_as_browsers_tell_them(html: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    found = [(tag.name, {name: value.text for name, value in tag.attributes.items()}) for tag in tags(html)]
    assert found == expected


def test_a_value_stands_where_it_says() -> None:
    html = "<p a='één' b=two c>"
    (tag,) = tags(html)
    assert {name: html[value.start : value.stop] for name, value in tag.attributes.items()} == {
        "a": "één",
        "b": "two",
        "c": "c",
    }


def test_addresses_count_from_the_folder_of_the_page_or_from_its_base() -> None:
    assert asked('<img src="a.png"><img src="../b%20c.png?x#y">') == [
        ("<img src>", "part/a.png"),
        ("<img src>", "b c.png"),
    ]
    assert asked('<base href="lib/x.html"><base href="y/"><img src="a.png">') == [("<img src>", "part/lib/a.png")]
    assert asked('<base href="https://example.org/"><img src="a.png">') == []


def test_what_a_page_asks_for() -> None:
    html = """<meta http-equiv="refresh" content="0;URL='next.html'"><link rel=stylesheet href=s.css>
    <link rel="canonical" href="c.html"><link rel="alternate" href="feed.xml"><script src=a.js></script>
    <video poster=p.jpg><source src=v.mp4><track src=v.vtt></video><use xlink:href="i.svg#x"/>
    <img srcset="a.png, b.png 2x,c.png 300w"><object data="o.svg"></object><a href="x.pdf">X</a>"""
    assert [path for _, path in asked(html)] == [
        f"part/{name}"
        for name in "next.html s.css a.js p.jpg v.mp4 v.vtt i.svg a.png b.png c.png o.svg x.pdf".split()  # noqa: SIM905
    ]
    assert [one.use for one in page(html).references if one.address.path == "part/next.html"] == [Use.FRAME]


@pytest.mark.parametrize(
    "text", ["", "#x", "?x", "javascript:a()", "data:,x", "{{ a }}", "<%= a %>", "${a}.png", "x" * 3000]
)
def test_what_is_no_address_of_a_file(text: str) -> None:
    assert asked(f'<img src="{text}">') == []


def test_scripts_and_styles_inside_keep_their_places_in_the_page() -> None:
    html = '<html>\n<style>\np { background: url(a.png) }\n</style>\n<script>\n\n  fetch("b.json");\n</script>\n'
    read = page(html)
    (style,), (script,) = read.style.references, read.script.references
    assert (style.place.line, style.place.column, style.place.excerpt) == (3, 21, "p { background: url(a.png) }")
    assert (script.place.line, script.place.column, script.place.excerpt) == (7, 10, '  fetch("b.json");')


def test_what_a_page_says_of_itself() -> None:
    read = page('<!doctype html><html lang="nl"><head><meta charset="UTF-8"><title> &Eacute;&eacute;n </title>')
    assert (read.lang, read.title, read.encoding, read.whole, read.plain) == ("nl", "Één", "utf-8", True, True)
    assert (page("<p>x</p>").whole, page("<p>x</p>").title) == (False, None)
    assert page("<html><head></head><body></body></html>").blank


@pytest.mark.parametrize(
    ("data", "encoding", "garbled"),
    [
        (b"<meta charset=utf-8>\xe9", "utf-8", True),
        ("<meta charset=utf-8>é".encode(), "utf-8", False),
        (b"<meta charset=windows-1252>\xe9\x81", "windows-1252", True),
        (b"<meta charset=iso-8859-1>\xe9", "iso-8859-1", False),
        (b"<meta http-equiv=content-type content='text/html; charset=Shift_JIS'>\x82\xa0", "shift_jis", False),
        (b"\xef\xbb\xbf<p>", "utf-8", False),
        ("\ufeff<p>é".encode("utf-16-le"), "utf-16-le", False),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><p>\xe9", "iso-8859-1", False),
        (b"<meta charset=zip>\xe9", "zip", True),
        (b"<meta charset=rot13>e", "rot13", False),
        (b"<p>\xe9", None, False),
    ],
)
def test_encodings_are_those_that_browsers_have(data: bytes, encoding: str | None, garbled: bool) -> None:
    read = read_page(Text("x.html", data, markup=True))
    assert (read.encoding, read.garbled is not None) == (encoding, garbled)


@pytest.mark.slow
def test_a_page_with_more_parts_than_anyone_reads_is_refused() -> None:
    for html in ("<b>" * 200_001, "<p " + "a " * 20_001 + ">", "<!---->" * 200_001):
        with pytest.raises(TooMuch):
            page(html)
