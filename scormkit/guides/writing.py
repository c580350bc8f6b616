"""The guides of a course in one of its languages, as files to lie beside its packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scormkit.guides import moodle
from scormkit.guides.families import FAMILIES, SCORM_12, Offer, offers
from scormkit.guides.pages import page
from scormkit.guides.privacy import sheet
from scormkit.render.site import Site
from scormkit.render.words import frame_words
from scormkit.targets.package import Package, Target

LONGEST_NAME = 30
"""How many characters a file's name has at most in SuccessFactors (guide of one of its users)."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A page for people: its path beside the packages, and its text in UTF-8."""

    path: str
    content: bytes


def guides(site: Site, packages: Sequence[tuple[Target, Package]]) -> tuple[Guide, ...]:
    """An install guide for each family of LMSs that can play some of these packages, and the privacy sheet.

    `packages` are all packages of `site`, in its one language. The names of the files end in that language; the same
    site and packages give the same bytes. Where no package reports to an LMS, the sheet comes alone; without packages,
    nothing does.
    """
    if not packages:
        return ()
    files = []
    for family in FAMILIES:
        found = offers(family, site, packages)
        if any(offer.usable and offer.reports for offer in found):
            files.append(_file(site, f"install-{family.name}", family.name, _install(site, found, packages)))
    files.append(_file(site, "privacy", "privacy", {"sheet": sheet(site, packages)}))
    return tuple(files)


def _file(site: Site, name: str, guide: str, view: Mapping[str, Any]) -> Guide:
    text = page(guide, site.language, {"site": site, **view})
    return Guide(f"{name}.{site.language}.md", text.encode())


def _install(site: Site, found: Sequence[Offer], packages: Sequence[tuple[Target, Package]]) -> dict[str, Any]:
    usable = [offer for offer in found if offer.usable]
    return {
        "offers": found,
        "usable": usable,
        "others": len(packages) > len(found),
        "scored": [offer for offer in usable if offer.reports and offer.scored_units],
        "plain": [offer for offer in usable if not offer.scored_units],
        "cases": moodle.cases(usable),
        "long_names": [offer for offer in usable if offer.reports and len(offer.file) > LONGEST_NAME],
        "judged": [unit for unit in site.units if unit.judged],
        "two_statuses": _two_statuses(usable),
        "exit": frame_words(site.language)["exit"],
    }


def _two_statuses(usable: Sequence[Offer]) -> list[str]:
    """The standards in which a module that is passed is told to be completed too: all but SCORM 1.2, in their order."""
    targets = dict.fromkeys(offer.target for offer in usable if offer.reports and offer.target.name != SCORM_12)
    return [target.title for target in targets]
