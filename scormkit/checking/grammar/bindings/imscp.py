"""imsmanifest.xml of SCORM 2004: content packaging. Source: imscp_v1p1.xsd; CAM 3.4, the application profiles.

The schema is looser than the application profile: `metadata`, titles and `identifierref` are optional in it. What the
profile demands of every package is in here too; what depends on other elements is in the rules.
"""

from __future__ import annotations

from dataclasses import replace

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Foreign, Grammar
from scormkit.checking.grammar.types import ANYTHING, BOOLEAN, NCNAME, Type, at_most, one_of

_SCHEMA = one_of("ADL SCORM")
_SCHEMA_VERSION = one_of("2004 4th Edition", "2004 3rd Edition", "CAM 1.3")


def _open(
    children: tuple[Child, ...] = (),
    attributes: tuple[Attribute, ...] = (),
    order_clause: str = "",
    repeated: str = "",
) -> ElementType:
    """Nearly all elements take whatever another namespace has: attributes, and elements after their own."""
    return ElementType(
        children,
        attributes,
        foreign=Foreign.AT_THE_END,
        foreign_attributes=True,
        order_clause=order_clause,
        repeated=repeated,
    )


def _manifest(metadata: Child) -> ElementType:
    return _open(
        (
            metadata,
            Child("organizations", 1, missing="M4-16", repeated="M4-16"),
            Child("resources", 1, missing="M4-16", repeated="M4-16"),
            Child("manifest", 0, None, type="submanifest"),
        ),
        (
            Attribute("identifier", NCNAME, required=True, clause="M4-01"),
            Attribute("version", at_most(20), clause="M4-03"),
        ),
    )


def _text(type_: Type, clause: str = "") -> ElementType:
    return ElementType(text=type_, text_clause=clause)


_TYPES = {
    "manifest": _manifest(Child("metadata", 1, type="manifest-metadata", missing="M4-08", repeated="M4-08")),
    "submanifest": _manifest(Child("metadata")),
    "manifest-metadata": _open(
        (
            Child("schema", 1, type="adl-scorm", missing="M4-10", repeated="M4-10"),
            Child("schemaversion", 1, type="edition", missing="M4-11", repeated="M4-11"),
        ),
        order_clause="M4-09",
    ),
    "adl-scorm": _text(_SCHEMA, "M4-10"),
    "edition": _text(_SCHEMA_VERSION, "M4-11"),
    "metadata": _open((Child("schema"), Child("schemaversion"))),
    "schema": _text(ANYTHING),
    "schemaversion": _text(ANYTHING),
    "organizations": _open((Child("organization", 0, None),), (Attribute("default"),)),
    "organization": _open(
        (
            Child("title", 1, missing="O4-08", repeated="O4-08"),
            Child("item", 1, None, missing="O4-10"),
            Child("metadata", repeated="O4-11"),
        ),
        (Attribute("identifier", NCNAME, required=True, clause="O4-04"), Attribute("structure")),
        order_clause="I4-20",
        repeated="O4-11",
    ),
    "item": _open(
        (
            Child("title", 1, missing="I4-02", repeated="I4-02"),
            Child("item", 0, None),
            Child("metadata", repeated="I4-20"),
        ),
        (
            Attribute("identifier", NCNAME, required=True, clause="I4-01"),
            Attribute("identifierref"),
            Attribute("isvisible", BOOLEAN, clause="I4-06"),
            Attribute("parameters"),
        ),
        order_clause="I4-20",
    ),
    "title": _text(at_most(200), "O4-09"),
    "resources": _open((Child("resource", 0, None),)),
    "resource": _open(
        (Child("metadata", repeated="R4-22"), Child("file", 0, None), Child("dependency", 0, None)),
        (
            Attribute("identifier", NCNAME, required=True, clause="R4-01"),
            Attribute("type", required=True, absent="R4-02"),
            Attribute("href"),
        ),
        order_clause="R4-22",
    ),
    "file": _open(
        (Child("metadata", repeated="R4-22"),),
        (Attribute("href", required=True, absent="R4-07"),),
        order_clause="R4-22",
    ),
    "dependency": _open((), (Attribute("identifierref", required=True, absent="R4-18"),)),
}

FOURTH = Grammar(v.CP_2004, frozenset({v.Edition.SCORM_2004_4}), "CP", _TYPES, roots={"manifest": "manifest"})
EARLIER = replace(
    FOURTH,
    editions=v.SCORM_2004 - FOURTH.editions,
    types={
        # IMS CP 1.1.4 was the first to let attributes of other namespaces in here.
        name: replace(type_, foreign_attributes=False) if name.endswith("metadata") else type_
        for name, type_ in _TYPES.items()
    },
)
GRAMMARS = (EARLIER, FOURTH)
