"""What a rule is, and the one ordered list of them.

A rule is a pure function for one clause: it takes a `Package` and yields a `Finding` for every place where the clause
is broken. Its docstring is the page that `scormkit explain` shows: a title, why it matters and what to do, a bad
example and a good one. Adding a rule is writing one such function; nothing else has to know of it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from scormkit.archive.reader import Defect
from scormkit.checking.package import Package
from scormkit.checking.source import Place
from scormkit.checking.vocabulary import CMI5, SCORM, SCORM_12, SCORM_2004, TINCAN, Edition
from scormkit.diagnostics import Definition, Diagnostic, Location, Severity
from scormkit.said import ENGLISH, Said, say

__all__ = [
    "CMI5",
    "SCORM",
    "SCORM_12",
    "SCORM_2004",
    "TINCAN",
    "Finding",
    "Rule",
    "about",
    "broken",
    "diagnose",
    "registered",
    "rule",
]

_LONGEST_MESSAGE = 600


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a clause is broken: what is wrong with the concrete value, and what to do about it."""

    place: Place
    message: Said
    hint: Said


@dataclass(frozen=True, slots=True)
class Rule:
    """One clause as code.

    `editions` are those it holds for; None means any package, even one that nobody can read. `lms` names the LMS that
    it speaks of: such a rule is asked only where a package is to run there.
    """

    definition: Definition
    editions: frozenset[Edition] | None
    lms: str | None
    function: Callable[[Package], Iterable[Finding]]

    @property
    def title(self) -> str:
        """The first line of the explanation."""
        return self.definition.explanation.partition("\n")[0]

    def applies(self, package: Package, lms: Collection[str] = ()) -> bool:
        """Whether the rule has anything to say about this package on these LMSs."""
        if self.lms is not None and self.lms not in lms:
            return False
        return self.editions is None or bool(self.editions & package.editions)

    def __call__(
        self, package: Package, lms: Collection[str] = (), words: Mapping[str, str] = ENGLISH
    ) -> Iterator[Diagnostic]:
        """The diagnostics of this rule for `package`, one by one as they are found, in the language of `words`."""
        if self.applies(package, lms):
            for finding in self.function(package):
                yield diagnose(self.definition, package, finding, words)


def diagnose(
    definition: Definition, package: Package, finding: Finding, words: Mapping[str, str] = ENGLISH
) -> Diagnostic:
    """A finding as a diagnostic of `definition`; a structure file on its own is a file without members."""
    place = finding.place
    location = Location(package.display, place.line, place.column, None if package.bare else place.member)
    message, hint = (_shortened(one.in_words(words)) for one in (finding.message, finding.hint))
    return definition.at(location, message, hint=hint, excerpt=place.excerpt)


def _shortened(text: str) -> str:
    """`text` without its middle when it is endless, for it may quote a value of a hostile manifest."""
    if len(text) <= _LONGEST_MESSAGE:
        return text
    half = _LONGEST_MESSAGE // 2
    return f"{text[:half]} … {text[-half:]}"


def about(defect: Defect, hint: Said) -> Finding:
    """A finding that says what is wrong with a member or with the package as a container."""
    if defect.member is None:
        return Finding(Place(), say("this file {does}", does=defect.detail), hint)
    return Finding(Place(defect.member), say("this entry {does}", does=defect.detail), hint)


def broken(package: Package, *clauses: str) -> Iterator[Finding]:
    """The places where the grammar of the edition is broken that go by one of these clauses."""
    for violation in package.violations(*clauses):
        yield Finding(violation.element.place(violation.attribute), violation.message, violation.hint)


_REGISTRY: dict[str, Rule] = {}
_TAKEN: set[str] = set()
"""The ids and aliases in it."""


def rule(
    identifier: str,
    alias: str,
    severity: Severity,
    reference: str,
    editions: frozenset[Edition] | None = None,
    lms: str | None = None,
) -> Callable[[Callable[[Package], Iterable[Finding]]], Rule]:
    """Declare the decorated function as a rule; its docstring becomes the explanation.

    The explanation of a rule with an `lms` ends in a line `Source: …`: only what was measured or is documented counts.

    Raises `ValueError` when the id or the alias is taken: ids are never used twice.
    """

    def declare(function: Callable[[Package], Iterable[Finding]]) -> Rule:
        explanation = inspect.cleandoc(function.__doc__ or "")
        definition = Definition(identifier, alias, severity, explanation, reference)
        if not _TAKEN.isdisjoint((identifier, alias)):
            raise ValueError(f"{identifier} {alias} is declared twice")
        _TAKEN.update((identifier, alias))
        declared = _REGISTRY[identifier] = Rule(definition, editions, lms, function)
        return declared

    return declare


def registered() -> tuple[Rule, ...]:
    """All rules declared so far, in the order of their ids."""
    return tuple(_REGISTRY[identifier] for identifier in sorted(_REGISTRY))
