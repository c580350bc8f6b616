"""The small parts below the rules: hrefs, prerequisites, guesses, XML."""

from __future__ import annotations

import pytest

from scormkit.checking.aicc import ScriptError, names_in
from scormkit.checking.encoding import decoded
from scormkit.checking.href import Trouble, join, resolve
from scormkit.checking.source import Refusal, XmlError, read_xml
from scormkit.hints import did_you_mean, nearest

ELEMENT = read_xml(b"<file/>", "m.xml")


@pytest.mark.parametrize(
    ("href", "base", "path", "trouble"),
    [
        ("index.html", "", "index.html", None),
        (" a/./b/../c.html?x=1#top ", "", "a/c.html", None),
        ("page.html", "content/", "content/page.html", None),
        ("page.html", "content", "page.html", None),
        ("%C3%A9%20n.html", "", "é n.html", None),
        ("100%.html", "", "100%.html", None),
        ("../page.html", "content/", "page.html", None),
        ("../page.html", "", "../page.html", Trouble.OUTSIDE),
        ("%2e%2e/page.html", "", "../page.html", Trouble.OUTSIDE),
        ("/page.html", "", "page.html", Trouble.SLASH),
        ("a\\b.html", "", "a/b.html", Trouble.BACKSLASH),
        ("C:\\a.html", "", "C:/a.html", Trouble.DISK),
        ("file:///a.html", "", "file:/a.html", Trouble.DISK),
        ("https://example.org/a", "", "https:/example.org/a", Trouble.EXTERNAL),
        ("//example.org/a", "", "example.org/a", Trouble.EXTERNAL),
        ("a.html", "https://example.org/", "https:/example.org/a.html", Trouble.EXTERNAL),
    ],
)
def test_an_href_names_a_member_or_says_why_not(href: str, base: str, path: str, trouble: Trouble | None) -> None:
    found = resolve(ELEMENT, None, href, base)
    assert (found.path, found.trouble) == (path, trouble)


def test_a_base_is_joined_like_in_a_browser() -> None:
    assert join("a/b/", "c/") == "a/b/c/"
    assert join("a/b", "c/") == "a/c/"
    assert join("", "c/") == "c/"


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("", ()),
        ("  A1 ", ("A1",)),
        ("A&B|~C", ("A", "B", "C")),
        ("(A | B) & ~(C)", ("A", "B", "C")),
        ('A="passed" & B<>"n" & C=completed', ("A", "B", "C")),
        ("2*{A,B, C&D}", ("A", "B", "C", "D")),
        ("{A,B}", ("A", "B")),
        ("item.1-a_b & 12", ("item.1-a_b", "12")),
    ],
)
def test_prerequisites_that_can_be_read(script: str, names: tuple[str, ...]) -> None:
    assert names_in(script) == names


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("A B", "nothing is expected before `B`"),
        ("A &", "an identifier is missing at the end"),
        ("(A", "`)` is missing at the end"),
        ("A)", "nothing is expected before `)`"),
        ('A="good"', "is no status"),
        ("2*A", "`{` is missing before `A`"),
        ("A ! B", "`!` has no meaning"),
        ("&", "an identifier is expected, not `&`"),
    ],
)
def test_prerequisites_that_cannot_be_read(script: str, words: str) -> None:
    with pytest.raises(ScriptError) as caught:
        names_in(script)
    assert words in str(caught.value)


def test_a_guess_is_the_nearest_or_nothing() -> None:
    assert nearest("Res-1", ["other", "res-1"]) == "res-1"
    assert nearest("resource1", ["other", "resource-1"]) == "resource-1"
    assert nearest("zzz", ["other"]) is None
    assert nearest("a" * 1000, ["a" * 999]) is None
    assert did_you_mean("zzz", ["other"], "write something else") == "write something else"


def test_elements_know_where_they_begin_in_any_encoding_and_line_end() -> None:
    text = '<?xml version="1.0" encoding="{}"?>\r\n<a>\r  <b c="é"\n d="1"/>\n</a>'
    for encoding in ("utf-8", "utf-16", "windows-1252"):
        root = read_xml(text.format(encoding).encode(encoding), "m.xml")
        (inner,) = root.children
        assert (inner.line, inner.column, inner.get("c")) == (3, 3, "é"), encoding
        place = inner.place("d")
        assert (place.line, place.column, place.excerpt) == (4, 2, ' d="1"/>'), encoding


def test_an_attribute_of_the_next_tag_is_not_taken_for_this_one() -> None:
    root = read_xml(b'<a x="&gt;" y=">"><b z="1"/></a>', "m.xml")
    assert root.place("z").column == 1
    assert root.place("y").column == 13
    assert root.children[0].place("z").column == 22


@pytest.mark.slow
def test_the_place_of_an_attribute_costs_one_look_however_long_a_value_is() -> None:
    # With a look for each letter of the value, a thousand of these would take hours; so late, the place is the tag's.
    root = read_xml(b'<a long="%s" late=""/>' % (b"n" * 100_000), "a.xml")
    assert {root.place("late").column for _ in range(1_000)} == {1}


@pytest.mark.parametrize(
    ("data", "refusal", "words"),
    [
        (b"<a><b></a>", Refusal.MALFORMED, "the <b> of line 1 is not closed yet"),
        (b"<a>\n<b>", Refusal.MALFORMED, "the file ends before the <b> of line 2 is closed"),
        (b"<x:a/>", Refusal.MALFORMED, "unbound prefix"),
        (b"<a>&nbsp;</a>", Refusal.MALFORMED, "undefined entity"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', Refusal.MALFORMED, "unknown encoding"),
        (b'<?xml version="1.0" encoding="idna"?><a/>', Refusal.MALFORMED, "an encoding that cannot be read"),
        (b'<?xml version="1.0" encoding="undefined"?><a/>', Refusal.MALFORMED, "an encoding that cannot be read"),
        (b"\n<!DOCTYPE a><a/>", Refusal.DOCTYPE, "the file has a DOCTYPE"),
    ],
)
def test_xml_that_is_refused_says_why(data: bytes, refusal: Refusal, words: str) -> None:
    with pytest.raises(XmlError) as caught:
        read_xml(data, "m.xml")
    assert caught.value.refusal is refusal
    assert words in str(caught.value.detail)
    assert caught.value.place.member == "m.xml"


def test_a_file_is_shown_in_no_encoding_but_those_that_its_parser_can_read() -> None:
    for encoding in ("punycode", "idna", "unicode_escape", "klingon"):
        text = f'<?xml version="1.0" encoding="{encoding}"?><é-a/>'
        assert decoded(text.encode()) == text
    assert decoded(text.replace("klingon", "cp1252").encode("cp1252")) == text.replace("klingon", "cp1252")
