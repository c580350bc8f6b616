"""What is in a package, as typed values: the tree that a learner sees, the metadata, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from scormkit.checking.vocabulary import Edition


class Role(Enum):
    """What a node of the tree is; the value is how people call it."""

    GROUP = "group"
    """A heading: an item without a resource, or a block of cmi5."""
    SCO = "SCO"
    ASSET = "asset"
    AU = "AU"
    """An assignable unit of cmi5."""
    ACTIVITY = "activity"
    """An activity of Tin Can; the one with a launch address is what an LMS opens."""
    BROKEN = "broken"
    """An item whose resource is not in the manifest, or has no address."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in one language; `language` is a BCP 47 tag, empty where the package tells none."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """Who did what: `role` as written, the names of people and organizations, and the date as written or ""."""

    role: str
    names: tuple[str, ...]
    date: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a package says of a part of itself, by LOM (IEEE 1484.12.1) or by the course structure of cmi5 or Tin Can.

    `source` is the member it was read from. `learning_time` is the typical one, as written (`PT1H30M`).
    """

    source: str
    title: tuple[Phrase, ...] = ()
    description: tuple[Phrase, ...] = ()
    keywords: tuple[Phrase, ...] = ()
    languages: tuple[str, ...] = ()
    version: str = ""
    contributors: tuple[Contributor, ...] = ()
    copyright: str = ""
    """`yes` or `no`: whether copyright or other restrictions apply."""
    rights: tuple[Phrase, ...] = ()
    learning_time: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A setting that an LMS obeys, by the name that its standard gives it, such as `moveOn` or `masteryscore`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Load:
    """What a launch needs: its resource's files and those it depends on, each once.

    `size` is in bytes after unpacking; `missing` counts files that the manifest names and the package has not.
    """

    files: int
    size: int
    missing: int


@dataclass(frozen=True, slots=True)
class Node:
    """An item of SCORM, a block or AU of cmi5, or an activity of Tin Can, with all below it.

    `href` is what an LMS opens, with every base and parameter in it, `member` the file of the package that it names
    (None for an address on the web or a file that is not there), `parameters` what the package adds to the launch. An
    activity that is not launched has the `member` that a page of scormkit leads to.
    `type` is the resource's type or the activity's type. `load` is None where the package does not tell.
    """

    identifier: str
    title: str
    role: Role
    href: str | None = None
    member: str | None = None
    parameters: str = ""
    type: str = ""
    visible: bool = True
    facts: tuple[Fact, ...] = ()
    load: Load | None = None
    metadata: Metadata | None = None
    children: tuple[Node, ...] = ()

    @property
    def launchable(self) -> bool:
        """Whether an LMS can open it, and so keeps something of it."""
        return self.href is not None

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the table of contents."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Organization:
    """One tree of a package; `default` is the one that an LMS shows. cmi5 and Tin Can have one."""

    identifier: str
    title: str
    default: bool
    facts: tuple[Fact, ...]
    metadata: Metadata | None
    nodes: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """All nodes, in the order of the table of contents."""
        for node in self.nodes:
            yield from node.walk()


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the package: bytes after unpacking, and bytes in the zip (the same in a folder)."""

    name: str
    size: int
    packed: int


@dataclass(frozen=True, slots=True)
class TypeSize:
    """All files with one ending: `html`, or "" for those without."""

    ending: str
    files: int
    size: int
    packed: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the package weighs: `by_type` heaviest first, `largest` the ten largest files."""

    files: int
    size: int
    packed: int
    by_type: tuple[TypeSize, ...]
    largest: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A package at a glance.

    `package` is how it is called, `kind` the standard (None where there is no telling), `edition` the standard with
    its edition in words, `structure` the file that describes the package. `root` is the folder inside it that holds
    that file: empty in a sound package, else ending in `/`; hrefs and members are relative to it. `also` are other
    structure files beside it. `remarks` say what could not be read; a package without any was read to its end.
    """

    package: str
    kind: Edition | None
    edition: str
    structure: str | None
    root: str
    also: tuple[str, ...]
    identifier: str
    version: str
    title: str
    metadata: Metadata | None
    organizations: tuple[Organization, ...]
    sizes: Sizes
    remarks: tuple[str, ...]

    @property
    def shown(self) -> Organization | None:
        """The organization that an LMS shows."""
        return next((one for one in self.organizations if one.default), None)
