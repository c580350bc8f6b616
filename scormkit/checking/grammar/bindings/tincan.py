"""tincan.xml. Source: Rustici Software, Incorporating a Tin Can LRS into an LMS; xAPI 1.0.3, Data 2.4.4.1.

tincan.xsd itself was not to be had: the elements are those that the document names and those that xAPI has in a
definition of an activity, in whatever order, with more groups of activities than one.
"""

from __future__ import annotations

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Foreign, Grammar
from scormkit.checking.grammar.names import IRI
from scormkit.checking.grammar.types import ANYTHING, one_of

_COMPONENTS = ("choices", "scale", "source", "target", "steps")
_INTERACTIONS = one_of(
    *("true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert"),
    *("numeric", "other"),
)


def _some(*names: str, type_: str = "") -> tuple[Child, ...]:
    return tuple(Child(name, 0, None, type_) for name in names)


def _open(children: tuple[Child, ...] = (), attributes: tuple[Attribute, ...] = ()) -> ElementType:
    return ElementType(children, attributes, ordered=False, foreign=Foreign.ANYWHERE, foreign_attributes=True)


_FREE = ElementType(attributes=(Attribute("key"),), foreign_attributes=True, anything=True)

_TYPES = {
    "tincan": _open((Child("activities", 1, None, missing="TC-05"), *_some("provider"))),
    "activities": _open((Child("activity", 1, None, missing="TC-05"), *_some("provider"))),
    "activity": _open(
        (
            *_some("name", "description", "launch", "resource", type_="text"),
            Child("interactionType"),
            *_some("correctResponsePatterns", "correctResponsesPattern", type_="patterns"),
            *_some(*_COMPONENTS, type_="components"),
            *_some("moreInfo", type_="text"),
            Child("extensions"),
        ),
        (Attribute("id", IRI, required=True, clause="TC-05", absent="TC-05"), Attribute("type", IRI, clause="TC-06")),
    ),
    "text": ElementType(attributes=(Attribute("lang"),), text=ANYTHING, foreign_attributes=True),
    "interactionType": ElementType(text=_INTERACTIONS, foreign_attributes=True),
    "patterns": _open(_some("correctResponsePattern", type_="text")),
    "components": _open(_some("component")),
    "component": _open((Child("id", type="text"), *_some("description", type_="text"))),
    "extensions": _open(_some("extension")),
    "extension": _FREE,
    "provider": _FREE,
}

GRAMMARS = (Grammar(v.TINCAN_COURSE, v.TINCAN, "TC", _TYPES, roots={"tincan": "tincan"}),)
