"""IRIs and language tags, by their grammars."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import product

import pytest

from scormkit.identifiers import is_iri, is_iri_reference, is_language_tag
from tests.rows import table

ABSOLUTE = [
    *("http://a", "urn:uuid:1", "mailto:a@b", "https://example.org/é?x=%20#f", "tag:a,2013:x", "file:///a/b"),
    *("https://[2001:db8::1]:8080/a", "https://user:word@a.org:81/?q=/?:@#/?", "app://open/course", "HTTPS://A.org"),
    *("http://a//b", "https://a_b.org/~x/(1)/*'!", "https://例え.jp/é\U00010000", "http://a/?\ue000"),
]
RELATIVE = [
    "index.html",
    "a/b.html?c=d:e#f",
    "../a",
    "/a",
    "//a.org/b",
    "?a=1",
    "#top",
    "",
    "./a:b",
    "a%20b.html",
    "é.html",
]
NEITHER = [
    *("http://a b", "http://example.com index.html", "http://a/%zz", "http://a/%4", "http://a/<b>", "1x:y", ":a"),
    *("http:", "http://", "https:///a", "http:a", "http://a:b/", "//a:b/", "{{base}}/x", "a\\b", 'a"b', "a|b", "a^b"),
    *("a`b", "a\tb", " a", "a ", "a#b#c", "http://a/[b]", "http://[::1/", "a\x00", "\ue000", "\ufffe", "\ud800"),
]


@pytest.mark.parametrize("text", ABSOLUTE)
def test_an_absolute_iri_is_a_reference_too(text: str) -> None:
    assert is_iri(text)
    assert is_iri_reference(text)


@pytest.mark.parametrize("text", RELATIVE)
def test_a_relative_reference_is_no_absolute_iri(text: str) -> None:
    assert not is_iri(text)
    assert is_iri_reference(text)


@pytest.mark.parametrize("text", NEITHER)
def test_what_the_grammar_does_not_make_is_neither(text: str) -> None:
    assert not is_iri(text)
    assert not is_iri_reference(text)


@pytest.mark.parametrize(
    "tag", ["nl", "en-US", "zh-Hant-TW", "de-CH-1901", "sl-rozaj-biske", "x-own", "i-klingon", "en-x-a", "es-419"]
)
def test_a_language_tag(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["", "n", "en_US", "en-", "-en", "english language", "en-US-", "nl-a", "123", "nl "])
def test_no_language_tag(tag: str) -> None:
    assert not is_language_tag(tag)


STARTS = ["", "http://", "http://a@", "x:", "en-"]
PARTS = ["a", "%", "%41", "/", ":", "@", "a:", "a@", "-aaaaa", "a-", "1a-", "//", "[", "?", "é"]


@pytest.mark.slow
@pytest.mark.parametrize("judge", [is_iri, is_iri_reference, is_language_tag])
def test_endless_texts_are_judged_in_no_time(judge: Callable[[str], bool]) -> None:
    with table() as rows:
        for start, part in product(STARTS, PARTS):
            with rows.row(f"{start!r} and very many of {part!r}"):
                before = time.perf_counter()
                judge(start + part * 30_000 + "\n")
                assert time.perf_counter() - before < 0.5
