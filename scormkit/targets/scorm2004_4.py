"""SCORM 2004 4th edition: progress has weights, and a course is completed by its progress (CAM 4th ed., 5.1.1)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from scormkit.render.site import Part, Unit
from scormkit.targets.bundles import Bundle
from scormkit.targets.scorm2004 import ADLCP, Sequencing, target
from scormkit.targets.sequencing import Rollup
from scormkit.targets.xml import add, decimal

NAME: Final = "scorm2004-4"


class _WeighedProgress:
    """Sequencing as in the 3rd edition, and weights for progress on top of it."""

    def __init__(self) -> None:
        self._sequencing = Sequencing()

    def organization(self, element: etree._Element, bundle: Bundle) -> None:
        _threshold(element, completedByMeasure="true", minProgressMeasure="1.0")
        self._sequencing.organization(element, bundle)

    def part(self, element: etree._Element, bundle: Bundle, part: Part, rollup: Rollup) -> None:
        weight = decimal(rollup.progress)
        _threshold(element, completedByMeasure="true", minProgressMeasure="1.0", progressWeight=weight)
        self._sequencing.part(element, bundle, part, rollup)

    def unit(self, element: etree._Element, bundle: Bundle, unit: Unit, rollup: Rollup) -> None:
        # A unit says by itself when it is completed, and how far it is.
        _threshold(element, completedByMeasure="false", progressWeight=decimal(rollup.progress))
        self._sequencing.unit(element, bundle, unit, rollup)


def _threshold(element: etree._Element, **attributes: str) -> None:
    add(element, f"{{{ADLCP}}}completionThreshold", **attributes)


TARGET = target(
    NAME,
    title="SCORM 2004 4th edition",
    key="s44",
    schema_version="2004 4th Edition",
    additions=_WeighedProgress(),
)
