"""Patterns of paths: `dist/old-*.zip`, `*.html`, `courses/**/shared`."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from fnmatch import translate
from pathlib import Path

_ANY = "**"


class PathPattern:
    """A pattern of paths, as in the ignore files of version control.

    `*`, `?` and `[…]` stand for characters within one part of a path, `**` for any number of parts. A pattern without
    a slash matches at any depth. What matches a folder or a package matches all that is in it. Letter case counts.
    """

    def __init__(self, pattern: str) -> None:
        """Read the pattern; raises `ValueError` for one that is empty or leads out of the folder it starts from."""
        parts = [part for part in pattern.replace("\\", "/").split("/") if part not in ("", ".")]
        if not parts or ".." in parts:
            raise ValueError("a pattern names paths below the folder of the settings file")
        if len(parts) == 1 and "/" not in pattern.strip("/"):
            parts.insert(0, _ANY)
        self._parts = [None if part == _ANY else re.compile(translate(part)) for part in parts]

    def matches(self, path: Sequence[str]) -> bool:
        """Whether a path, given by its parts, or a folder or package that it is in, matches."""
        # All places in the pattern that can be reached are carried along, so that no path makes this slow.
        reached = self._on({0})
        for part in path:
            after = set()
            for place in reached:
                if place < len(self._parts):
                    expected = self._parts[place]
                    if expected is None:
                        after.add(place)
                    elif expected.match(part):
                        after.add(place + 1)
            reached = self._on(after)
            if len(self._parts) in reached:
                return True
        return False

    def _on(self, places: set[int]) -> set[int]:
        """These places, and those that lie behind a `**`, which may stand for no part at all."""
        for place in sorted(places):
            while place < len(self._parts) and self._parts[place] is None:
                place += 1
                places.add(place)
        return places


def seen_from(folder: Path, path: str) -> str:
    """A path as it is from a folder, with slashes: `dist/a.zip`; as it is where that leads out of the folder.

    Goes by the names alone: links are not followed, and nothing need be there.
    """
    try:
        found = Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return Path(path).as_posix()
    return Path(os.path.abspath(path)).as_posix() if found.startswith("../") else found  # noqa: PTH100 - no links
