"""The forms of what makes a course known."""

from __future__ import annotations

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from scormkit.course.publishing import BASE_IRI, BaseIri

IRI = TypeAdapter(BaseIri)


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
