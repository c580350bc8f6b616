"""A source file as text, and the places in it."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scormkit.course.problems import NO_COURSE, NOT_UTF8, TOO_LARGE
from scormkit.diagnostics import Definition, Diagnostic, Location

MAX_BYTES = 4 * 1024 * 1024
"""How large a source file may be."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A source file: where it is, how it is shown to the author, and its text."""

    path: Path
    display: str
    text: str

    @cached_property
    def folder(self) -> Path:
        """The folder that the file is in."""
        return self.path.parent

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def problem(self, definition: Definition, mark: Mark, message: str, hint: str | None = None) -> Diagnostic:
        """A problem at a place in this file, with the line that it is in."""
        excerpt = self._lines[mark.line - 1] if mark.line <= len(self._lines) else None
        return definition.at(Location(self.display, mark.line, mark.column), message, hint=hint, excerpt=excerpt)

    def find(self, line: int, fragment: str) -> Mark:
        """Where `fragment` stands in a line, or else where the line's text begins."""
        text = self._lines[line - 1] if line <= len(self._lines) else ""
        column = text.find(fragment)
        return Mark(line, (column if column >= 0 else len(text) - len(text.lstrip())) + 1)


def read_source(path: Path, display: str) -> Source | Diagnostic:
    """The file as text, or what keeps it from being read: absent, too large, or not UTF-8."""
    try:
        raw = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else (error.strerror or str(error))
        hint = "let your account read it, and close programs that keep it open"
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            hint = "name the folder that holds course.yaml"
        return NO_COURSE.at(Location(display), f"cannot read the file: {reason}", hint=hint)
    if raw is None:
        return TOO_LARGE.at(
            Location(display),
            f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB",
            hint="split it into several files",
        )
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        hint = "save the file with the encoding UTF-8"
        return NOT_UTF8.at(Location(display, 1, 1), "the file is UTF-16, and not UTF-8", hint=hint)
    try:
        return Source(path, display, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if b"\0" in raw:
            hint = "name a file that a plain text editor can write"
            return NOT_UTF8.at(Location(display), "the file is no text", hint=hint)
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        excerpt = raw.splitlines()[line - 1].decode("utf-8", "replace")
        return NOT_UTF8.at(
            Location(display, line, column),
            f"byte 0x{raw[error.start]:02X} is not UTF-8",
            hint="save the file with the encoding UTF-8",
            excerpt=excerpt,
        )


def leaves(path: Path, folder: Path) -> bool:
    """Whether a path, its links followed, leads out of a folder. Links that go in circles lead nowhere at all."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether a file of exactly that name is there. False, and never an error, of what cannot be looked at.

    A disk that is blind to capitals finds the file under any spelling; the servers of most LMSs do not.
    """
    # `Path.is_file` raises where a folder on the way may not be entered.
    return os.path.isfile(path) and path.name in (names(path.parent) or [path.name])  # noqa: PTH113


def names(folder: Path) -> list[str]:
    """What is in a folder, in order; nothing where it cannot be looked into."""
    try:
        return sorted(each.name for each in folder.iterdir())
    except (OSError, ValueError):
        return []


def why_absent(path: Path) -> str | None:
    """What to do where something else is in the place of a file; None where nothing is there at all."""
    if os.path.isdir(path):  # noqa: PTH112 - as above
        return "that is a folder: name a file in it"
    if os.path.islink(path):  # noqa: PTH114 - as above
        return "a link of that name leads nowhere: put the file itself there"
    return None
