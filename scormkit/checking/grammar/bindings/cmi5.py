"""The course structure of cmi5. Source: CourseStructure.xsd, namespace …/xapi/profiles/cmi5/v1/CourseStructure.xsd.

Values are read without the white space around them, which an LMS removes (cmi5 13.1), though the XSD would refuse
`moveOn=" Passed"`.
"""

from __future__ import annotations

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Foreign, Grammar
from scormkit.checking.grammar.names import IRI, LANGUAGE, URL
from scormkit.checking.grammar.types import ANYTHING, decimal, one_of

_GENERIC = "C5"
_TEXTS = "C5-TEXTS"
"""That blocks, units and objectives have a title and a description, and these a text."""
_ID = Attribute("id", IRI, required=True, clause="C5-06", absent="C5-06")
_PARTS = (Child("au", 0, None), Child("block", 0, None, mixed=True))
"""Of which there is at least one, as a rule of its own sees to."""


def _titled(missing: str = _TEXTS) -> tuple[Child, ...]:
    return tuple(Child(name, 1, 1, "text", missing=missing) for name in ("title", "description"))


def _open(children: tuple[Child, ...], attributes: tuple[Attribute, ...] = ()) -> ElementType:
    """An element that vendors may extend."""
    return ElementType(
        children, attributes, foreign=Foreign.AT_THE_END, foreign_attributes=True, foreign_clause="C5-23"
    )


_TYPES = {
    "courseStructure": _open(
        (Child("course", missing="C5-05", repeated="C5-05", least=1), Child("objectives"), *_PARTS)
    ),
    "course": _open(_titled("C5-05"), (Attribute("id", IRI, required=True, clause="C5-06", absent="C5-05"),)),
    "block": _open((*_titled(), Child("objectives", type="references"), *_PARTS), (_ID,)),
    "au": _open(
        (
            *_titled(),
            Child("objectives", type="references"),
            Child("url", 1, missing="C5-13"),
            Child("launchParameters", type="string"),
            Child("entitlementKey", type="string"),
        ),
        (
            _ID,
            Attribute(
                "moveOn",
                one_of("NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"),
                clause="C5-18",
            ),
            Attribute("masteryScore", decimal("0", "1"), clause="C5-19"),
            Attribute("launchMethod", one_of("AnyWindow", "OwnWindow"), clause="C5-20"),
            Attribute("activityType", IRI, clause="C5-26"),
        ),
    ),
    "objectives": _open((Child("objective", 1, None),)),
    "objective": ElementType(_titled(), (_ID,), ordered=False, foreign_clause="C5-23"),
    "references": _open((Child("objective", 1, None, "reference"),)),
    "reference": ElementType(attributes=(Attribute("idref", required=True, absent="C5-11"),), foreign_clause="C5-23"),
    "text": _open((Child("langstring", 1, None, missing=_TEXTS),)),
    "langstring": ElementType(
        attributes=(Attribute("lang", LANGUAGE),), text=ANYTHING, foreign_attributes=True, foreign_clause="C5-23"
    ),
    "url": ElementType(text=URL, text_clause="C5-13", foreign_clause="C5-23"),
    "string": ElementType(text=ANYTHING, foreign_attributes=True, clause="C5-27", foreign_clause="C5-27"),
}

GRAMMARS = (Grammar(v.CMI5_COURSE, v.CMI5, _GENERIC, _TYPES, roots={"courseStructure": "courseStructure"}),)
