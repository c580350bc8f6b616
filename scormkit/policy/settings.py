"""What a team wants of a check, as values: read from a file, added to on the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scormkit.diagnostics import Location, Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of rules as someone wrote it, and where: an id, an alias, or the beginning of ids."""

    name: str
    where: Location
    excerpt: str | None = None


@dataclass(frozen=True, slots=True)
class PathIgnore:
    """Rules that are ignored wherever a path matches a pattern (see `patterns`)."""

    pattern: str
    rules: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How packages are judged, and what of it is told.

    `folder` is where patterns of paths start from: that of the settings file, or the current one. An empty `select`
    means all rules. `fail_on` is None where no finding counts for the exit status. `timeout` is in seconds for each
    package, `jobs` is how many are judged at once; None leaves both to the checker.
    """

    folder: Path = field(default_factory=Path)
    select: tuple[Entry, ...] = ()
    ignore: tuple[Entry, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    path_ignores: tuple[PathIgnore, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    lms: tuple[str, ...] = ()
    language: str = "en"
    timeout: float | None = None
    jobs: int | None = None
    baseline: Path | None = None

    @property
    def is_plain(self) -> bool:
        """Whether all that is found is told as it is."""
        return not (self.select or self.ignore or self.severity or self.path_ignores)


@dataclass(frozen=True, slots=True)
class SettingsProblem:
    """One thing that is wrong with the settings: which key, what, and what to do; `line` counts from 1."""

    key: str
    message: str
    hint: str
    line: int | None = None


class SettingsError(ValueError):
    """Raised for settings that nobody can go by: a check with half of them would say something else than was asked."""

    def __init__(self, file: str, *problems: SettingsProblem) -> None:
        """Take all that is wrong with one file."""
        super().__init__(file, *problems)
        self.file = file
        self.problems = problems

    def __str__(self) -> str:
        """One line for each problem: file, line, key, what is wrong, what to do."""
        return "\n".join(
            ": ".join(part for part in (_place(self.file, each.line), each.key, f"{each.message}; {each.hint}") if part)
            for each in self.problems
        )


def _place(file: str, line: int | None) -> str:
    return file if line is None else f"{file}:{line}"
