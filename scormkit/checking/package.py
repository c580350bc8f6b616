"""A package as the rules see it: everything already read, nothing left to open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from posixpath import basename

from scormkit.archive.naming import fold
from scormkit.archive.reader import Container, Defect, DefectKind, MemberError
from scormkit.checking import vocabulary as v
from scormkit.checking.detect import detect
from scormkit.checking.grammar.bindings import grammars_of
from scormkit.checking.grammar.judge import judge
from scormkit.checking.grammar.violations import Violation
from scormkit.checking.locations import Locations, read_locations
from scormkit.checking.manifest import NO_MANIFEST, Item, Manifest, Resource, read_manifest
from scormkit.checking.pages.gathering import gather
from scormkit.checking.pages.launching import Follower, Reached
from scormkit.checking.pages.model import Contents, Page, Script, Style
from scormkit.checking.schemas import Schema, read_schema
from scormkit.checking.sequencing import NO_SEQUENCING, Sequencing, read_sequencing
from scormkit.checking.source import MAX_BYTES, MAX_NODES, Element, XmlError, read_xml
from scormkit.checking.structures.cmi5 import NO_COURSE, CourseStructure, read_course_structure
from scormkit.checking.structures.finding import candidates, folder_of, misplaced
from scormkit.checking.structures.tincan import NO_ACTIVITIES, ActivityList, read_activities
from scormkit.checking.vocabulary import Edition

MOST_DOCUMENTS = 100
"""How many XML files of a package are read besides the one that describes it: external metadata, one a resource."""
MOST_XML = 64 * 1024 * 1024
"""How many bytes of XML are read of one package."""
MOST_SCHEMAS = 200
"""How many XSD and DTD files are read; the official sets have fewer than forty."""
LARGEST_SCHEMA = 1024 * 1024
"""The largest XSD or DTD that is read."""
MOST_LAUNCHED = 1000
"""Of how many launch pages it is followed what they run."""
MOST_VIOLATIONS = 200
"""How many violations of one clause are kept; a report shows fewer."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """An XML file of the package: its root element, or why there is none."""

    member: str
    root: Element | None
    error: XmlError | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """What a rule may look at.

    `display` is how the package is shown in locations. `root` is None and `manifest` an empty one where there is
    no structure file or it could not be read; then its document tells why, or a defect does.
    """

    display: str
    names: frozenset[str]
    order: tuple[str, ...]
    """The same names in the container's own order."""
    defects: tuple[Defect, ...]
    readable: bool
    """Whether the container could be opened far enough to know its names."""
    bare: bool
    """Whether only the structure file was given, so that nothing can be said of other files."""
    edition: Edition | None
    editions: frozenset[Edition]
    """That edition, and those of the other structure files beside the one that it goes by."""
    structure: str | None
    """The member that describes the package; cmi5.xml and tincan.xml are found in folders and under wrong names too."""
    root: Element | None
    manifest: Manifest
    sequencing: Sequencing
    """What the manifest of a package of SCORM 2004 says of it; empty for all others."""
    course: CourseStructure
    """What cmi5.xml says; an empty one where there is none."""
    activities: ActivityList
    """What tincan.xml says; an empty one where there is none."""
    documents: Mapping[str, Document] = field(repr=False)
    """Every XML file that was read, by member: structure files, and metadata that the manifest names."""
    locations: Locations = field(repr=False)
    """Where the manifest says that its schemas are."""
    controls: Mapping[str, Schema] = field(repr=False)
    """XSD and DTD files as far as they were read: what each means, and which others it needs."""
    contents: Contents = field(repr=False)
    """What stands in the pages, styles and scripts."""
    launched: Mapping[str, Reached] = field(repr=False)
    """What each page runs that an item of the manifest launches."""
    folded: Mapping[str, str] = field(repr=False)
    """From a name without regard to letter case to the name as it is."""
    _resources: Mapping[str, Resource] = field(repr=False)
    _violations: Mapping[str, tuple[Violation, ...]] = field(repr=False)

    def of_kind(self, *kinds: DefectKind) -> Iterator[Defect]:
        """The defects of these kinds."""
        return (defect for defect in self.defects if defect.kind in kinds)

    def violations(self, *clauses: str) -> Iterator[Violation]:
        """The places where a grammar is broken that go by one of these clauses, in the order of the files."""
        return (violation for clause in clauses for violation in self._violations.get(clause, ()))

    @property
    def pages(self) -> Mapping[str, Page]:
        """The HTML files that were read."""
        return self.contents.pages

    @property
    def styles(self) -> Mapping[str, Style]:
        """The style sheets that were read."""
        return self.contents.styles

    @property
    def scripts(self) -> Mapping[str, Script]:
        """The scripts and the JSON that were read."""
        return self.contents.scripts

    def has(self, path: str) -> bool:
        """Whether the package holds this file; of a structure file on its own every path is taken to be there."""
        return self.bare or path in self.names

    def resource(self, identifier: str | None) -> Resource | None:
        """The resource with this identifier; of several the first."""
        return None if identifier is None else self._resources.get(identifier)

    def launches(self, item: Item) -> Resource | None:
        """The resource that an item launches."""
        return self.resource(item.identifierref)

    def in_other_case(self, path: str) -> str | None:
        """The member that a case-blind disk would take for `path`."""
        return self.folded.get(fold(path))


def read_package(container: Container, display: str, *, bare: bool = False, verify: bool = True) -> Package:
    """Read all that the rules need from an open container.

    With `verify` every member is read once, for its checksum if nothing else.

    Raises `OSError` when a file of a folder cannot be opened.
    """
    reader = _Reader(container)
    found = [name for name in v.STRUCTURES if name in container.names]
    documents = {name: reader.document(name) for name in found}
    main = documents[found[0]] if found else reader.elsewhere()
    if main is not None:
        documents[main.member] = main
    structure, root = (main.member, main.root) if main else (None, None)
    edition = _edition(container.names, main) if container.readable else None
    manifest = read_manifest(root) if root is not None and root.name.local == "manifest" else NO_MANIFEST
    for name in _metadata(manifest, container.names, documents):
        documents[name] = reader.document(name)
    schemas = reader.schemas()
    contents = gather(container.names, container.size, reader.read)
    defects = (*container.defects, *reader.defects, *(container.verify() if verify else ()))
    beside = {_edition((name,), documents[name]) for name in found[1:]}
    course = documents.get(structure if structure and edition is Edition.CMI5 else v.CMI5_STRUCTURE)
    activities = documents.get(structure if structure and edition is Edition.TINCAN else v.TINCAN_STRUCTURE)
    return Package(
        display=display,
        names=frozenset(container.names),
        order=container.names,
        defects=tuple(dict.fromkeys(defects)),
        readable=container.readable,
        bare=bare,
        edition=edition,
        editions=frozenset(one for one in (edition, *beside) if one is not None),
        structure=structure,
        root=root,
        manifest=manifest,
        sequencing=read_sequencing(manifest) if edition in v.SCORM_2004 else NO_SEQUENCING,
        course=read_course_structure(course.root, folder_of(course.member)) if course and course.root else NO_COURSE,
        activities=read_activities(activities.root, folder_of(activities.member))
        if activities and activities.root
        else NO_ACTIVITIES,
        documents=documents,
        locations=read_locations(manifest.root),
        controls=schemas,
        contents=contents,
        launched=_launched(manifest, contents),
        folded={fold(name): name for name in reversed(container.names)},
        _resources={one.identifier: one for one in reversed(manifest.resources) if one.identifier},
        _violations=_judged(documents.values(), edition),
    )


class _Reader:
    """Reads members of one container within the limits; what cannot be had is a defect."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._left = MOST_XML
        self._nodes = MAX_NODES
        """How many elements and attributes may still be kept, in all files together: they take far more than bytes."""
        self.defects: list[Defect] = []

    def document(self, name: str) -> Document:
        """The XML file `name`; neither root nor error where it is a defect."""
        data = self.read(name, min(MAX_BYTES, self._left))
        if data is None:
            return Document(name, None)
        self._left -= len(data)
        try:
            root = read_xml(data, name, self._nodes)
        except XmlError as refusal:
            self._nodes -= min(self._nodes, len(data) // 4)  # no element is shorter: `<a/>`
            # A new one: that which was raised holds on to all that was read before it.
            return Document(name, None, XmlError(refusal.refusal, refusal.place, refusal.detail, refusal.code))
        self._nodes -= sum(1 + len(element.attributes) for element in root.iter())
        return Document(name, root)

    def elsewhere(self) -> Document | None:
        """The cmi5.xml or tincan.xml of a package that has none at the root, or not by that name."""
        if (name := misplaced(self._container.names)) is not None:
            return self.document(name)
        read = (self.document(name) for name in candidates(self._container.names))
        return next((one for one in read if one.root is not None and one.root.name.local in v.OWN_STRUCTURES), None)

    def schemas(self) -> dict[str, Schema]:
        """The schemas, but for those that are too large or a defect."""
        names = (name for name in self._container.names if name.lower().endswith((".xsd", ".dtd")))
        found: dict[str, Schema] = {}
        for name in islice(names, MOST_SCHEMAS):
            small = self._container.size(name) <= LARGEST_SCHEMA
            data = self.read(name, LARGEST_SCHEMA) if small else None
            if data is not None:
                found[name] = read_schema(data, name)
        return found

    def read(self, name: str, limit: int) -> bytes | None:
        """At most `limit` bytes; None in place of a member that is a defect."""
        try:
            return self._container.read(name, limit)
        except MemberError as obstacle:
            self.defects.append(obstacle.defect)
            return None


def _edition(names: Collection[str], main: Document | None) -> Edition | None:
    """By the contents of the structure file, or by its name where they do not tell."""
    by_name = detect((basename(main.member).lower(),), None) if main else None
    return detect(names, main.root if main else None) or by_name


def _metadata(manifest: Manifest, names: Collection[str], known: Collection[str]) -> Iterable[str]:
    """The files that `adlcp:location` names, as far as they are in the package."""
    located = (href.path for href in manifest.hrefs if href.element.name.local == "location" and href.trouble is None)
    there = (path for path in located if path in names and path not in known)
    return islice(dict.fromkeys(there), MOST_DOCUMENTS)


def _launched(manifest: Manifest, contents: Contents) -> dict[str, Reached]:
    """What the launch pages run, in the order of the items."""
    resources = {one.identifier: one for one in reversed(manifest.resources)}
    named = (resources[item.identifierref] for item in manifest.items if item.identifierref in resources)
    pages = dict.fromkeys(one.href.path for one in named if one.href and one.href.path in contents.pages)
    follower = Follower(contents)
    return {page: follower.follow(page) for page in islice(pages, MOST_LAUNCHED)}


def _judged(documents: Iterable[Document], edition: Edition | None) -> dict[str, tuple[Violation, ...]]:
    """The violations of all documents by clause, as many as a report can show."""
    found: dict[str, list[Violation]] = {}
    for document in documents:
        if document.root is None:
            continue
        own = detect((document.member,), document.root) or edition
        for violation in judge(document.root, grammars_of(own)) if own else ():
            some = found.setdefault(violation.clause, [])
            if len(some) < MOST_VIOLATIONS:
                some.append(violation)
    return {clause: tuple(some) for clause, some in found.items()}
