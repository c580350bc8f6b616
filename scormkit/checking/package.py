"""A package as the rules see it: everything already read, nothing left to open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scormkit.archive.naming import fold
from scormkit.archive.reader import Container, Defect, DefectKind, MemberError
from scormkit.checking import vocabulary as v
from scormkit.checking.detect import detect
from scormkit.checking.manifest import NO_MANIFEST, Item, Manifest, Resource, read_manifest
from scormkit.checking.source import MAX_BYTES, Element, XmlError, read_xml
from scormkit.checking.vocabulary import Edition


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """What a rule may look at.

    `display` is how the package is shown in locations. `root` is None and `manifest` an empty one where there is
    no manifest or it could not be read; then `xml_error` tells why, or a defect does.
    """

    display: str
    names: frozenset[str]
    order: tuple[str, ...]
    """The same names in the container's own order."""
    defects: tuple[Defect, ...]
    readable: bool
    """Whether the container could be opened far enough to know its names."""
    edition: Edition | None
    root: Element | None
    manifest: Manifest
    xml_error: XmlError | None
    folded: Mapping[str, str] = field(repr=False)
    """From a name without regard to letter case to the name as it is."""
    _resources: Mapping[str, Resource] = field(repr=False)

    def of_kind(self, *kinds: DefectKind) -> Iterator[Defect]:
        """The defects of these kinds."""
        return (defect for defect in self.defects if defect.kind in kinds)

    def resource(self, identifier: str | None) -> Resource | None:
        """The resource with this identifier; of several the first."""
        return None if identifier is None else self._resources.get(identifier)

    def launches(self, item: Item) -> Resource | None:
        """The resource that an item launches."""
        return self.resource(item.identifierref)

    def in_other_case(self, path: str) -> str | None:
        """The member that a case-blind disk would take for `path`."""
        return self.folded.get(fold(path))


def read_package(container: Container, display: str, *, verify: bool = True) -> Package:
    """Read all that the rules need from an open container.

    With `verify` every member is read once, for its checksum if nothing else.

    Raises `OSError` when a file of a folder cannot be opened.
    """
    root: Element | None = None
    error: XmlError | None = None
    defects = list(container.defects)
    if v.MANIFEST in container.names:
        try:
            root = read_xml(container.read(v.MANIFEST, MAX_BYTES), v.MANIFEST)
        except XmlError as refusal:
            error = refusal
        except MemberError as obstacle:
            if obstacle.defect not in defects:
                defects.append(obstacle.defect)
    if verify:
        defects.extend(container.verify())
    manifest = read_manifest(root) if root is not None and root.name.local == "manifest" else NO_MANIFEST
    return Package(
        display=display,
        names=frozenset(container.names),
        order=container.names,
        defects=tuple(defects),
        readable=container.readable,
        edition=detect(container.names, root) if container.readable else None,
        root=root,
        manifest=manifest,
        xml_error=error,
        folded={fold(name): name for name in reversed(container.names)},
        _resources={one.identifier: one for one in reversed(manifest.resources) if one.identifier},
    )
