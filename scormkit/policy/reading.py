"""Finding and reading the settings file: `scormkit.toml`, or `pyproject.toml`."""

from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scormkit.policy.settings import Settings, SettingsError, SettingsProblem
from scormkit.policy.tables import Known, Table

OWN_FILE = "scormkit.toml"
SHARED_FILE = "pyproject.toml"
MAX_BYTES = 1024 * 1024
"""How large a settings file may be."""

_OURS = b"scormkit"
_OWN_PATH = ("check",)
_SHARED_PATH = ("tool", "scormkit", "check")


@dataclass(frozen=True, slots=True)
class _Text:
    """What stands in a settings file, and the table of it that is about checking; None where it has none."""

    lines: Sequence[str]
    table: Any
    path: Sequence[str]


def find_settings(start: Path) -> Path | None:
    """The settings file of the folder `start`, or of the nearest folder above it that has one; None where none has.

    In one folder, `scormkit.toml` comes before a `pyproject.toml` with a table `[tool.scormkit.check]`. Raises
    `SettingsError` for a `pyproject.toml` that speaks of scormkit and cannot be read.
    """
    here = Path(os.path.abspath(start))  # noqa: PTH100 - links are not followed: the way up is the one that was taken
    for folder in (here, *here.parents):
        own, shared = folder / OWN_FILE, folder / SHARED_FILE
        if _is_file(own):
            return own
        shown = SHARED_FILE if folder == here else str(shared)
        if _is_file(shared) and _speaks_of_us(shared) and _parsed(shared, shown).table is not None:
            return shared
    return None


def read_settings(path: Path, known: Known, *, display: str | None = None) -> Settings:
    """The settings in a file, which has them in a table `[check]`, or `[tool.scormkit.check]` in a `pyproject.toml`.

    `known` are the rules, LMSs and languages that it may name, `display` is how the file is called in what is said of
    it. Paths in it start from its folder. Raises `SettingsError` with all that is wrong: a file that cannot be read, is
    too large, not UTF-8 or not TOML, a key that there is not, a value of another kind, a rule that nobody knows.
    """
    shown = str(path) if display is None else display
    text = _parsed(path, shown)
    if text.table is None and path.name == SHARED_FILE:
        message, hint = "it has no table [tool.scormkit.check]", "add one, or name another file"
        raise SettingsError(shown, SettingsProblem("", message, hint))
    table = Table(shown, text.lines, ".".join(text.path), known)
    settings = table.settings({} if text.table is None else text.table, path.parent)
    if table.problems:
        raise SettingsError(shown, *table.problems)
    return settings


def _is_file(path: Path) -> bool:
    """Whether there is such a file, as far as the folder lets anyone see."""
    try:
        return path.is_file()
    except OSError:
        return False


def _speaks_of_us(path: Path) -> bool:
    """Whether a file that belongs to others too may be about us; if not, it need not even be sound."""
    try:
        with path.open("rb") as file:
            return _OURS in file.read(MAX_BYTES)
    except OSError:
        return False


def _parsed(path: Path, shown: str) -> _Text:
    def fail(message: str, hint: str, line: int | None = None) -> SettingsError:
        return SettingsError(shown, SettingsProblem("", message, hint, line))

    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise fail("it is no file", "name a file with settings")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise fail(f"it cannot be read: {error.strerror or error}", "name a file that is there and is yours") from None
    if len(data) > MAX_BYTES:
        raise fail(f"it is larger than {MAX_BYTES:,} bytes", "settings are some lines long: see what is in it")
    try:
        text = data.decode("utf-8-sig")
        document = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise fail("it is not UTF-8", "save the file with the encoding UTF-8", line) from None
    except tomllib.TOMLDecodeError as error:
        raise fail(f"it is not TOML: {error}", "mend the text; texts stand in quotes") from None
    except RecursionError:
        raise fail("it is not TOML that can be read: it nests too deep", "settings are tables of lists") from None
    return _within(document, path, text.splitlines(), fail)


def _within(
    document: Mapping[str, Any], path: Path, lines: Sequence[str], fail: Callable[[str, str], SettingsError]
) -> _Text:
    """The table that is about checking."""
    keys = _SHARED_PATH if path.name == SHARED_FILE else _OWN_PATH
    if path.name != SHARED_FILE and (others := sorted(document.keys() - set(keys))):
        raise fail(f"there is no table or key `{others[0]}`", "settings of the checker stand below a line [check]")
    found: Any = document
    for number, key in enumerate(keys, 1):
        if not isinstance(found, dict):
            raise fail(
                f"`{'.'.join(keys[: number - 1])}` is no table", f"write [{'.'.join(keys)}] on a line of its own"
            )
        if key not in found:
            return _Text(lines, None, keys)
        found = found[key]
    return _Text(lines, found, keys)
