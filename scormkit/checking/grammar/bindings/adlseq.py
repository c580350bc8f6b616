"""ADL's own parts of a `sequencing` element. Source: adlseq_v1p3.xsd of the 3rd and of the 4th edition.

A name that came with the 4th edition breaks E-02 in an older package.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Extension, Grammar
from scormkit.checking.grammar.types import BOOLEAN, NOT_BLANK, one_of

_element = partial(ElementType, foreign_clause="S4")
_SEQUENCING = frozenset({"sequencing"})
_COUNTS = one_of("always", "ifAttempted", "ifNotSkipped", "ifNotSuspended")
_SHARED_BY_MAP = ("RawScore", "MinScore", "MaxScore", "CompletionStatus", "ProgressMeasure")


def _part(name: str) -> Extension:
    return Extension(name, _SEQUENCING, "S4-place", repeated="S4-04")


_TYPES = {
    "constrainedChoiceConsiderations": _element(
        attributes=tuple(Attribute(name, BOOLEAN, clause="S4-33") for name in ("preventActivation", "constrainChoice"))
    ),
    "rollupConsiderations": _element(
        attributes=(
            *(
                Attribute(f"requiredFor{status}", _COUNTS, clause="S4-34")
                for status in ("Satisfied", "NotSatisfied", "Completed", "Incomplete")
            ),
            Attribute("measureSatisfactionIfActive", BOOLEAN, clause="S4-34"),
        )
    ),
    "objectives": _element((Child("objective", 1, None, missing="S4-29"),)),
    "objective": _element(
        (Child("mapInfo", 1, None, missing="S4-29"),),
        (Attribute("objectiveID", NOT_BLANK, required=True, clause="S4-29", absent="S4-29"),),
    ),
    "mapInfo": _element(
        attributes=(
            Attribute("targetObjectiveID", NOT_BLANK, required=True, clause="S4-29", absent="S4-29"),
            *(
                Attribute(f"{direction}{value}", BOOLEAN, clause="S4-29")
                for direction in ("read", "write")
                for value in _SHARED_BY_MAP
            ),
        )
    ),
}
_EXTENSIONS = {
    "constrainedChoiceConsiderations": _part("constrainedChoiceConsiderations"),
    "rollupConsiderations": _part("rollupConsiderations"),
    "objectives": _part("objectives"),
}
_GLOBAL_TO_SYSTEM = Attribute(
    "objectivesGlobalToSystem", BOOLEAN, parents=frozenset({"organization"}), clause="O4-06", elsewhere="O4-06"
)

FOURTH = Grammar(
    v.ADLSEQ,
    frozenset({v.Edition.SCORM_2004_4}),
    "S4",
    _TYPES,
    extensions=_EXTENSIONS,
    attributes=(_GLOBAL_TO_SYSTEM,),
)
OLDER = replace(
    FOURTH,
    editions=frozenset({v.Edition.SCORM_2004_2, v.Edition.SCORM_2004_3}),
    extensions={**_EXTENSIONS, "objectives": Extension("objectives", frozenset(), "E-02")},
)
GRAMMARS = (OLDER, FOURTH)
