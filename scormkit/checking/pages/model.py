"""The values that pages, styles and scripts are read into: what they ask for, and what rules judge by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from scormkit.checking.pages.addresses import Address
from scormkit.checking.source import Place


class Use(Enum):
    """What an address is for."""

    LINK = "link"
    """A learner follows it: nothing is asked for until then."""
    FRAME = "frame"
    """A page inside the page, or the one that it gives way to."""
    SCRIPT = "script"
    OTHER = "other"
    """A picture, a film, a style: something that holds no code."""


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """One address; `syntax` is how it is asked for, such as `<img src>`, `url()` or `fetch()`."""

    place: Place
    syntax: str
    use: Use
    address: Address


@dataclass(frozen=True, slots=True, eq=False)
class DataName:
    """A name of the data model, as a whole literal that a function which gets or sets values is called with."""

    place: Place
    name: str
    is_set: bool
    """Whether a value is set, by the name of the function and a second argument."""
    written: int | None
    """How many characters the literal has that is written to it; None where none is."""


@dataclass(frozen=True, slots=True, eq=False)
class Handler:
    """A handler of `event`, `unload` or `beforeunload`."""

    place: Place
    event: str


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A style sheet, or the styles inside a page."""

    member: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """A script file, or the scripts inside a page."""

    member: str
    references: tuple[Reference, ...]
    """Literal paths that are asked for."""
    names: tuple[DataName, ...]
    handlers: tuple[Handler, ...]
    mentions: frozenset[str]
    """Literals that look like the name of a page, a script or data."""
    words: frozenset[str]
    """Which of `scripts.WORDS` occur, in a comment too."""
    dynamic: bool
    """Whether it makes or fetches code in a way that no literal tells of."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """An HTML file. `style` and `script` hold what its own styles and scripts say."""

    member: str
    whole: bool
    """Whether it is a document rather than a piece of one."""
    blank: bool
    """Whether it shows nothing and does nothing, as pages that only fill a frame do."""
    top: Place
    """Where the document begins."""
    lang: str | None
    """The language of `<html>`; "" where it is left empty."""
    title: str | None
    encoding: str | None
    """The encoding that the file itself tells, by a byte order mark or in words."""
    plain: bool
    """Whether all of it is ASCII, so that any encoding does."""
    garbled: Place | None
    """The first place that cannot be read in its encoding."""
    references: tuple[Reference, ...]
    images: tuple[Place, ...]
    """Pictures without an alternative in words."""
    videos: tuple[Place, ...]
    """Films with sound but without captions."""
    inline: tuple[Place, ...]
    """Code inside the page: scripts and attributes such as `onclick`."""
    style: Style
    script: Script


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """All that was read of a package, by member."""

    pages: dict[str, Page]
    styles: dict[str, Style]
    scripts: dict[str, Script]
    """JSON too, of which only the words are known."""
    unread: tuple[str, ...]
    """Pages, styles and scripts beyond the limits of reading."""

    def code(self) -> Iterator[Script]:
        """All scripts: those inside pages, then the files of their own."""
        yield from (page.script for page in self.pages.values())
        yield from self.scripts.values()
