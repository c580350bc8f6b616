"""What ADL adds to content packaging. Source: adlcp_v1p3.xsd of the 3rd and of the 4th edition; CAM 3.4.1.

A name that came with the 4th edition breaks E-02 in an older package.
"""

from __future__ import annotations

from dataclasses import replace

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Extension, Grammar
from scormkit.checking.grammar.types import ADDRESS, BOOLEAN, NOT_BLANK, NOTHING, Type, at_most, decimal, one_of
from scormkit.said import say

_NOWHERE = frozenset[str]()
_ITEM = frozenset({"item"})
_PARTS = frozenset({"item", "organization"})
_ACTIONS = ("exit,message", "exit,no message", "continue,message", "continue,no message")
MEASURE = decimal("0", "1")
"""A share of the whole, as the 3rd edition writes it as text and the 4th as an attribute."""
_BLANK_OR_MEASURE = Type(
    lambda text: not text.strip() or MEASURE.holds(text), say("empty; write the number as minProgressMeasure")
)

_LOCATION = Type(
    lambda text: len(text) <= 2000 and ADDRESS.holds(text),
    say("an address of at most {characters:,} characters, with `%25` for each `%`", characters=2000),
)
_STORE = Type(
    lambda text: NOT_BLANK.holds(text) and ADDRESS.holds(text),
    say("a name such as `urn:example:notes`, with `%25` for each `%`"),
)

_TYPES = {
    "location": ElementType(text=_LOCATION, text_clause="M4-13"),
    "dataFromLMS": ElementType(text=at_most(4000), text_clause="I4-11"),
    "timeLimitAction": ElementType(text=one_of(*_ACTIONS, exact=True), text_clause="I4-09"),
    "completionThreshold": ElementType(
        attributes=(
            Attribute("completedByMeasure", BOOLEAN, clause="I4-13"),
            Attribute("minProgressMeasure", MEASURE, clause="I4-13"),
            Attribute("progressWeight", MEASURE, clause="I4-13"),
        ),
        text=_BLANK_OR_MEASURE,
        clause="I4-13",
    ),
    "data": ElementType((Child("map", 1, None, missing="I4-15"),), clause="I4-15"),
    "map": ElementType(
        attributes=(
            Attribute("targetID", _STORE, required=True),
            Attribute("readSharedData", BOOLEAN),
            Attribute("writeSharedData", BOOLEAN),
        ),
        clause="I4-16",
    ),
}
_EXTENSIONS = {
    "location": Extension("location", frozenset({"metadata"}), "M4-13", most=None),
    "dataFromLMS": Extension("dataFromLMS", _ITEM, "I4-10", "I4-10"),
    "timeLimitAction": Extension("timeLimitAction", _ITEM, "I4-09", "I4-09"),
    "completionThreshold": Extension("completionThreshold", _PARTS, "I4-12", "I4-12"),
    "data": Extension("data", _ITEM, "I4-15", "I4-15"),
}
_RESOURCE = frozenset({"resource"})
_SCORM_TYPE = Attribute(
    "scormType", one_of("sco", "asset", exact=True), parents=_RESOURCE, clause="R4-04", elsewhere="R4-04"
)
_SHARED_DATA = Attribute(
    "sharedDataGlobalToSystem", BOOLEAN, parents=frozenset({"organization"}), clause="O4-07", elsewhere="O4-07"
)
_PERSIST_STATE = Attribute("persistState", BOOLEAN, parents=_RESOURCE)

FOURTH = Grammar(
    v.ADLCP_2004,
    frozenset({v.Edition.SCORM_2004_4}),
    "ADLCP",
    _TYPES,
    extensions=_EXTENSIONS,
    attributes=(_SCORM_TYPE, _SHARED_DATA, replace(_PERSIST_STATE, parents=_NOWHERE, elsewhere="R4-21")),
)
THIRD = Grammar(
    v.ADLCP_2004,
    frozenset({v.Edition.SCORM_2004_3}),
    "ADLCP",
    {
        **_TYPES,
        "completionThreshold": ElementType(
            attributes=tuple(
                Attribute(name, NOTHING, clause="E-02")
                for name in ("completedByMeasure", "minProgressMeasure", "progressWeight")
            ),
            text=MEASURE,
            text_clause="I4-13",
            clause="I4-13",
        ),
    },
    extensions={**_EXTENSIONS, "data": Extension("data", _NOWHERE, "E-02")},
    attributes=(
        _SCORM_TYPE,
        replace(_SHARED_DATA, parents=_NOWHERE, elsewhere="E-02"),
        replace(_PERSIST_STATE, parents=_NOWHERE, elsewhere="R4-21"),
    ),
)
SECOND = replace(
    THIRD,
    editions=frozenset({v.Edition.SCORM_2004_2}),
    attributes=(*THIRD.attributes[:2], _PERSIST_STATE),
)
GRAMMARS = (SECOND, THIRD, FOURTH)
