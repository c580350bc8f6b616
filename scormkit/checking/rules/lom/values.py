"""What metadata say: terms, languages, people and formats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.names import LANGUAGE
from scormkit.checking.grammar.types import collapsed
from scormkit.checking.lom import SOURCE, Term, is_strict, means, owners_of, records
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, SCORM_2004, Finding, rule
from scormkit.checking.source import Element, Place
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.identifiers import is_language_tag
from scormkit.said import Said, say

_NAME = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+\-]*"
_MIME = re.compile(rf"{_NAME}/{_NAME}(?:[ \t]*;.*)?", re.DOTALL)
_LONGEST_LANGUAGE = 3
"""Letters of a language code of ISO 639; longer ones are kept for later, and none has been given out."""


@rule(
    "SK-LOM-007",
    "lom-term",
    Severity.ERROR,
    "IEEE 1484.12.1-2002, value space; IEEE 1484.12.3-2005, vocab/strict.xsd",
    SCORM_2004,
)
def lom_term(package: Package) -> Iterator[Finding]:
    """A term is one of LOMv1.0 where the schema of the metadata knows no others.

    The manifest names `lom.xsd` or `lomStrict.xsd` as the schema of LOM, and that allows the terms of the standard
    alone: all in small letters, in English, with `LOMv1.0` as their source.

    Write a term of the standard. For terms of your own, name `lomLoose.xsd` instead and put it into the package.

    Bad: `<role><source>LOMv1.0</source><value>Author</value></role>`

    Good: `<role><source>LOMv1.0</source><value>author</value></role>`
    """
    for term in _wrong(package, strict=True):
        if term.source != SOURCE or not owners_of(term):
            yield _about(term)


@rule("SK-LOM-010", "lom-scale", Severity.ERROR, "IEEE 1484.12.1-2002, 5.1 to 5.8; vocab/strict.xsd", SCORM_2004)
def lom_scale(package: Package) -> Iterator[Finding]:
    """Each educational element has a term of its own scale.

    The scales are easily mixed up: difficulty goes from `very easy` to `very difficult`, semantic density and
    interactivity level from `very low` to `very high`.

    Write a term of the right scale.

    Bad: `<difficulty><source>LOMv1.0</source><value>high</value></difficulty>`

    Good: `<difficulty><source>LOMv1.0</source><value>difficult</value></difficulty>`
    """
    for term in _wrong(package, strict=True):
        owners = owners_of(term)
        if term.source == SOURCE and term.value and owners:
            message = say(
                "`{value}` is no term of <{tag}>, but of: {owners}",
                value=term.value, tag=str(term.element.name), owners=", ".join(owners),
            )  # fmt: skip
            yield Finding(term.place_of("value").place(), message, _one_of(term))


@rule(
    "SK-LOM-105",
    "lom-term-unknown",
    Severity.WARNING,
    "IEEE 1484.12.1-2002, value space and vocabulary",
    SCORM_2004,
)
def lom_term_unknown(package: Package) -> Iterator[Finding]:
    """A term has its source, and is one that this source has.

    Without its source nobody knows what a term means, and a source alone says nothing. What is said to come from
    `LOMv1.0` and is not in that standard is found by no search, though a loose schema lets it pass.

    Add what is missing, or write a term of the source that is given.

    Bad: `<context><value>school</value></context>`

    Good: `<context><source>LOMv1.0</source><value>school</value></context>`
    """
    for record in records(package, v.LOM):
        for term in record.terms():
            yield from _incomplete(term)
    for term in _wrong(package, strict=False):
        if term.source is not None and means(term.source, SOURCE):
            yield _about(term)


@rule("SK-LOM-103", "lom-language-code", Severity.WARNING, "BCP 47 (RFC 5646), 2.2.1; IEEE 1484.12.1-2002, 1.3", SCORM)
def lom_language_code(package: Package) -> Iterator[Finding]:
    """A language is named by its code, not by its name.

    A code has two or three letters. A name such as `english` or `dutch` has the form of a code and so passes a schema,
    but no software knows it. `none` is for content without language, in `general/language` only.

    Write the code of the language.

    Bad: `<language>dutch</language>`

    Good: `<language>nl</language>`
    """
    for record in records(package, v.LOM, v.IMSMD):
        none_allowed = {id(part) for part in record.parts("general")}
        for element in record.element.iter():
            for place, text in _no_codes(element):
                if not (text == "none" and id(element) in none_allowed):
                    message = say("the language is `{value}`, which is no code of a language", value=text)
                    yield Finding(place, message, say("write the code, such as `en` for English or `nl` for Dutch"))


@rule("SK-LOM-008", "lom-vcard", Severity.WARNING, "IEEE 1484.12.1-2002, 2.3.2, 3.2.2 and 8.1; RFC 2426", SCORM)
def lom_vcard(package: Package) -> Iterator[Finding]:
    """Who contributed is given as a vCard.

    The standard asks for one so that software can tell name, organization and address apart. A bare name is shown as it
    stands by some, and dropped by others.

    Write a vCard, each of its lines on a line of its own.

    Bad: `<entity>Kim Jansen</entity>`

    Good: `<entity>BEGIN:VCARD`, `VERSION:3.0`, `N:Jansen;Kim;;;`, `FN:Kim Jansen`, `END:VCARD</entity>`
    """
    for element in _named(package, "entity", "vcard"):
        text = collapsed(element.text)
        if text and not (text.upper().startswith("BEGIN:VCARD") and text.upper().endswith("END:VCARD")):
            message = say("<{tag}> is `{text}`, which is no vCard", tag=str(element.name), text=text)
            hint = say("begin with BEGIN:VCARD and VERSION:3.0, give N: and FN: their lines, end with END:VCARD")
            yield Finding(element.place(), message, hint)


@rule("SK-LOM-009", "lom-format", Severity.WARNING, "IEEE 1484.12.1-2002, 4.1; RFC 2048", SCORM)
def lom_format(package: Package) -> Iterator[Finding]:
    """A technical format is a media type, or `non-digital`.

    By it software knows what it needs to open the material. A file extension or the name of a program tells that to
    people only.

    Write the media type, one for each format that occurs.

    Bad: `<format>HTML</format>`

    Good: `<format>text/html</format>`
    """
    for record in records(package, v.LOM, v.IMSMD):
        for element in record.parts("technical"):
            text = collapsed(element.text)
            if element.name.local == "format" and text and text != "non-digital" and not _MIME.fullmatch(text):
                message = say("the format is `{text}`, which is no media type", text=text)
                yield Finding(element.place(), message, say("write it as type/subtype, such as text/html or video/mp4"))


def _wrong(package: Package, *, strict: bool) -> Iterator[Term]:
    """Whole pairs that are not of LOMv1.0, in the records whose schema knows no others, or in all the rest."""
    for record in records(package, v.LOM):
        whole = (term for term in record.terms() if term.source is not None and term.value is not None)
        wrong = [term for term in whole if not term.is_right]
        if wrong and is_strict(package, record) is strict:
            yield from wrong


def _incomplete(term: Term) -> Iterator[Finding]:
    for part, told in (("source", term.source), ("value", term.value)):
        if told is None:
            message = say("<{tag}> has no <{part}>, or an empty one", tag=str(term.element.name), part=part)
            source = say("add <source>{source}</source>, if the term is of that standard", source=SOURCE)
            yield Finding(term.element.place(), message, source if part == "source" else _one_of(term))


def _about(term: Term) -> Finding:
    """What is wrong with a whole pair: its source, or else its value."""
    tag = str(term.element.name)
    if term.source != SOURCE and term.source is not None:
        message = say("the source of <{tag}> is `{source}`, not `LOMv1.0`", tag=tag, source=term.source)
        hint = say("write LOMv1.0, and a term of that standard")
        return Finding(term.place_of("source").place(), message, hint)
    value = term.value or ""
    message = say("`{value}` is no term of LOMv1.0 for <{tag}>", value=value, tag=tag)
    return Finding(term.place_of("value").place(), message, did_you_mean(value, term.terms, _one_of(term)))


def _one_of(term: Term) -> Said:
    return say("write one of: {names}", names=", ".join(term.terms))


def _no_codes(element: Element) -> Iterator[tuple[Place, str]]:
    """The languages that an element names, in its text or in an attribute, that are no codes of one.

    What has not even the form of a code is left to another rule, except in SCORM 1.2, whose schema takes any text.
    """
    text = collapsed(element.text)
    any_text = element.name.namespace == v.IMSMD
    if element.name.local == "language" and text and (any_text or LANGUAGE.holds(text)) and not _is_code(text):
        yield element.place(), text
    for name, value in element.attributes.items():
        names_one = (name.namespace, name.local) in (("", "language"), (v.XML, "lang"))
        if names_one and LANGUAGE.holds(value) and not _is_code(collapsed(value)):
            yield element.place(name), collapsed(value)


def _is_code(text: str) -> bool:
    return is_language_tag(text) and len(text.split("-")[0]) <= _LONGEST_LANGUAGE


def _named(package: Package, *names: str) -> Iterator[Element]:
    for record in records(package, v.LOM, v.IMSMD):
        yield from (element for element in record.element.iter() if element.name.local in names)
