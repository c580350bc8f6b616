"""A file for what the LRS does not have, which is there before anything is sent: not even a power cut loses an id."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

_SUFFIX = ".unsent"
_KEPT_BEFORE = re.compile(r"\.unsent(-\d+)?$")


def default_path(file: Path) -> Path:
    """Where what is left of a file goes: beside it; `a.json` and `a.unsent.json` both lead to `a.unsent.json`."""
    return file.with_name(f"{_KEPT_BEFORE.sub('', file.stem)}{_SUFFIX}.json")


class Kept:
    """A file with statements that may not have arrived, an array that can be sent as it is. Only its owner may read it.

    It takes no other file's place: where its name is taken, it gets a number.
    """

    def __init__(self, path: Path, statements: Sequence[Any]) -> None:
        """Write all of them, before the first is sent. Raises `OSError`."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        for number in count(1):
            self.path = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
            try:
                descriptor = os.open(self.path, flags, 0o600)
            except FileExistsError:
                continue
            break
        try:
            _write(descriptor, statements)
        except BaseException:
            self.path.unlink()
            raise

    def settle(self, left: Sequence[Any]) -> bool:
        """Keep these alone, in one step; gives whether the file is still there. Raises `OSError`: it is as it was."""
        if not left:
            self.path.unlink()
            return False
        descriptor, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
        try:
            _write(descriptor, left)
            Path(name).replace(self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return True


def _write(descriptor: int, statements: Sequence[Any]) -> None:
    """One statement a line, in an array, and not only in a cache of the machine. Closes the file."""
    with os.fdopen(descriptor, "wb") as file:
        lines = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in statements)
        file.write(f"[\n{lines}\n]\n".encode())
        file.flush()
        os.fsync(file.fileno())
