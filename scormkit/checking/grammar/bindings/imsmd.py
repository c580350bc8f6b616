"""Metadata in SCORM 1.2: IMS Learning Resource Metadata 1.2.1. Source: imsmd_rootv1p2p1.xsd; CAM 1.2, 2.2.

Most elements of that schema end in "any element of any namespace, as long as there is a schema of it". That lets in
whatever else it knows, in any order and number, which its authors hardly meant: so order and number are warnings there
(L-104) and errors where the list is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Foreign, Grammar
from scormkit.checking.grammar.names import LANGUAGE
from scormkit.checking.grammar.types import ANYTHING, Type, collapsed, one_of
from scormkit.said import say

_INTEGER = re.compile(r"[+-]?[0-9]{1,40}")
_LARGEST = 2**31


def _is_int(text: str) -> bool:
    written = collapsed(text)
    return _INTEGER.fullmatch(written) is not None and -_LARGEST <= int(written) < _LARGEST


_INT = Type(_is_int, say("a whole number"))
_TEXT = ElementType(text=ANYTHING)
_TEXTS = ElementType((Child("langstring", 1, None, missing="L-04"),), clause="L-04")
_TEXT_ONCE = ElementType((Child("langstring", 1, missing="L-04", repeated="L-04"),), clause="L-04")
_TERM = ElementType((Child("source", 1, repeated="L-02"), Child("value", 1, repeated="L-02")))
_MOMENT = ElementType((Child("datetime", repeated="L-02"), Child("description", repeated="L-02")))
_CARD = ElementType((Child("vcard", 1, repeated="L-02"),))


def _kinds(names: str) -> tuple[Child, ...]:
    """Children by a list of names: `name` at most once, `name*` any number of times, `name!` exactly once."""
    kinds = {"*": (0, None), "!": (1, 1)}
    marked = ((name.rstrip("*!"), *kinds.get(name[-1], (0, 1))) for name in names.split())
    return tuple(Child(name, least, most, repeated="L-02") for name, least, most in marked)


_CLOSED = {
    "lom": ElementType(
        _kinds("general lifecycle metametadata technical educational rights relation* annotation* classification*")
    ),
    "taxonpath": ElementType(_kinds("source taxon")),
    "taxon": ElementType(_kinds("id entry taxon")),
    "centity": _CARD,
    "person": _CARD,
    "date": _MOMENT,
    "duration": _MOMENT,
    "typicallearningtime": _MOMENT,
    "source": _TEXT_ONCE,
    "value": _TEXT_ONCE,
    "langstring": ElementType(
        attributes=(Attribute("lang", LANGUAGE, clause="L-03", namespace=v.XML),), text=ANYTHING, clause="L-04"
    ),
    "location": ElementType(attributes=(Attribute("type", one_of("URI", "TEXT", exact=True)),), text=ANYTHING),
    "size": ElementType(text=_INT),
}
_OPEN = {
    "general": _kinds(
        "identifier title catalogentry* language* description* keyword* coverage* structure aggregationlevel"
    ),
    "catalogentry": _kinds("catalog! entry!"),
    "lifecycle": _kinds("version status contribute*"),
    "contribute": _kinds("role! centity* date"),
    "metametadata": _kinds("identifier catalogentry* contribute* metadatascheme* language"),
    "technical": _kinds("format* size location* requirement* installationremarks otherplatformrequirements duration"),
    "requirement": _kinds("type name minimumversion maximumversion"),
    "educational": _kinds(
        "interactivitytype learningresourcetype* interactivitylevel semanticdensity intendedenduserrole* context*"
        " typicalagerange* difficulty typicallearningtime description language*"
    ),
    "rights": _kinds("cost copyrightandotherrestrictions description"),
    "relation": _kinds("kind resource"),
    "resource": _kinds("identifier description catalogentry*"),
    "annotation": _kinds("person date description"),
    "classification": _kinds("purpose taxonpath* description keyword*"),
}
_LANG_STRINGS = (
    "title", "entry", "description", "keyword", "coverage", "version", "installationremarks",
    "otherplatformrequirements", "typicalagerange",
)  # fmt: skip
_TERMS = (
    "structure", "aggregationlevel", "status", "role", "type", "name", "interactivitytype", "learningresourcetype",
    "interactivitylevel", "semanticdensity", "intendedenduserrole", "context", "difficulty", "cost",
    "copyrightandotherrestrictions", "kind", "purpose",
)  # fmt: skip
_PLAIN = (
    "identifier", "catalog", "language", "metadatascheme", "format", "minimumversion", "maximumversion", "vcard",
    "datetime", "id",
)  # fmt: skip
_ALL = (*_CLOSED, *_OPEN, *_LANG_STRINGS, *_TERMS, *_PLAIN)


def _open(children: Iterable[Child]) -> ElementType:
    """Its own children, then any other that the schema knows; text between them is let in too."""
    own = tuple(replace(child, repeated="L-104") for child in children)
    known = {child.name for child in own}
    others = tuple(Child(name, 0, None, mixed=True) for name in sorted(set(_ALL) - known))
    return ElementType((*own, *others), text=ANYTHING, foreign=Foreign.ANYWHERE, order_clause="L-104")


GRAMMARS = (
    Grammar(
        v.IMSMD,
        v.SCORM_12,
        "L-101",
        {
            **_CLOSED,
            **{name: _open(children) for name, children in _OPEN.items()},
            **dict.fromkeys(_LANG_STRINGS, _TEXTS),
            **dict.fromkeys(_TERMS, _TERM),
            **dict.fromkeys(_PLAIN, _TEXT),
        },
        roots={"lom": "lom"},
    ),
)
