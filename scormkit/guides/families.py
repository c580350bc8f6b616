"""Families of LMSs: which packages each of them plays, and which of these to take first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scormkit.render.site import Site, Unit
from scormkit.targets.package import Package, Target

SCORM_12 = "scorm12"
SCORM_2004 = ("scorm2004-4", "scorm2004-3")
_SCORM = (SCORM_12, *SCORM_2004)

Advice = Literal["first", "instead", "avoid"]
"""To begin with, to take only instead of those, or to stay away from."""


@dataclass(frozen=True, slots=True)
class Family:
    """LMSs that one guide is for. `targets` are the targets that they play, best first, as far as is known."""

    name: str
    targets: tuple[str, ...]


# Sources: Moodle's documentation (SCORM FAQ) and measurements; Brightspace's and Blackboard's documentation. What
# Canvas plays beside SCORM, and what cmi5 becomes in all four, is not documented where we could read it.
FAMILIES = (
    Family("moodle", _SCORM),
    Family("brightspace", _SCORM),
    Family("blackboard", (*_SCORM, "tincan")),
    Family("canvas", _SCORM),
    Family("other", (*_SCORM, "cmi5", "tincan", "web")),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A package for a family."""

    target: Target
    package: Package
    advice: Advice

    @property
    def file(self) -> str:
        """The name of the package's file."""
        return f"{self.package.name}.zip"

    @property
    def usable(self) -> bool:
        """Whether the package can be uploaded at all."""
        return self.advice != "avoid"

    @property
    def reports(self) -> bool:
        """Whether it tells an LMS anything."""
        return self.target.name != "web"

    @property
    def several(self) -> bool:
        """Whether it holds more than one module."""
        return len(self.package.units) > 1

    @property
    def scored_units(self) -> tuple[Unit, ...]:
        """The modules in it that report a score."""
        return tuple(unit for unit in self.package.units if unit.scored)


def offers(family: Family, site: Site, packages: Sequence[tuple[Target, Package]]) -> tuple[Offer, ...]:
    """The packages that a family plays, best first; of each target the modules before the whole course.

    The packages of modules are the ones to begin with, of the best target that was built: each module then has a result
    of its own, and there are LMSs that take no package with several modules.
    """
    concern = [(target, package) for target, package in packages if target.name in family.targets]
    concern.sort(key=lambda each: (family.targets.index(each[0].name), each[1].whole))
    judged = [(target, package, _fails(family, site, target, package)) for target, package in concern]
    best = next(((target.name, package.whole) for target, package, fails in judged if not fails), None)

    def advice(target: Target, package: Package, fails: bool) -> Advice:
        if fails:
            return "avoid"
        return "first" if (target.name, package.whole) == best else "instead"

    return tuple(Offer(target, package, advice(target, package, fails)) for target, package, fails in judged)


def _fails(family: Family, site: Site, target: Target, package: Package) -> bool:
    """Whether the package is known not to work: in Moodle, a second SCO of SCORM 2004, and `imsss:mapInfo`."""
    if family.name != "moodle" or target.name not in SCORM_2004:
        return False
    return len(package.units) > 1 or site.shared_objectives
