"""A package -> its overview."""

from __future__ import annotations

import os
from pathlib import Path

from scormkit.checking.detect import detect
from scormkit.checking.manifest import read_manifest
from scormkit.checking.source import Element
from scormkit.checking.vocabulary import Edition
from scormkit.inspecting import scorm, structures
from scormkit.inspecting.contents import Contents, open_package
from scormkit.inspecting.lom import MetadataReader
from scormkit.inspecting.overview import Metadata, Organization, Overview


def inspect(path: str | os.PathLike[str]) -> Overview:
    """What is in the package at `path`: a zip, a folder, or a `cmi5.xml`, `tincan.xml` or `imsmanifest.xml` alone.

    Nothing is extracted or fetched. Raises `OSError` when the path is missing or cannot be read, and `UnreadableError`
    when it is no package at all; what is wrong inside a package is a remark of the overview.
    """
    with open_package(Path(path)) as container:
        return overview(Contents(container), os.fspath(path))


def overview(contents: Contents, package: str) -> Overview:
    """The overview of an open package, which is called `package`."""
    root = contents.xml(contents.structure) if contents.structure else None
    kind = detect(contents.names, root) or _by_name(contents)
    if kind is Edition.WEB:
        return _overview(contents, package, kind, title=structures.site_name(contents))
    if contents.structure is None:
        contents.remark("there is no imsmanifest.xml, cmi5.xml or tincan.xml in it")
    elif contents.root:
        contents.remark(f"{contents.structure} is not at the root but in {contents.root}, where most LMSs do not look")
    if root is None or kind is None:
        if root is not None:
            contents.remark(f"{contents.structure} describes no package: its root is <{root.name}>")
        return _overview(contents, package, kind)
    if kind in (Edition.CMI5, Edition.TINCAN):
        read = structures.cmi5 if kind is Edition.CMI5 else structures.tincan
        tree = read(contents, root)
        return _overview(contents, package, kind, organizations=(tree,), identifier=tree.identifier, title=tree.title)
    return _from_manifest(contents, package, kind, root)


def _from_manifest(contents: Contents, package: str, kind: Edition, root: Element) -> Overview:
    reader = MetadataReader(contents)
    metadata = reader.of(root)
    trees = scorm.organizations(contents, read_manifest(root), reader)
    if not trees:
        contents.remark("the manifest has no organization, so an LMS has nothing to show")
    titles = [one.title for one in trees if one.default and one.title]
    titles += [phrase.text for phrase in metadata.title] if metadata else []
    return _overview(
        contents,
        package,
        kind,
        edition=scorm.edition(kind, root),
        identifier=root.get("identifier") or "",
        version=root.get("version") or "",
        title=titles[0] if titles else "",
        metadata=metadata,
        organizations=trees,
    )


def _by_name(contents: Contents) -> Edition | None:
    """What a package is by the name of its structure file: the checker's view knows a manifest's contents only."""
    return detect((contents.structure,), None) if contents.structure else None


def _overview(
    contents: Contents,
    package: str,
    kind: Edition | None,
    *,
    edition: str = "",
    identifier: str = "",
    version: str = "",
    title: str = "",
    metadata: Metadata | None = None,
    organizations: tuple[Organization, ...] = (),
) -> Overview:
    shown = next((one for one in organizations if one.default), None)
    if shown and not any(node.launchable for node in shown.walk()):
        contents.remark("nothing in it can be launched")
    return Overview(
        package=package,
        kind=kind,
        edition=edition or (kind.value if kind else ""),
        structure=contents.structure,
        root=contents.root,
        also=contents.also,
        identifier=identifier,
        version=version,
        title=title,
        # What cmi5 and Tin Can say of the whole, they say of their one tree.
        metadata=metadata or (shown.metadata if shown else None),
        organizations=organizations,
        sizes=contents.sizes(),
        remarks=tuple(contents.remarks),
    )
