"""The control documents of SCORM 1.2."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.schemas import published_sets
from scormkit.checking.shared.schemas import is_there, not_at_root
from scormkit.checking.source import Place
from scormkit.diagnostics import Severity


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
    missing = [name for name in published_sets()["scorm12"] if not is_there(package, name)]
    if missing and package.root is not None:
        yield not_at_root(Place(package.structure), missing)
