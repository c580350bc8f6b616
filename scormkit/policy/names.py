"""The names that people call rules by: an id, an alias, or the beginning of ids such as `SK-WEB`."""

from __future__ import annotations

from collections.abc import Iterable

from scormkit.diagnostics import Definition, Diagnostic, Severity
from scormkit.hints import did_you_mean


class Names:
    """All rules that there are, by their names, in any case of letters."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        """Take the rules; of two definitions with one id the first counts."""
        self._exact: dict[str, str] = {}
        self._beginnings: dict[str, set[str]] = {}
        self._written: list[str] = []
        for each in definitions:
            self._exact.setdefault(each.id.lower(), each.id)
            self._exact.setdefault(each.alias.lower(), each.id)
            parts = each.id.split("-")
            for count in range(1, len(parts)):
                self._beginnings.setdefault("-".join(parts[:count]).lower(), set()).add(each.id)
            self._written += [each.id, each.alias]
        self._written += [name.upper() for name in self._beginnings]

    def exact(self, name: str) -> str | None:
        """The id of the rule that has this id or alias."""
        return self._exact.get(name.strip().lower())

    def beginning(self, name: str) -> frozenset[str]:
        """The ids that begin with this, in whole parts: `SK-S12` begins `SK-S12-007`, and `SK-S1` nothing."""
        return frozenset(self._beginnings.get(name.strip().lower().removesuffix("-"), ()))

    def known(self, name: str) -> bool:
        """Whether any rule goes by this name."""
        return self.exact(name) is not None or bool(self.beginning(name))

    def hint(self, name: str) -> str:
        """What may have been meant by a name that is not known."""
        return did_you_mean(name, self._written, "`scormkit rules --all` lists them")


class Chosen:
    """Some rules, by their names.

    That a package could not be judged (severity fatal) is covered by the rule's own name alone, never by the beginning
    of ids: who ignores `SK-PKG` does not mean that a package which nobody can open is a good one.
    """

    def __init__(self, names: Names, wanted: Iterable[str]) -> None:
        """Look the names up; one that is not known covers nothing."""
        self._wanted = list(wanted)
        self._exact: dict[str, list[int]] = {}
        self._beginnings: dict[str, list[int]] = {}
        for number, name in enumerate(self._wanted):
            identifier = names.exact(name)
            if identifier is not None:
                self._exact.setdefault(identifier, []).append(number)
            for each in names.beginning(name):
                self._beginnings.setdefault(each, []).append(number)

    def covers(self, identifier: str) -> bool:
        """Whether a rule is among them."""
        return identifier in self._exact or identifier in self._beginnings

    def covering(self, diagnostic: Diagnostic) -> list[int]:
        """Which of the names cover a diagnostic, by their numbers; those that name it alone come first.

        Of the others, the longer come first.
        """
        found = list(self._exact.get(diagnostic.id, ()))
        if diagnostic.severity is not Severity.FATAL:
            wider = self._beginnings.get(diagnostic.id, ())
            found += sorted(wider, key=lambda number: -len(self._wanted[number].strip()))
        return found
