"""Simple types for what is named by an IRI, is addressed by a URL or is written in a language."""

from __future__ import annotations

import re

from scormkit.checking.grammar.types import Type, collapsed
from scormkit.identifiers import is_iri, is_iri_reference
from scormkit.said import say

_XSD_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")

IRI = Type(
    lambda text: is_iri(collapsed(text)),
    say("an absolute IRI without blanks, such as `https://www.example.org/course`"),
)
"""xs:anyURI where a standard asks for an absolute IRI."""
URL = Type(
    lambda text: bool(collapsed(text)) and is_iri_reference(collapsed(text)),
    say("an address such as `unit/index.html` or `https://www.example.org/unit`, with `%20` for a blank"),
)
"""A URL, relative or absolute, with characters beyond ASCII as browsers take them."""
LANGUAGE = Type(
    lambda text: _XSD_LANGUAGE.fullmatch(collapsed(text)) is not None,
    say("a language tag such as `en` or `nl-BE`"),
)
"""xs:language, which says less than RFC 5646 does."""
