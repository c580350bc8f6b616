"""The safe reader of a package: a zip or a folder, never extracted and never trusted.

Opening looks at names, sizes and headers alone. What is wrong with the container comes out as `Defect` values; only a
path that cannot be opened at all is an `OSError`.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from scormkit.archive.container import Container
from scormkit.archive.defects import UNREADABLE, Defect, DefectKind, MemberError
from scormkit.archive.folder import FolderContainer
from scormkit.archive.limits import Limits
from scormkit.archive.zipped import ZipContainer

__all__ = ["UNREADABLE", "Container", "Defect", "DefectKind", "Limits", "MemberError", "open_container"]


def open_container(path: str | os.PathLike[str], limits: Limits | None = None) -> Container:
    """Open the zip or the folder at `path`. Raises `OSError` when it is missing, unreadable or neither of the two."""
    limits = limits or Limits()
    where = Path(path)
    mode = where.stat().st_mode
    if stat.S_ISDIR(mode):
        return FolderContainer(where, limits)
    if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
        raise OSError(errno.EINVAL, "neither a file nor a folder", os.fspath(path))
    return ZipContainer(where, limits)
