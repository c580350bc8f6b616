"""Reads the cases: a folder each, whole or as changes to a base."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import pytest

from scormkit.control_documents import Edition, control_documents

HOME = Path(__file__).parent
VERDICTS = ("valid", "info", "usage", "warning", "error", "fatal")
_CONTROL_DOCUMENTS = ("scorm12", "scorm2004-3", "scorm2004-4")


@dataclass(frozen=True, slots=True)
class Case:
    """One package with a known verdict.

    `alone` names the file that is checked by itself, `zipped` how the zip is called: where a case is of just that.
    """

    folder: Path
    rule: str
    clause: str
    what: str
    lms: tuple[str, ...]
    alone: str | None
    zipped: str | None

    @property
    def name(self) -> str:
        """As tests call it."""
        return self.folder.relative_to(HOME).as_posix()

    @property
    def verdict(self) -> str:
        """What the checker must report it as."""
        return self.folder.name.rpartition("-")[2]

    @property
    def files(self) -> dict[str, bytes]:
        """The package, by path, in the order of the paths."""
        told = tomllib.loads((self.folder / "case.toml").read_text("utf-8"))
        own = self.folder / "package"
        files = dict(_base(self.folder.parent / told["base"])) if "base" in told else _official(told)
        files |= _read(own)
        for change in told.get("change", ()):
            files[change["file"]] = _changed(self.name, files[change["file"]], change)
        for one in told.get("add", ()):
            files[one["file"]] = one["text"].encode()
        for one in told.get("remove", ()):
            del files[one["file"]]
        return dict(sorted(files.items()))


@cache
def cases() -> tuple[Case, ...]:
    """All of them, in the order of the paths."""
    return tuple(_cases())


def case(name: str) -> Case:
    """The case in this folder, such as `scorm12/PKG-02-manifest-at-root-valid`."""
    return next(one for one in cases() if one.name == name)


def by_verdict(folder: Path) -> None:
    """Lay a package of each of the usual verdicts into the folder, each under the name of its verdict."""
    for one in (
        "PKG-02-manifest-at-root-valid",
        "P12-05-default-names-nothing-error",
        "OWN-href-with-query-warning",
        "PKG-12-macos-leftover-info",
        "XML-01-tag-not-closed-fatal",
    ):
        found = case(f"scorm12/{one}")
        laid_out(found.files, folder / found.verdict)


def base(path: str) -> dict[str, bytes]:
    """The files of a base, such as `scorm2004/base`."""
    return dict(_base(HOME / path))


def laid_out(files: Mapping[str, bytes], folder: Path) -> Path:
    """The folder, with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _cases() -> Iterator[Case]:
    for file in sorted(HOME.glob("*/*/case.toml")):
        told = tomllib.loads(file.read_text("utf-8"))
        lms = tuple(told.get("lms", ()))
        alone, zipped = told.get("alone"), told.get("zipped")
        yield Case(file.parent, told["rule"], told["clause"], told["what"], lms, alone, zipped)


@cache
def _base(folder: Path) -> Mapping[str, bytes]:
    """A whole good package; `base.toml` beside its files says which control documents belong to it."""
    return _own_files(folder) | _official(_told(folder))


def _official(told: Mapping[str, Any]) -> dict[str, bytes]:
    """The control documents of the edition that a case or base names, if it names one."""
    edition: Literal["", Edition] = told.get("control-documents", "")
    if not edition:
        return {}
    assert edition in _CONTROL_DOCUMENTS, edition
    official = control_documents(cast("Edition", edition))
    if official.missing:
        pytest.skip(f"this installation lacks the official control documents of {edition}")
    return dict(official.files)


def _own_files(folder: Path) -> dict[str, bytes]:
    """The files of a base; where it is made from another, on top of that one's."""
    told = _told(folder)
    return (_own_files(folder.parent / told["base"]) if "base" in told else {}) | _read(folder / "package")


def _told(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "base.toml").read_text("utf-8"))


def _read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _changed(name: str, content: bytes, change: Mapping[str, Any]) -> bytes:
    """`find` must stand there once, so that a case says exactly what is changed in it."""
    old, new = change["find"].encode(), change["put"].encode()
    assert content.count(old) == 1, f"{name}: `{change['find']}` stands {content.count(old)} times in {change['file']}"
    return content.replace(old, new)
