"""A plain web site, for a server or to open from disk: no LMS, and nothing is kept but what a learner keeps."""

from __future__ import annotations

import json

from scormkit.render.captions import within_page
from scormkit.render.index import INDEX, index_page
from scormkit.render.site import Site, SiteFile
from scormkit.targets.bundles import Bundle, all_files, bundles, with_files
from scormkit.targets.package import Package, Target

NAME = "web"
MANIFEST = "scormkit.webmanifest"
"""By this name `scormkit check` knows the package."""


def package(site: Site) -> tuple[Package, ...]:
    """A site for each module and one for the whole course."""
    # A browser loads no captions from beside a page that is opened from disk.
    own = with_files(site, lambda unit: within_page(unit.documents, unit.files))
    return tuple(_package(bundle) for bundle in bundles(own))


def _package(bundle: Bundle) -> Package:
    index = index_page(bundle.site, bundle.units, bundle.title, bundle.description)
    files = (index, SiteFile(MANIFEST, _manifest(bundle)), *all_files(bundle, NAME))
    return Package(bundle.name(NAME), bundle.title, bundle.units, files, whole=bundle.whole)


def _manifest(bundle: Bundle) -> bytes:
    """What the site is, for machines (W3C Web Application Manifest)."""
    described = {"description": bundle.description} if bundle.description else {}
    about = {"name": bundle.title, "lang": bundle.site.language, "start_url": INDEX, "display": "browser", **described}
    return json.dumps(about, ensure_ascii=False, indent=2).encode() + b"\n"


TARGET = Target(name=NAME, title="web site", state_limit=None, package=package)
