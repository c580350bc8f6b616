"""What the course structure says in which language, and what vendors add to it."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.names import LANGUAGE
from scormkit.checking.package import Package
from scormkit.checking.rule import CMI5, Finding, broken, rule
from scormkit.checking.shared.structures import ill_formed, no_language
from scormkit.checking.source import Name
from scormkit.diagnostics import Severity
from scormkit.said import say

_LANG = Name("", "lang")
_XML_LANG = Name(v.XML, "lang", "xml")
_SCHEMA_LOCATION = Name(v.XML_SCHEMA_INSTANCE, "schemaLocation")


@rule("SK-CM5-021", "cmi5-language", Severity.WARNING, "cmi5 13.1, langstring; RFC 5646, 2.1", CMI5)
def language(package: Package) -> Iterator[Finding]:
    """Every `langstring` says in which language it is.

    An LMS picks the text for a learner by its `lang`, a tag by RFC 5646. The XSD lets it be left out; then the LMS has
    to guess, and a screen reader reads the title with the wrong voice.

    Add `lang`, not `xml:lang`: language in small letters, region after a hyphen.

    Bad: `<langstring>Welkom</langstring>`, `<langstring lang="dutch-be-x">Welkom</langstring>`

    Good: `<langstring lang="nl-BE">Welkom</langstring>`
    """
    for element in package.course.langstrings:
        tag = element.get("lang")
        if tag is None:
            other = element.attributes.get(_XML_LANG)
            hint = say('write lang="{value}" instead of xml:lang', value=other) if other else None
            yield no_language(element, hint)
        elif LANGUAGE.holds(tag):  # what even the schema refuses has its finding there
            yield from ill_formed(element, _LANG)


@rule("SK-CM5-023", "vendor-extension", Severity.ERROR, "cmi5 13.1.5; CourseStructure.xsd, anyElement", CMI5)
def vendor_extension(package: Package) -> Iterator[Finding]:
    """What vendors add stands in a namespace of their own, where the schema has room for it.

    Elements of other namespaces may stand at the end of the structure, of a course, a block, a unit, a list of
    objectives, a title or a description; attributes of other namespaces on these and on a `langstring`. Anywhere else
    they make the structure invalid, and an LMS refuses it.

    Move the element to the end of the unit, block or structure that it is about, and give it a namespace.

    Bad: `<au id="…"><my:level xmlns:my="…">2</my:level><title>…</title>…</au>`

    Good: `<au id="…"><title>…</title>…<url>index.html</url><my:level xmlns:my="…">2</my:level></au>`
    """
    yield from broken(package, "C5-23")


@rule("SK-CM5-103", "vendor-schema", Severity.INFO, "cmi5 13.1.5: an extension comes with an XML schema", CMI5)
def vendor_schema(package: Package) -> Iterator[Finding]:
    """What vendors add comes with its schema.

    Who puts elements of an own namespace into a course structure must provide an XML Schema for them. It need not be in
    the package, so that none is found here is no proof that there is none.

    Put the schema into the zip, or say by `xsi:schemaLocation` where it is.

    Bad: `<my:level xmlns:my="https://example.org/level">2</my:level>`, and no schema anywhere

    Good: `xsi:schemaLocation="https://example.org/level level.xsd"` on the root element, and `level.xsd` in the zip
    """
    if package.bare or any(name.lower().endswith(".xsd") for name in package.names):
        return
    located = set(package.course.root.attributes.get(_SCHEMA_LOCATION, "").split()[::2])
    for element in package.course.extensions:
        namespace = element.name.namespace
        if namespace and namespace not in located:
            located.add(namespace)
            message = say(
                "there is no schema for the namespace {namespace} of <{tag}>",
                namespace=namespace,
                tag=str(element.name),
            )
            yield Finding(element.place(), message, say("put its XSD into the zip, or name it in xsi:schemaLocation"))
