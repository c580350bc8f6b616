"""The forms of what makes a course known."""

from __future__ import annotations

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from scormkit.course.publishing import BASE_IRI, BaseIri, Date

IRI = TypeAdapter(BaseIri)
DATE = TypeAdapter(Date)


@pytest.mark.parametrize(
    "iri",
    [
        "https://example.org/",
        "http://localhost:8080/a/",
        "https://example.org//a/b/",
        "https://www.xn--bcher-kva.example/~a/!$&'()*+,;=:@-._/",
        "https://bücher.example/café/日本/",
        "https://example.org/caf%C3%A9/",
    ],
)
def test_what_others_begin_with(iri: str) -> None:
    assert IRI.validate_python(iri) == iri
    # JSON Schema, and so an editor, reads the pattern with another engine.
    assert re.search(BASE_IRI, iri)


@pytest.mark.parametrize(
    "iri",
    [
        "",
        "/",
        "https://",
        "https:///",
        "https:///courses/",
        "https://:80/",
        "https://example.org",
        "https://example.org/a",
        "https://example.org:port/",
        "https://me@example.org/",
        "ftp://example.org/",
        "https://example.org/?a/",
        "https://example.org/#a/",
        "https://example.org?a/",
        "https://example.org/a b/",
        "https://example.org/a\u00a0b/",
        "https://example.org/a/ ",
        "https://example.org/a/\n",
        " https://example.org/a/",
        "https://example.org/100%/",
        "https://example.org/%zz/",
        "https://example.org/\ue000/",
        *(f"https://example.org/a{each}/" for each in '"<>\\^`{|}[]\x7f\x85'),
    ],
)
def test_what_is_no_iri_or_holds_more_than_a_beginning(iri: str) -> None:
    with pytest.raises(ValidationError):
        IRI.validate_python(iri)


def test_a_day() -> None:
    assert DATE.validate_python("2024-02-29") == "2024-02-29"


@pytest.mark.parametrize(
    "text", ["2026-02-29", "2026-13-01", "0000-01-01", "20260831", "2026-8-31", "2026-08-31T00:00:00Z"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValidationError, match=r"no date|pattern"):
        DATE.validate_python(text)
