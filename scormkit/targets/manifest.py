"""The manifest of a SCORM package, in any edition: organizations, items, resources, and what each edition adds.

Sources: SCORM 1.2 Content Aggregation Model (CAM) 2.3; SCORM 2004 CAM 4th ed., 3.4. And how Moodle reads a manifest:
IMS CP as the default namespace and `adlcp:` as the very prefix, or it imports nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from scormkit.control_documents import ControlDocuments, control_documents
from scormkit.control_documents import Edition as EditionName
from scormkit.render.rendering import shared_files
from scormkit.render.site import Part, Site, SiteFile, Unit
from scormkit.targets import metadata
from scormkit.targets.bundles import Bundle, bundles
from scormkit.targets.identifiers import manifest_identifier
from scormkit.targets.package import Package
from scormkit.targets.sequencing import Rollup, rollups
from scormkit.targets.xml import add, document

MANIFEST = "imsmanifest.xml"

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# No module's resource can be called so: an id has no hyphen.
_SHARED = "res-shared-files"


class Additions(Protocol):
    """What an edition adds to an organization and to its items, after their metadata."""

    def organization(self, element: etree._Element, bundle: Bundle) -> None:
        """To the organization."""

    def part(self, element: etree._Element, bundle: Bundle, part: Part, rollup: Rollup) -> None:
        """To an item that holds others."""

    def unit(self, element: etree._Element, bundle: Bundle, unit: Unit, rollup: Rollup) -> None:
        """To an item that launches a unit."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of SCORM as its packages show it.

    `target` names it in files, `key` in identifiers; `connector` is that of the player. `content_packaging` and `adlcp`
    are its namespaces, `prefixes` the others that its manifests use; `scorm_type` is how it spells that attribute.
    """

    target: EditionName
    key: str
    connector: str
    schema_version: str
    content_packaging: str
    adlcp: str
    scorm_type: str
    prefixes: tuple[tuple[str, str], ...]
    binding: metadata.Binding
    additions: Additions

    def packages(self, site: Site) -> tuple[Package, ...]:
        """A package for each module and one for the whole course, as far as the course asks for them."""
        documents = control_documents(self.target)
        return tuple(self._package(bundle, documents) for bundle in bundles(site))

    def _package(self, bundle: Bundle, documents: ControlDocuments) -> Package:
        shared = shared_files(bundle.site, bundle.units, self.connector)
        manifest = SiteFile(MANIFEST, _Writer(self, bundle, shared, documents.schema_location).manifest())
        content = sorted([*shared, *(file for unit in bundle.units for file in unit.files)], key=lambda file: file.path)
        controls = [SiteFile(name, text) for name, text in documents.files]
        return Package(
            bundle.name(self.target),
            bundle.title,
            bundle.units,
            (manifest, *controls, *content),
            whole=bundle.whole,
            missing=documents.missing,
        )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one manifest. `schema_location` is empty where there is no schema that it could refer to."""

    edition: Edition
    bundle: Bundle
    shared: Sequence[SiteFile]
    schema_location: str

    def manifest(self) -> bytes:
        edition, bundle = self.edition, self.bundle
        namespaces = dict(
            [(None, edition.content_packaging), ("adlcp", edition.adlcp), ("xsi", _XSI), *edition.prefixes]
        )
        root = etree.Element(f"{{{edition.content_packaging}}}manifest", nsmap=namespaces)  # type: ignore[arg-type]
        root.set("identifier", manifest_identifier(*bundle.identifier_parts(edition.key)))
        root.set("version", bundle.site.version)
        if self.schema_location:
            root.set(f"{{{_XSI}}}schemaLocation", self.schema_location)
        about = add(root, "metadata")
        add(about, "schema", "ADL SCORM")
        add(about, "schemaversion", edition.schema_version)
        edition.binding.write(about, bundle.site, metadata.of_bundle(bundle))
        self._organizations(root)
        self._resources(root)
        return document(root)

    def _organizations(self, root: etree._Element) -> None:
        bundle = self.bundle
        identifier = f"org-{bundle.site.id}"
        organization = add(add(root, "organizations", default=identifier), "organization", identifier=identifier)
        add(organization, "title", bundle.title)
        if bundle.parts:
            counts = rollups([part.units for part in bundle.parts])
            for part, count in zip(bundle.parts, counts, strict=True):
                item = add(organization, "item", identifier=f"part-{part.id}", isvisible="true")
                add(item, "title", part.title)
                self._items(item, part.units)
                self.edition.additions.part(item, bundle, part, count)
        else:
            self._items(organization, bundle.units)
        self.edition.additions.organization(organization, bundle)

    def _items(self, parent: etree._Element, units: Sequence[Unit]) -> None:
        edition, bundle = self.edition, self.bundle
        for unit, count in zip(units, rollups([(unit,) for unit in units]), strict=True):
            # The item's identifier never changes: an LMS keeps learners' progress under it when a package is replaced.
            references = {"identifier": f"item-{unit.id}", "identifierref": f"res-{unit.id}"}
            item = add(parent, "item", isvisible="true", **references)
            add(item, "title", unit.title)
            if bundle.whole:
                edition.binding.write(add(item, "metadata"), bundle.site, metadata.of_unit(bundle.site, unit))
            edition.additions.unit(item, bundle, unit, count)

    def _resources(self, root: etree._Element) -> None:
        resources = add(root, "resources")
        for unit in self.bundle.units:
            resource = self._resource(resources, f"res-{unit.id}", "sco", unit.files, href=unit.start)
            add(resource, "dependency", identifierref=_SHARED)
        self._resource(resources, _SHARED, "asset", self.shared)

    def _resource(
        self,
        parent: etree._Element,
        identifier: str,
        scorm_type: str,
        files: Sequence[SiteFile],
        **attributes: str,
    ) -> etree._Element:
        resource = add(parent, "resource", identifier=identifier, type="webcontent", **attributes)
        resource.set(f"{{{self.edition.adlcp}}}{self.edition.scorm_type}", scorm_type)
        for file in files:
            add(resource, "file", href=file.path)
        return resource
