"""SCORM 1.2: a package per module with one SCO, and one for the course with a SCO for each module.

Sources: SCORM 1.2 Content Aggregation Model (CAM) 2.3, Run-Time Environment (RTE) 3.4.

A masteryscore is left out on purpose: an LMS would judge every score against it, and Moodle would make a module that a
learner is still busy with `failed`. The player judges, by the course's own passing score.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from scormkit.render.site import Part, Unit
from scormkit.targets.bundles import Bundle
from scormkit.targets.manifest import Edition
from scormkit.targets.metadata import IMSMD, LOM_12
from scormkit.targets.package import Target
from scormkit.targets.sequencing import Rollup
from scormkit.targets.xml import add

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
NAME: Final = "scorm12"


class _Prerequisites:
    """In a linear course every module waits for the one before it (CAM 1.2, 2.3.2.5.3: an AICC script)."""

    def organization(self, element: etree._Element, bundle: Bundle) -> None:
        pass

    def part(self, element: etree._Element, bundle: Bundle, part: Part, rollup: Rollup) -> None:
        pass

    def unit(self, element: etree._Element, bundle: Bundle, unit: Unit, rollup: Rollup) -> None:  # noqa: ARG002
        before = bundle.units[: bundle.units.index(unit)]
        if bundle.site.linear and before:
            add(element, f"{{{ADLCP}}}prerequisites", f"item-{before[-1].id}", type="aicc_script")


EDITION = Edition(
    target=NAME,
    key="s12",
    connector=NAME,
    schema_version="1.2",
    content_packaging=IMSCP,
    adlcp=ADLCP,
    scorm_type="scormtype",
    prefixes=(("imsmd", IMSMD),),
    binding=LOM_12,
    additions=_Prerequisites(),
)
TARGET = Target(name=NAME, title="SCORM 1.2", state_limit=4096, package=EDITION.packages)
