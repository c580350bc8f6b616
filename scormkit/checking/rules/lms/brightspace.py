"""Brightspace, by what its users found and its makers answered."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, Finding, rule
from scormkit.diagnostics import Severity
from scormkit.said import say

_HIGHEST = {"cmi.core.score.raw": "cmi.core.score.max", "cmi.score.raw": "cmi.score.max"}


@rule("SK-LMS-101", "brightspace-score-max", Severity.WARNING, "Brightspace Community 4271", SCORM, lms="brightspace")
def score_max(package: Package) -> Iterator[Finding]:
    """A score comes with the highest score there is.

    The legacy player of Brightspace writes a grade only where the raw score is set and the highest one is more than 0.
    (Only scripts that name the elements in whole literals are looked at.)

    Set min and max before raw.

    Bad: `api.LMSSetValue("cmi.core.score.raw", "80")` alone

    Good: `api.LMSSetValue("cmi.core.score.max", "100")` before it

    Source: Brightspace Community, discussion 4271.
    """
    scripts = list(package.contents.code())
    named = {name.name for script in scripts for name in script.names}
    for script in scripts:
        for name in script.names:
            highest = _HIGHEST.get(name.name)
            if highest is not None and highest not in named:
                message = say("{raw} is written, and {highest} nowhere", raw=name.name, highest=highest)
                yield Finding(name.place, message, say("write {highest} too, before the raw score", highest=highest))
                return
