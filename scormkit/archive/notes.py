"""Notes on finished packages: what each was made of, and how it stood once it was in its place."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from dataclasses import dataclass
from pathlib import Path

from scormkit.archive.keeping import keep
from scormkit.archive.state import GRAIN, State, is_settled, state_of
from scormkit.archive.written import Used, Written


@dataclass(frozen=True, slots=True)
class Notes:
    """Remembers in `folder`, from build to build, what was written, so that it need not be written again.

    A note is named as its zip is and bears a digest of itself, its name included, so nothing that was damaged or
    changed places counts. It holds for as long as the zip is the very file that was moved into its place, untouched.
    """

    folder: Path

    def find(self, package: Path, made_of: str) -> Written | None:
        """What stands as `package`, where that was made of `made_of` and nobody touched it since; else None."""
        try:
            digest, _, body = (self.folder / package.name).read_bytes().partition(b"\n")
            if digest != _digest(package.name, body):
                return None
            note = json.loads(body)
            if note["made_of"] != made_of or tuple(note["state"]) != state_of(package.lstat()):
                return None
            return Written(note["size"], note["sha256"], Used(frozenset(note["packed"]), frozenset(note["files"])))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, package: Path, made_of: str, written: Written, moved: State) -> None:
        """Note that `package` was made of `made_of`; `moved` is the state of the file before it was moved there.

        Waits for up to `GRAIN` until a write by somebody else would show. What would not show then, on a disk whose
        clock counts seconds, is not noted, and neither is a file that is not the one that was moved.
        """
        with contextlib.suppress(OSError):
            _wait(state_of(package.lstat()))
            now = time.time_ns()
            state = state_of(package.lstat())
            # A move changes nothing but the time of the inode.
            if state[:-1] != moved[:-1] or not is_settled(state, now):
                return
            note = {
                "made_of": made_of,
                "state": state,
                "size": written.size,
                "sha256": written.sha256,
                "packed": sorted(written.used.packed),
                "files": sorted(written.used.files),
            }
            body = json.dumps(note).encode()
            keep(self.folder / package.name, _digest(package.name, body), b"\n", body)


def _wait(state: State) -> None:
    left = max(state[3:]) + GRAIN - time.time_ns()
    if 0 <= left <= GRAIN:
        time.sleep((left + GRAIN // 4) / 1e9)


def _digest(name: str, body: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + body).hexdigest().encode()
