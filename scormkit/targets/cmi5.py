"""cmi5: a course structure of assignable units (AUs), one for each module.

Sources: cmi5 specification, 13 (course structure) and 14 (course package). All ids are IRIs under the course's
`base_iri` (3.0), the same from one build to the next: an LMS knows an AU by its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from scormkit.render.policy import reaching_out
from scormkit.render.site import Site, SiteFile, Unit
from scormkit.targets.bundles import Bundle, all_files, bundles, with_files
from scormkit.targets.definitions import with_definitions
from scormkit.targets.package import Package, Target
from scormkit.targets.xml import add, decimal, document
from scormkit.xapi.profile.version import profile_version

NAME = "cmi5"
STRUCTURE = "cmi5.xml"
NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"

_ACTIVITY_TYPE = "http://adlnet.gov/expapi/activities/module"


def package(site: Site) -> tuple[Package, ...]:
    """A package for each module and one for the whole course. Raises ValueError where the course has no `base_iri`."""
    return tuple(_package(bundle) for bundle in bundles(connected(site, profile_version(site))))


def _package(bundle: Bundle) -> Package:
    structure = SiteFile(STRUCTURE, _structure(bundle))
    files = (structure, *all_files(bundle, NAME))
    return Package(bundle.name(NAME), bundle.title, bundle.units, files, whole=bundle.whole)


def connected(site: Site, version: str) -> Site:
    """The site with pages that may talk to a learning record store, and know what they say.

    `version` is that of the course's profile.
    """

    def files(unit: Unit) -> Iterator[SiteFile]:
        for file in unit.files:
            own = file.path in unit.documents
            yield reaching_out(with_definitions(file, unit, site.language, version)) if own else file

    return with_files(site, files)


def _structure(bundle: Bundle) -> bytes:
    site = bundle.site
    root = etree.Element(f"{{{NAMESPACE}}}courseStructure", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    _described(root, "course", _course_id(bundle), bundle.title, bundle.description, site.language)
    goals = [(identifier, goal) for unit in bundle.units for identifier, goal in _goals(site, unit)]
    if goals:
        objectives = add(root, "objectives")
        for identifier, goal in goals:
            _described(objectives, "objective", identifier, goal, None, site.language)
    if bundle.parts:
        for part in bundle.parts:
            identifier = site.iri("course-parts", part.id)
            block = _described(root, "block", identifier, part.title, part.description, site.language)
            _assignable_units(block, site, part.units)
    else:
        _assignable_units(root, site, bundle.units)
    return document(root)


def _assignable_units(parent: etree._Element, site: Site, units: Iterable[Unit]) -> None:
    for unit in units:
        element = _described(parent, "au", site.iri(unit.id), unit.title, unit.description, site.language)
        element.set("activityType", _ACTIVITY_TYPE)
        element.set("launchMethod", "AnyWindow")
        # A module with a passing score is done once it is gone through and passed; the player sends both.
        element.set("moveOn", "Completed" if unit.passing_score is None else "CompletedAndPassed")
        if unit.passing_score is not None:
            element.set("masteryScore", decimal(unit.passing_score / 100))
        if goals := tuple(_goals(site, unit)):
            objectives = add(element, "objectives")
            for identifier, _ in goals:
                add(objectives, "objective", idref=identifier)
        add(element, "url", unit.start)


def _described(
    parent: etree._Element, name: str, identifier: str, title: str, description: str | None, language: str
) -> etree._Element:
    """An element with an id, a title and a description; all three are required, so that a title may serve as both."""
    element = add(parent, name, id=identifier)
    add(add(element, "title"), "langstring", title, lang=language)
    add(add(element, "description"), "langstring", description or title, lang=language)
    return element


def _goals(site: Site, unit: Unit) -> Iterator[tuple[str, str]]:
    """The learning goals of a unit, each with its id."""
    for number, goal in enumerate(unit.goals, start=1):
        yield site.iri(unit.id, "learning-goals", str(number)), goal


def _course_id(bundle: Bundle) -> str:
    """The id of the course that a package makes in an LMS: no AU's, and another for each module and language.

    Its last part has a hyphen, so that no module and no activity can be called so.
    """
    site = bundle.site
    whole = "whole-course" if bundle.whole else "stand-alone"
    return site.iri(*bundle.ids[1:], "-".join(filter(None, [whole, site.translation])))


TARGET = Target(name=NAME, title="cmi5", state_limit=None, package=package, needs_iri=True)
