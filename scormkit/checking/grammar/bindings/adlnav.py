"""Which buttons of the LMS an item hides. Source: adlnav_v1p3.xsd; SN 5.6, presentation information model."""

from __future__ import annotations

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Child, ElementType, Extension, Grammar
from scormkit.checking.grammar.types import one_of

BUTTONS = ("previous", "continue", "exit", "exitAll", "abandon", "abandonAll", "suspendAll")
"""Those of the 3rd and 4th edition; the 2nd has not the three that end in "All", which E-02b tells."""

GRAMMARS = (
    Grammar(
        v.ADLNAV,
        v.SCORM_2004,
        "ADLNAV",
        {
            "presentation": ElementType((Child("navigationInterface"),)),
            "navigationInterface": ElementType((Child("hideLMSUI", 0, None),)),
            "hideLMSUI": ElementType(text=one_of(*BUTTONS), text_clause="I4-19"),
        },
        extensions={"presentation": Extension("presentation", frozenset({"item"}), "I4-18", "I4-18")},
    ),
)
