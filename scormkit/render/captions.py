"""Captions that stand in the page itself: a browser loads none beside a page that is opened from disk."""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from scormkit.archive.fingerprint import Fingerprint, changed
from scormkit.archive.pressed import Pressed
from scormkit.render.policy import showing_captions
from scormkit.render.site import SiteFile

_TRACK = re.compile(r'(?<=<track kind="captions" src=")[^"]+(?=")')


def within_page(documents: Collection[str], files: Sequence[SiteFile]) -> tuple[SiteFile, ...]:
    """The files of a unit whose `documents`, by their paths, hold the captions of their films.

    Files that nothing on the page names any more are left out. Raises OSError for captions that cannot be read or are
    not what they were when the site was made.
    """
    there = {file.path: file for file in files}
    texts = {path: _text(there[path]) for path in sorted(documents)}
    # The document of the first page takes the others from that of all pages, and with them what they hold.
    if not any(map(_TRACK.search, texts.values())):
        return tuple(files)
    idle: set[str] = set()
    for path, text in texts.items():
        tracks = {name: posixpath.join(posixpath.dirname(path), name) for name in _TRACK.findall(text)}
        held = {name: _as_data(there[track]) for name, track in tracks.items()}
        within = _TRACK.sub(partial(_replaced, held), text)
        there[path] = showing_captions(replace(there[path], content=Pressed(within.encode())))
        idle |= {track for name, track in tracks.items() if f'"{name}"' not in within}
    return tuple(file for path, file in there.items() if path not in idle)


def _text(page: SiteFile) -> str:
    return "" if isinstance(page.content, Path) else bytes(page.content).decode()


def _replaced(held: Mapping[str, str], track: re.Match[str]) -> str:
    return held[track[0]]


def _as_data(file: SiteFile) -> str:
    """A file as an address that holds it (RFC 2397)."""
    content = file.content.read_bytes() if isinstance(file.content, Path) else bytes(file.content)
    if isinstance(file.content, Path) and file.fingerprint not in (None, Fingerprint.of(content)):
        raise changed(file.content)
    return f"data:text/vtt;base64,{b64encode(content).decode()}"
