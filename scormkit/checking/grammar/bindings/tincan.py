"""tincan.xml. Source: tincan.xsd, namespace http://projecttincan.com/tincan.xsd."""

from __future__ import annotations

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Grammar
from scormkit.checking.grammar.types import ANYTHING

_TEXT = ElementType(attributes=(Attribute("lang"),), text=ANYTHING)

GRAMMARS = (
    Grammar(
        v.TINCAN_COURSE,
        v.TINCAN,
        "TC",
        {
            "tincan": ElementType((Child("activities", 1, missing="TC-05"),)),
            "activities": ElementType((Child("activity", 1, None, missing="TC-05"),)),
            "activity": ElementType(
                (Child("name", 0, None, "text"), Child("description", 0, None, "text"), Child("launch", 0, 1, "text")),
                (Attribute("id", required=True, absent="TC-05"), Attribute("type")),
            ),
            "text": _TEXT,
        },
        roots={"tincan": "tincan"},
    ),
)
