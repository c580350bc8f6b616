"""The table of a settings file -> `Settings`: every key looked at, every problem told at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scormkit.diagnostics import Location, Severity
from scormkit.hints import did_you_mean
from scormkit.policy.names import Names
from scormkit.policy.patterns import PathPattern
from scormkit.policy.settings import Entry, PathIgnore, Settings, SettingsProblem

SEVERITIES = {each.value: each for each in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
"""The severities that can be asked for."""
NEVER = "never"
"""In place of a severity: no finding counts for the exit status."""
THRESHOLDS: Mapping[str, Severity | None] = {**SEVERITIES, NEVER: None}
"""What `fail-on` may be."""
MOST_JOBS = 256
"""How many packages can be judged at once."""
LONGEST_TIMEOUT = 24 * 60 * 60
"""How many seconds a package may be given."""


@dataclass(frozen=True, slots=True)
class Known:
    """What settings may name. `rules` is asked for only where they name any, for it takes time to gather them."""

    rules: Callable[[], Names]
    lms: Collection[str]
    languages: Collection[str]


class Table:
    """One table of settings, and what is wrong with it."""

    def __init__(self, file: str, lines: Sequence[str], name: str, known: Known) -> None:
        """Take the lines of the file, for the places of what is said, and the name that the table has in it."""
        self.problems: list[SettingsProblem] = []
        self._file, self._lines, self._name, self._known = file, lines, name, known

    def settings(self, table: Any, folder: Path) -> Settings:
        """What the table says, as far as it is sound; the rest is in `problems`. Paths in it start from `folder`."""
        if not isinstance(table, dict):
            self._problem("", "the settings are no table", f"write [{self._name}] on a line of its own")
            return Settings(folder)
        read: dict[str, Callable[[str, Any], dict[str, Any]]] = {
            "select": lambda key, value: {"select": self._rules(key, value)},
            "ignore": lambda key, value: {"ignore": self._rules(key, value)},
            "severity": lambda key, value: {"severity": tuple(self._severities(key, value))},
            "per-path-ignores": lambda key, value: {"path_ignores": tuple(self._path_ignores(key, value))},
            "fail-on": lambda key, value: {"fail_on": THRESHOLDS.get(self._one_of(key, value, THRESHOLDS) or "error")},
            "lms": lambda key, value: {"lms": tuple(self._each_of(key, value, self._known.lms))},
            "language": lambda key, value: {"language": self._one_of(key, value, self._known.languages) or "en"},
            "timeout": lambda key, value: {"timeout": self._number(key, value, LONGEST_TIMEOUT, whole=False)},
            "jobs": lambda key, value: {"jobs": self._number(key, value, MOST_JOBS, whole=True)},
            "baseline": lambda key, value: {"baseline": self._path(key, value, folder)},
        }
        given: dict[str, Any] = {}
        for key, value in table.items():
            if key in read:
                given |= read[key](key, value)
            else:
                hint = did_you_mean(key, read, f"there are: {', '.join(read)}")
                self._problem(key, "there is no such setting", hint, self._line(key))
        return Settings(folder, **given)

    def _rules(self, key: str, value: Any, *within: str) -> tuple[Entry, ...]:
        found = []
        for name in self._texts(key, value, *within):
            line = self._line(*(within or (key,)), name)
            if not self._known.rules().known(name):
                self._problem(key, f"there is no rule `{name}`", self._known.rules().hint(name), line)
            excerpt = None if line is None else self._lines[line - 1]
            found.append(Entry(name, Location(self._file, line), excerpt))
        return tuple(found)

    def _severities(self, key: str, value: Any) -> Iterator[tuple[str, Severity]]:
        for name, wanted in self._table(key, value, '"SK-WEB-003" = "info"').items():
            place = f"{key}.{name}"
            if not self._known.rules().known(name):
                hint = self._known.rules().hint(name)
                self._problem(place, f"there is no rule `{name}`", hint, self._line(key, name))
            if wanted in ("off", "none", "ignore"):
                self._problem(place, f"`{wanted}` is no severity", "name the rule in `ignore`", self._line(key, name))
            elif chosen := self._one_of(place, wanted, SEVERITIES, key, name):
                yield name, SEVERITIES[chosen]

    def _path_ignores(self, key: str, value: Any) -> Iterator[PathIgnore]:
        for pattern, rules in self._table(key, value, '"dist/old.zip" = ["SK-WEB"]').items():
            try:
                PathPattern(pattern)
            except ValueError as error:
                hint = "write it as `dist/old.zip` or `*.html`"
                self._problem(f"{key}.{pattern}", str(error), hint, self._line(key, pattern))
                continue
            yield PathIgnore(pattern, self._rules(f"{key}.{pattern}", rules, key, pattern))

    def _table(self, key: str, value: Any, example: str) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        hint = f"write [{self._name}.{key}], and lines such as {example}"
        self._problem(key, f"a table is expected, not {_kind(value)}", hint, self._line(key))
        return {}

    def _texts(self, key: str, value: Any, *within: str) -> list[str]:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        wrong = next((each for each in value if not isinstance(each, str)), value) if isinstance(value, list) else value
        hint = 'write it as ["…", "…"]'
        self._problem(key, f"a list of texts is expected, not {_kind(wrong)}", hint, self._line(*(within or (key,))))
        return []

    def _each_of(self, key: str, value: Any, there: Collection[str]) -> Iterator[str]:
        for each in self._texts(key, value):
            if each in there:
                yield each
            else:
                self._problem(key, f"`{each}` is not known here", _there(each, there), self._line(key, each))

    def _one_of(self, key: str, value: Any, there: Collection[str], *within: str) -> str | None:
        if isinstance(value, str) and value in there:
            return value
        what = f"`{value}` is not known here" if isinstance(value, str) else f"a text is expected, not {_kind(value)}"
        self._problem(key, what, _there(str(value), there), self._line(*(within or (key,))))
        return None

    def _number(self, key: str, value: Any, most: int, *, whole: bool) -> float | None:
        kinds = int if whole else (int, float)
        if isinstance(value, kinds) and not isinstance(value, bool) and math.isfinite(value) and 0 < value <= most:
            return value
        what = f"{'a whole number' if whole else 'a number'} above 0 and up to {most} is expected, not {_kind(value)}"
        self._problem(key, what, f"write it as {key} = 4", self._line(key))
        return None

    def _path(self, key: str, value: Any, folder: Path) -> Path | None:
        if isinstance(value, str) and value and "\0" not in value:
            return folder / value
        self._problem(
            key, f"the path of a file is expected, not {_kind(value)}", 'write it as "baseline.json"', self._line(key)
        )
        return None

    def _problem(self, key: str, message: str, hint: str, line: int | None = None) -> None:
        self.problems.append(SettingsProblem(".".join(part for part in (self._name, key) if part), message, hint, line))

    def _line(self, key: str, *texts: str) -> int | None:
        """The line that these texts stand in, each in or behind that of the one before; the reader of TOML keeps none.

        None where that cannot be told.
        """
        at = next((number for number, line in enumerate(self._lines) if _begins(line, key)), None)
        for text in texts:
            if at is not None:
                at = next((number for number in range(at, len(self._lines)) if text in self._lines[number]), None)
        return None if at is None else at + 1


def _begins(line: str, key: str) -> bool:
    """Whether a line gives a value to a key, or opens the table of that name."""
    bare = line.strip().lstrip("\"'")
    if bare.startswith("["):
        return bare.split("#")[0].strip().strip("[]").split(".")[-1].strip(" \"'") == key
    return bare.startswith(key) and bare[len(key) :].lstrip("\"' ").startswith(("=", "."))


def _there(word: str, there: Collection[str]) -> str:
    listed = f"there are: {', '.join(there)}" if there else "there are none yet"
    return did_you_mean(word, there, listed)


def _kind(value: Any) -> str:
    """What a value of TOML is, for a sentence."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text `{value[:80]}`"
    if isinstance(value, int | float):
        return f"the number {str(value)[:80]}"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date or a time"
