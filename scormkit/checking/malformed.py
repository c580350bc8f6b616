"""What is wrong with XML that is not well-formed: the words of expat, to be said in any language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from xml.parsers.expat import ErrorString, errors

from scormkit.said import Said, say

MISMATCH = errors.codes[errors.XML_ERROR_TAG_MISMATCH]
NO_ELEMENTS = errors.codes[errors.XML_ERROR_NO_ELEMENTS]
UNDEFINED_ENTITY = errors.codes[errors.XML_ERROR_UNDEFINED_ENTITY]
UNBOUND_PREFIX = errors.codes[errors.XML_ERROR_UNBOUND_PREFIX]
UNKNOWN_ENCODING = errors.codes[errors.XML_ERROR_UNKNOWN_ENCODING]
WRONG_ENCODING = errors.codes[errors.XML_ERROR_INCORRECT_ENCODING]

_SAID: Mapping[int, Said] = MappingProxyType(
    {
        errors.codes[message]: words
        for message, words in (
            (errors.XML_ERROR_SYNTAX, say("syntax error")),
            (errors.XML_ERROR_NO_ELEMENTS, say("no element found")),
            (errors.XML_ERROR_INVALID_TOKEN, say("not well-formed (invalid token)")),
            (errors.XML_ERROR_UNCLOSED_TOKEN, say("unclosed token")),
            (errors.XML_ERROR_PARTIAL_CHAR, say("partial character")),
            (errors.XML_ERROR_TAG_MISMATCH, say("mismatched tag")),
            (errors.XML_ERROR_DUPLICATE_ATTRIBUTE, say("duplicate attribute")),
            (errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT, say("junk after document element")),
            (errors.XML_ERROR_UNDEFINED_ENTITY, say("undefined entity")),
            (errors.XML_ERROR_BAD_CHAR_REF, say("reference to invalid character number")),
            (errors.XML_ERROR_MISPLACED_XML_PI, say("XML or text declaration not at start of entity")),
            (errors.XML_ERROR_UNKNOWN_ENCODING, say("unknown encoding")),
            (errors.XML_ERROR_INCORRECT_ENCODING, say("encoding specified in XML declaration is incorrect")),
            (errors.XML_ERROR_UNCLOSED_CDATA_SECTION, say("unclosed CDATA section")),
            (errors.XML_ERROR_UNBOUND_PREFIX, say("unbound prefix")),
        )
    }
)


def in_words(code: int) -> Said:
    """The words for an error of expat; those that hardly occur are said in English only."""
    return _SAID.get(code) or Said(ErrorString(code))
