"""Where to send, from the environment or from a file: never from a command line, which others can read."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scormkit.hints import did_you_mean
from scormkit.xapi.sending.access import Access

_PREFIX = "SCORMKIT_LRS_"
_KEYS = ("endpoint", "username", "password", "authorization", "version")
_PRIVATE = 0o077


class SettingsError(ValueError):
    """Raised for settings that lead to no LRS; the message says what is missing in plain English, without secrets."""


def from_environment(environment: Mapping[str, str]) -> Access | None:
    """The LRS that `SCORMKIT_LRS_ENDPOINT` names, opened by `SCORMKIT_LRS_USERNAME` and `SCORMKIT_LRS_PASSWORD`.

    Or by `SCORMKIT_LRS_AUTHORIZATION`, the value of the header. `SCORMKIT_LRS_VERSION` may ask for xAPI 2.0.0. None
    where none of them is set. Raises `SettingsError` where they do not suffice.
    """
    found = {key: environment[name] for key in _KEYS if environment.get(name := f"{_PREFIX}{key.upper()}")}
    return _access(found, lambda key: f"{_PREFIX}{key.upper()}", "the environment") if found else None


def from_file(path: Path, name: str | None = None) -> Access:
    """The LRS that a table of this name in a TOML file describes, or the only one there is.

    Keys are `endpoint`, and `username` with `password` or `authorization`, and `version`. Raises `OSError` for a file
    that cannot be read, `SettingsError` for one that is not TOML, for a table that is not there or does not suffice.
    """
    try:
        tables = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: the file is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        # The error itself holds the whole text, so it is not carried along.
        raise SettingsError(f"{path}: the file is not TOML: {error}") from None
    names = [key for key, value in tables.items() if isinstance(value, dict)]
    if name is None and len(names) == 1:
        name = names[0]
    if not names:
        raise SettingsError(f"{path}: it names no LRS: put endpoint, username and password below a line such as [lrs]")
    if name is None:
        raise SettingsError(f"{path}: it names {', '.join(names)}; choose one with --lrs")
    if name not in names:
        hint = did_you_mean(name, names, f"it has {', '.join(names)}")
        raise SettingsError(f"{path}: there is no table [{name}]; {hint}")
    where = f"{path}, [{name}]"
    table = tables[name]
    for key, value in table.items():
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS, f"the keys are {', '.join(_KEYS)}")
            raise SettingsError(f"{where}: there is no key {key}; {hint}")
        if not isinstance(value, str):
            raise SettingsError(f"{where}: {key} is not a text in quotes")
    return _access(table, lambda key: key, where)


def is_open_to_others(path: Path) -> bool:
    """Whether others on this machine can read the file; never where files have no such permissions (Windows)."""
    return os.name == "posix" and bool(path.stat().st_mode & _PRIVATE)


def _access(given: Mapping[str, Any], named: Any, where: str) -> Access:
    def needed(key: str) -> str:
        if not given.get(key):
            raise SettingsError(f"{where}: {named(key)} is missing")
        return str(given[key])

    version = given.get("version", "1.0.3")
    by_name = [named(key) for key in ("username", "password") if key in given]
    try:
        endpoint = needed("endpoint")
        if "authorization" in given:
            if by_name:
                raise SettingsError(f"{where}: {named('authorization')} and {' and '.join(by_name)} exclude each other")
            return Access(endpoint, given["authorization"], version)
        return Access.basic(endpoint, needed("username"), needed("password"), version)
    except SettingsError:
        raise
    except ValueError as error:
        raise SettingsError(f"{where}: {error}") from None
