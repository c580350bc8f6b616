"""Writing files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` at the end, in one step; where anything fails, `path` stays.

    It is written beside `path`, under a name that begins with a dot and ends in `.part`. If `durable`, it is seen on
    the disk, and then its name too. Raises OSError, which names `path`.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        # Opened like any other file, unlike what `tempfile` makes, so that the user's umask says who may read it.
        with part.open("xb") as stream:
            yield stream
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        part.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink()
        if isinstance(error, OSError) and error.filename == str(part):
            raise failed(path, error) from error
        raise
    if durable:
        sync_folder(path.parent)


def failed(path: Path, error: OSError) -> OSError:
    """The error as it is about `path`, and not about a file by whose way it was to come there."""
    return OSError(error.errno, error.strerror, str(path))


def sync_folder(folder: Path) -> None:
    """See the names in `folder` on the disk, where the system can: Windows opens no folders, some disks refuse."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def keep(path: Path, *content: bytes | bytearray) -> None:
    """Put `content`, piece after piece, into a cache as `path`.

    A cache only saves time, so what cannot be written is left out.
    """
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, durable=False) as stream:
            stream.writelines(content)
