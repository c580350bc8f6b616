"""The control documents of SCORM 1.2."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.source import Place
from scormkit.diagnostics import Severity
from scormkit.said import say

_DOCUMENTS = ("adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd")


@rule(
    "SK-S12-043",
    "control-documents",
    Severity.WARNING,
    "ADL's conformance test suite for SCORM 1.2 (1.2.7); C. Ostyn, the schema files that a package needs",
    SCORM_12,
)
def control_documents(package: Package) -> Iterator[Finding]:
    """The four schemas of SCORM 1.2 lie at the root of the package.

    LMSs that validate a manifest take them from the package, and ADL's test suite refuses a package without them. Most
    LMSs do not look.

    Add them beside `imsmanifest.xml`, as ADL published them.

    Bad: `imsmanifest.xml` alone

    Good: `imsmanifest.xml`, `imscp_rootv1p1p2.xsd`, `adlcp_rootv1p2.xsd`, `imsmd_rootv1p2p1.xsd` and `ims_xml.xsd`
    """
    missing = [name for name in _DOCUMENTS if not package.has(name) and package.in_other_case(name) is None]
    if not missing or package.root is None:
        return
    message = say("the control document `{name}` is not at the root of the package", name=missing[0])
    hint = say("add {name} beside imsmanifest.xml", name=missing[0])
    if len(missing) > 1:
        names = ", ".join(missing)
        message = say(
            "{count} control documents are not at the root of the package: {names}", count=len(missing), names=names
        )
        hint = say("add the schemas of the edition beside imsmanifest.xml")
    yield Finding(Place(package.structure), message, hint)
