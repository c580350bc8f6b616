"""Tin Can: a package with `tincan.xml` that an LMS with a learning record store launches.

Source: the published convention for packaging and launch ("Incorporating a Tin Can LRS into an LMS"). Only one activity
of a package may be launched, and it comes first, since some LMSs look no further. So the whole course is launched at a
page that leads to its modules, and hands on to them how it was launched.
"""

from __future__ import annotations

from lxml import etree

from scormkit.render.index import INDEX, index_page
from scormkit.render.policy import reaching_out
from scormkit.render.scripts import overview
from scormkit.render.site import Site, SiteFile
from scormkit.targets.bundles import Bundle, all_files, bundles
from scormkit.targets.cmi5 import connected
from scormkit.targets.definitions import with_course_definition
from scormkit.targets.package import Package, Target
from scormkit.targets.xml import add, document
from scormkit.xapi.profile.version import profile_version

NAME = "tincan"
STRUCTURE = "tincan.xml"
NAMESPACE = "http://projecttincan.com/tincan.xsd"

_OVERVIEW = "shared/overview.js"
_COURSE = "http://adlnet.gov/expapi/activities/course"
_MODULE = "http://adlnet.gov/expapi/activities/module"


def package(site: Site) -> tuple[Package, ...]:
    """A package for each module and one for the whole course. Raises ValueError where the course has no `base_iri`."""
    version = profile_version(site)
    return tuple(_package(bundle, version) for bundle in bundles(connected(site, version)))


def _package(bundle: Bundle, version: str) -> Package:
    files = [SiteFile(STRUCTURE, _structure(bundle)), *all_files(bundle, NAME)]
    if bundle.whole:
        index = index_page(bundle.site, bundle.units, bundle.title, bundle.description, _OVERVIEW)
        known = reaching_out(with_course_definition(index, bundle.site, version))
        files[1:1] = [known, SiteFile(_OVERVIEW, overview())]
    return Package(bundle.name(NAME), bundle.title, bundle.units, tuple(files), whole=bundle.whole)


def _structure(bundle: Bundle) -> bytes:
    site = bundle.site
    root = etree.Element(f"{{{NAMESPACE}}}tincan", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    activities = add(root, "activities")
    if bundle.whole:
        course = _activity(activities, site.iri(), _COURSE, bundle.title, bundle.description, site.language)
        add(course, "launch", INDEX, lang=site.language)
    for unit in bundle.units:
        module = _activity(activities, site.iri(unit.id), _MODULE, unit.title, unit.description, site.language)
        if not bundle.whole:
            add(module, "launch", unit.start, lang=site.language)
    return document(root)


def _activity(
    parent: etree._Element, iri: str, activity_type: str, name: str, description: str | None, language: str
) -> etree._Element:
    activity = add(parent, "activity", id=iri, type=activity_type)
    add(activity, "name", name, lang=language)
    add(activity, "description", description or name, lang=language)
    return activity


TARGET = Target(name=NAME, title="Tin Can (xAPI)", state_limit=None, package=package, needs_iri=True)
