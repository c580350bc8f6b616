"""SCORM 1.2: a package per module with one SCO, and one for the series with a SCO for each module.

Sources: SCORM 1.2 Content Aggregation Model (CAM) 2.3, Run-Time Environment (RTE) 3.4; and how Moodle reads a manifest:
IMS CP as the default namespace and `adlcp:` as the very prefix, or it imports nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from scormkit.render.rendering import shared_files
from scormkit.render.site import Site, SiteFile, Unit
from scormkit.targets.identifiers import manifest_identifier
from scormkit.targets.package import Package, Target

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MANIFEST = "imsmanifest.xml"
NAME = "scorm12"

# No module's resource can be called so: an id has no hyphen.
_SHARED = "res-shared-files"


def package(site: Site) -> tuple[Package, ...]:
    """A package for each module, then one for the whole series."""
    modules = [
        _package(site, (unit,), f"{site.id}-{unit.id}-{unit.slug}-{NAME}", unit.title, (site.id, unit.id))
        for unit in site.units
    ]
    series = _package(site, site.units, f"{site.id}-{site.slug}-{NAME}", site.title, (site.id,))
    return (*modules, series)


def _package(site: Site, units: tuple[Unit, ...], name: str, title: str, parts: tuple[str, ...]) -> Package:
    shared = shared_files(site, units, NAME)
    # Each language is a package of its own to an LMS. What is inside keeps its identifiers.
    language = (site.translation,) if site.translation else ()
    manifest = _manifest(site, units, shared, title, manifest_identifier(*parts, "s12", *language))
    content = sorted([*shared, *(file for unit in units for file in unit.files)], key=lambda file: file.path)
    return Package("-".join([name, *language]), title, units, (SiteFile(MANIFEST, manifest), *content))


def _manifest(site: Site, units: Sequence[Unit], shared: Sequence[SiteFile], title: str, identifier: str) -> bytes:
    # A masteryscore is left out on purpose: an LMS would judge every score against it, and Moodle would make a module
    # that a learner is still busy with `failed`. The player judges, by the course's own passing score.
    root = etree.Element(f"{{{IMSCP}}}manifest", nsmap={None: IMSCP, "adlcp": ADLCP})  # type: ignore[dict-item]
    root.set("identifier", identifier)
    root.set("version", site.version)
    metadata = _add(root, "metadata")
    _add(metadata, "schema").text = "ADL SCORM"
    _add(metadata, "schemaversion").text = "1.2"
    organization_id = f"org-{site.id}"
    organizations = _add(root, "organizations", default=organization_id)
    organization = _add(organizations, "organization", identifier=organization_id)
    _add(organization, "title").text = title
    for unit in units:
        # The item's identifier never changes: an LMS keeps learners' progress under it when a package is replaced.
        item = _add(
            organization, "item", identifier=f"item-{unit.id}", identifierref=f"res-{unit.id}", isvisible="true"
        )
        _add(item, "title").text = unit.title
    resources = _add(root, "resources")
    for unit in units:
        resource = _resource(resources, f"res-{unit.id}", "sco", unit.files, href=unit.start)
        _add(resource, "dependency", identifierref=_SHARED)
    _resource(resources, _SHARED, "asset", shared)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _resource(
    parent: etree._Element, identifier: str, scormtype: str, files: Sequence[SiteFile], **attributes: str
) -> etree._Element:
    resource = _add(parent, "resource", identifier=identifier, type="webcontent", **attributes)
    resource.set(f"{{{ADLCP}}}scormtype", scormtype)
    for file in files:
        _add(resource, "file", href=file.path)
    return resource


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{IMSCP}}}{name}", attributes)


TARGET = Target(name=NAME, title="SCORM 1.2", state_limit=4096, package=package)
