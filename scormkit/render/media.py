"""Media files of a unit: what they are called in the site."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from scormkit.render.site import SiteFile

_CHUNK = 1 << 20


class MediaShelf:
    """Gathers the media that the pages of one unit show and names them `media/<name>-<digest>.<type>`.

    Names are ASCII, since not every LMS keeps other letters, and hold a digest of the content, so that two files never
    share one and a browser never shows an outdated one.
    """

    def __init__(self, folder: str) -> None:
        """`folder` is the unit's folder in the site."""
        self._folder = folder
        self._names: dict[Path, str] = {}

    def url(self, file: Path) -> str:
        """The address of a file, seen from the unit's start page."""
        if file not in self._names:
            self._names[file] = f"media/{_plain(file.stem)}-{_digest(file)}{file.suffix.lower()}"
        return self._names[file]

    def files(self) -> tuple[SiteFile, ...]:
        """The files so far, each once, in order of path."""
        by_name = {name: file for file, name in self._names.items()}
        return tuple(SiteFile(f"{self._folder}/{name}", by_name[name]) for name in sorted(by_name))


def _plain(stem: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:40] or "file"


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()[:8]
