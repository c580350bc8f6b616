"""What SCORM itself asks of metadata, which is much in the 2nd Edition and nothing from the 3rd on."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.types import collapsed
from scormkit.checking.lom import SOURCE, Record, means, records
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, rule
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import Edition
from scormkit.diagnostics import Severity
from scormkit.said import say

_PROFILE = "ADLv1.0"
_SECOND = frozenset({Edition.SCORM_2004_2})
_ASKED = (
    ("general", "identifier"),
    ("general", "title"),
    ("general", "description"),
    ("metaMetadata", "metadataSchema"),
    ("technical", "format"),
    ("rights", "copyrightAndOtherRestrictions"),
)
_WITH_PROFILE = frozenset({"manifest", "resource", "file"})
"""What is meant for reuse by itself: a whole package, a SCO, an asset. Organizations and items are asked for less."""


@rule(
    "SK-LOM-011",
    "lom-profile",
    Severity.WARNING,
    "SCORM 2004 2nd Ed. CAM 1.3.1, metadata application profiles; not in later editions",
    _SECOND,
)
def lom_profile(package: Package) -> Iterator[Finding]:
    """In the 2nd Edition, metadata say what somebody needs who wants to use the material again.

    They are optional, but where they are, its application profiles ask for an identifier, a title, a description, the
    metadata schema, the technical format and the rights. From the 3rd Edition on SCORM asks for nothing here.

    Add what is missing, or leave the metadata out.

    Bad: `<lom><general><title>…</title></general></lom>`

    Good: `<lom><general><identifier>…</identifier><title>…</title><description>…</description></general>…</lom>`
    """
    for record in _of_what_is_used_again(package):
        missing = [
            f"{category}/{name}"
            for category, name in _ASKED
            if not any(part.name.local == name for part in record.parts(category))
        ]
        if missing:
            message = say("the metadata lack: {names}", names=", ".join(missing))
            hint = say("add them, or leave the metadata out")
            yield Finding(record.element.place(), message, hint)


@rule(
    "SK-LOM-012",
    "lom-metadata-schema",
    Severity.WARNING,
    "SCORM 2004 2nd Ed. CAM 1.3.1, <metadataSchema>; IEEE 1484.12.1-2002, 3.3",
    SCORM_2004,
)
def lom_metadata_schema(package: Package) -> Iterator[Finding]:
    """The metadata schemas are named as they are called: `LOMv1.0` and `ADLv1.0`.

    By these names a repository knows which rules a record follows. The 2nd Edition asks for both; for later ones the
    rule says only where a name is misspelt.

    Write the names letter by letter.

    Bad: `<metadataSchema>LOM v1.0</metadataSchema>`

    Good: `<metadataSchema>LOMv1.0</metadataSchema><metadataSchema>ADLv1.0</metadataSchema>`
    """
    for record in records(package, v.LOM):
        schemas = [part for part in record.parts("metaMetadata") if part.name.local == "metadataSchema"]
        told = {collapsed(schema.text) for schema in schemas}
        for schema in schemas:
            yield from _misspelt(schema)
        for name in (SOURCE, _PROFILE):
            if _SECOND & package.editions and schemas and not any(means(one, name) for one in told):
                message = say("no <metadataSchema> of these metadata is `{name}`", name=name)
                yield Finding(schemas[0].place(), message, say("add one: `{name}`", name=name))


def _misspelt(schema: Element) -> Iterator[Finding]:
    written = collapsed(schema.text)
    for name in (SOURCE, _PROFILE):
        if written != name and means(written, name):
            message = say("the metadata schema is `{written}`, not `{name}`", written=written, name=name)
            yield Finding(schema.place(), message, say("write {name}", name=name))


def _of_what_is_used_again(package: Package) -> Iterator[Record]:
    """The records in the manifest that describe a package, a SCO or an asset."""
    manifest = package.manifest
    inside = {
        id(record)
        for owner in manifest.elements
        if owner.name.local in _WITH_PROFILE
        for metadata in manifest.children(owner, "metadata")
        for record in metadata.children
    }
    return (record for record in records(package, v.LOM) if id(record.element) in inside)
