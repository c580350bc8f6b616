"""Tovuti LMS, by its makers' help."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, Finding, rule
from scormkit.checking.rules.lms.scos import scos
from scormkit.checking.shared.naming import called
from scormkit.checking.source import Place
from scormkit.diagnostics import Severity
from scormkit.said import say

_BANNED = (".zip", ".dat", ".br")


@rule("SK-LMS-301", "tovuti-several-scos", Severity.ERROR, "Tovuti LMS help, SCORM", SCORM, lms="tovuti")
def several_scos(package: Package) -> Iterator[Finding]:
    """The package has one SCO.

    Tovuti takes packages of a single SCO only.

    Put each SCO in a package of its own.

    Bad: two items that launch two SCOs

    Good: one item that launches one SCO

    Source: Tovuti LMS help, requirements for SCORM packages.
    """
    for item in islice(scos(package), 1, 2):
        message = say("`{identifier}` launches a second SCO; Tovuti takes one", identifier=called(item.element))
        yield Finding(item.element.place("identifierref"), message, say("put each SCO in a package of its own"))


@rule("SK-LMS-302", "tovuti-banned-file", Severity.ERROR, "Tovuti LMS help, SCORM", SCORM, lms="tovuti")
def banned_file(package: Package) -> Iterator[Finding]:
    """No file has an ending that Tovuti refuses.

    Those are `.zip`, `.dat` and `.br`.

    Leave the file out, or give it another ending.

    Bad: `data/settings.dat`

    Good: `data/settings.json`

    Source: Tovuti LMS help, requirements for SCORM packages.
    """
    for name in package.order:
        if ending := next((one for one in _BANNED if name.lower().endswith(one)), None):
            message = say("Tovuti refuses packages with a file that ends in {ending}", ending=ending)
            yield Finding(Place(name), message, say("leave it out, or give it another ending"))
