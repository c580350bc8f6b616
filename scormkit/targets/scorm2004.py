"""SCORM 2004: what the 3rd and the 4th edition share; each has a target of its own beside this file.

Sources: SCORM 2004 Content Aggregation Model (CAM), Sequencing and Navigation (SN) and Run-Time Environment (RTE).
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from scormkit.control_documents import Edition as EditionName
from scormkit.render.site import Part, Unit
from scormkit.targets.bundles import Bundle
from scormkit.targets.manifest import Additions, Edition
from scormkit.targets.metadata import LOM, LOM_2004
from scormkit.targets.package import Target
from scormkit.targets.sequencing import ADLNAV, ADLSEQ, IMSSS, Rollup, present, sequence_cluster, sequence_unit

IMSCP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP = "http://www.adlnet.org/xsd/adlcp_v1p3"
STATE_LIMIT = 64000
"""The smallest permitted maximum of cmi.suspend_data, in characters (RTE 3rd and 4th ed., 4.2.23)."""


@dataclass(frozen=True, slots=True)
class Sequencing:
    """Sequencing and navigation, as both editions know them."""

    def organization(self, element: etree._Element, bundle: Bundle) -> None:
        """To the organization."""
        sequence_cluster(element, bundle.site, None)

    def part(self, element: etree._Element, bundle: Bundle, part: Part, rollup: Rollup) -> None:  # noqa: ARG002
        """To an item that holds others."""
        sequence_cluster(element, bundle.site, rollup)

    def unit(self, element: etree._Element, bundle: Bundle, unit: Unit, rollup: Rollup) -> None:
        """To an item that launches a unit."""
        sequence_unit(element, bundle.site, unit, rollup)
        present(element, bundle.site, alone=len(bundle.units) == 1)


def target(edition: EditionName, title: str, key: str, schema_version: str, additions: Additions) -> Target:
    """The target `edition` of SCORM 2004."""
    made = Edition(
        target=edition,
        key=key,
        connector="scorm2004",
        schema_version=schema_version,
        content_packaging=IMSCP,
        adlcp=ADLCP,
        scorm_type="scormType",
        prefixes=(("adlseq", ADLSEQ), ("adlnav", ADLNAV), ("imsss", IMSSS), ("lom", LOM)),
        binding=LOM_2004,
        additions=additions,
    )
    return Target(name=edition, title=title, state_limit=STATE_LIMIT, package=made.packages)
