"""Learning Object Metadata in SCORM 2004: the XML binding IEEE 1484.12.3-2005 of the data model IEEE 1484.12.1-2002.

IEEE publishes it as schemas to choose from: `lomStrict.xsd` knows the terms of LOMv1.0 only, `lomLoose.xsd` any term,
and `lomCustom.xsd` those of a community; the last two let elements of other namespaces in anywhere. Here stands what
none of them allows. Elements come in any order and none has to be there. The terms are in `scormkit.checking.lom`.
"""

from __future__ import annotations

import re

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Extension, Foreign, Grammar
from scormkit.checking.grammar.names import LANGUAGE
from scormkit.checking.grammar.types import ANYTHING, WHOLE, Type, one_of
from scormkit.said import Said, say

_DATE = re.compile(
    r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3])(:[0-5][0-9](:[0-5][0-9]"
    r"(\.[0-9]+(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?)?)?)?)?)?)?"
)
_DURATION = re.compile(r"P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?")


def _exactly(pattern: re.Pattern[str], expected: Said) -> Type:
    """Text in which white space counts, as it does in these two types of the standard."""
    return Type(lambda text: pattern.fullmatch(text) is not None, expected)


def _once(*names: str) -> tuple[Child, ...]:
    return tuple(Child(name, repeated="L-02") for name in names)


def _many(*names: str) -> tuple[Child, ...]:
    return tuple(Child(name, 0, None) for name in names)


def _unique(name: str) -> tuple[Attribute, ...]:
    """What the schemas give an element that may be there once, to count it by; some tools write it out."""
    return (Attribute("uniqueElementName", one_of(name, exact=True)),)


def _holder(*children: Child, unique: str = "", clause: str = "L-01") -> ElementType:
    attributes = _unique(unique) if unique else ()
    return ElementType(children, attributes, ordered=False, foreign=Foreign.ANYWHERE, clause=clause)


def _leaf(type_: Type = ANYTHING, *, unique: str = "", clause: str = "L-01") -> ElementType:
    return ElementType(attributes=_unique(unique) if unique else (), text=type_, clause="L-01", text_clause=clause)


_DATE_TIME = _exactly(_DATE, say("a date such as `2026-09-01`, or one with a time such as `2026-09-01T14:30`"))
_TIME = _exactly(_DURATION, say("a duration such as `PT1H30M` (an hour and a half) or `P2D` (two days)"))
_LANG_STRING = Child("string", 0, None)
_ONE_TEXT = ("title", "version", "installationRemarks", "description")
"""Texts in several languages that may be there once wherever they have an element of their own."""
_TERMS = (
    "structure", "aggregationLevel", "status", "role", "type", "name", "interactivityType", "interactivityLevel",
    "semanticDensity", "difficulty", "cost", "copyrightAndOtherRestrictions", "kind", "purpose",
)  # fmt: skip
"""Pairs of a source and a term of it, that may be there once."""

_TYPES = {
    "lom": _holder(
        *_once("general", "lifeCycle", "metaMetadata", "technical", "rights"),
        *_many("educational", "relation", "annotation", "classification"),
    ),
    # 1 and what stands in it
    "general": _holder(
        *_many("identifier"),
        *_once("title", "structure", "aggregationLevel"),
        Child("language", 0, None, "languageOfContent"),
        *(Child(name, 0, None, "texts") for name in ("description", "keyword", "coverage")),
        unique="general",
    ),
    "identifier": _holder(*_once("catalog", "entry")),
    "catalog": _leaf(unique="catalog"),
    "entry": _leaf(unique="entry"),
    "languageOfContent": _leaf(LANGUAGE, clause="L-03"),
    # 2 and 3
    "lifeCycle": _holder(*_once("version", "status"), *_many("contribute"), unique="lifeCycle"),
    "contribute": _holder(*_once("role", "date"), Child("entity", 0, None, "entities")),
    "entities": _leaf(),
    "date": _holder(*_once("dateTime", "description"), unique="date"),
    "dateTime": _leaf(_DATE_TIME, unique="dateTime", clause="L-06"),
    "metaMetadata": _holder(
        *_many("identifier", "contribute", "metadataSchema"), *_once("language"), unique="metaMetadata"
    ),
    "metadataSchema": _leaf(),
    "language": _leaf(LANGUAGE, unique="language", clause="L-03"),
    # 4
    "technical": _holder(
        *_many("format", "location", "requirement"),
        *_once("size", "installationRemarks", "duration"),
        Child("otherPlatformRequirements", 0, None, "texts"),
        unique="technical",
    ),
    "format": _leaf(),
    "size": _leaf(WHOLE, unique="size"),
    "location": _leaf(),
    "requirement": _holder(*_many("orComposite")),
    "orComposite": _holder(*_once("type", "name", "minimumVersion", "maximumVersion")),
    "minimumVersion": _leaf(unique="minimumVersion"),
    "maximumVersion": _leaf(unique="maximumVersion"),
    "duration": _holder(Child("duration", type="time", repeated="L-02"), *_once("description"), unique="duration"),
    "time": _leaf(_TIME, unique="duration", clause="L-05"),
    # 5
    "educational": _holder(
        *_once("interactivityType", "interactivityLevel", "semanticDensity", "difficulty", "typicalLearningTime"),
        *(Child(name, 0, None, "terms") for name in ("learningResourceType", "intendedEndUserRole", "context")),
        *(Child(name, 0, None, "texts") for name in ("typicalAgeRange", "description")),
        Child("language", 0, None, "languageOfContent"),
    ),
    "typicalLearningTime": _holder(
        Child("duration", type="time", repeated="L-02"), *_once("description"), unique="typicalLearningTime"
    ),
    # 6 to 9
    "rights": _holder(*_once("cost", "copyrightAndOtherRestrictions", "description"), unique="rights"),
    "relation": _holder(*_once("kind", "resource")),
    "resource": _holder(*_many("identifier", "description"), unique="resource"),
    "annotation": _holder(*_once("entity", "date", "description")),
    "entity": _leaf(unique="entity"),
    "classification": _holder(
        *_once("purpose", "description"), *_many("taxonPath"), Child("keyword", 0, None, "texts")
    ),
    "taxonPath": _holder(Child("source", type="sourceOfPath", repeated="L-02"), *_many("taxon")),
    "sourceOfPath": _holder(_LANG_STRING, unique="source", clause="L-04"),
    "taxon": _holder(*_once("id"), Child("entry", type="entryOfTaxon", repeated="L-02")),
    "id": _leaf(unique="id"),
    "entryOfTaxon": _holder(_LANG_STRING, unique="entry", clause="L-04"),
    # what they are made of
    **{name: _holder(_LANG_STRING, unique=name, clause="L-04") for name in _ONE_TEXT},
    "texts": _holder(_LANG_STRING, clause="L-04"),
    "string": ElementType(attributes=(Attribute("language", LANGUAGE, clause="L-03"),), text=ANYTHING, clause="L-04"),
    **{name: _holder(*_once("source", "value"), unique=name) for name in _TERMS},
    "terms": _holder(*_once("source", "value")),
    "source": _leaf(unique="source"),
    "value": _leaf(unique="value"),
}

GRAMMARS = (
    Grammar(
        v.LOM,
        v.SCORM_2004,
        # A schema that knows no such element lets it pass, so this is no more than a warning.
        "L-102",
        _TYPES,
        roots={"lom": "lom"},
        extensions={"lom": Extension("lom", frozenset({"metadata"}), "L-102", most=None)},
    ),
)
