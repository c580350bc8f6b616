"""Package -> Report: judges any package, ours or not, by rules of one clause each."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import islice

from scormkit.checking.opening import open_package
from scormkit.checking.package import Package, read_package
from scormkit.checking.rule import Finding, Rule, diagnose
from scormkit.checking.rules import ALL_RULES
from scormkit.checking.source import Place
from scormkit.checking.words import LANGUAGES, sentences
from scormkit.diagnostics import Definition, Diagnostic, Report, Severity
from scormkit.said import say

__all__ = ["MOST_ALIKE", "Rule", "check", "definitions", "languages", "lms_profiles", "rules"]

MOST_ALIKE = 100
"""How many diagnostics of one rule a report shows for one package; a hostile package could ask for millions."""

MORE_OF_THE_SAME = Definition(
    "SK-PKG-019",
    "more-of-the-same",
    Severity.INFO,
    "No rule is broken in more places than a report shows.\n\n"
    "The report shows the first hundred of them: the cause is nearly always one and the same, such as a setting of\n"
    "the tool that made the package.\n\n"
    "Cure that and check again.\n\n"
    'Bad: a tool that writes `isvisible="yes"` on each of its thousand items\n\n'
    'Good: the same tool, set to write `isvisible="true"`',
    "scormkit's own: reports that can be read",
)


def check(
    path: str | os.PathLike[str],
    *,
    display: str | None = None,
    verify: bool = True,
    lms: Collection[str] = (),
    language: str = "en",
) -> Report:
    """Judge the package at `path`: a zip, a folder, or an `imsmanifest.xml`, `cmi5.xml` or `tincan.xml` on its own.

    `display` is how the package is called in locations; by default the path as given. Without `verify`, what no rule
    looks into is not read, so that its checksums are not compared. `lms` names the LMSs whose own rules are asked too
    (`lms_profiles` has those there are), `language` is that of messages and hints (`languages`). Raises `OSError` when
    the path is missing or cannot be read, and `ValueError` for an LMS or a language that is not known; whatever is
    wrong with the package itself is in the report.
    """
    if unknown := sorted(set(lms) - set(lms_profiles())):
        raise ValueError(f"no rules for the LMS {unknown[0]!r}; there are: {', '.join(lms_profiles())}")
    words = sentences(language)
    container, bare = open_package(path)
    with container:
        shown = os.fspath(path) if display is None else display
        package = read_package(container, shown, bare=bare, verify=verify)
    asked = (rule for rule in ALL_RULES if rule.applies(package, lms))
    return Report.of(diagnostic for rule in asked for diagnostic in _some(rule, package, lms, words))


def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their ids."""
    return ALL_RULES


def definitions() -> tuple[Definition, ...]:
    """All that a report of `check` may hold, in the order of the rules."""
    return (*(rule.definition for rule in ALL_RULES), MORE_OF_THE_SAME)


@cache
def lms_profiles() -> tuple[str, ...]:
    """The LMSs that have rules of their own, in order."""
    return tuple(sorted({rule.lms for rule in ALL_RULES if rule.lms is not None}))


def languages() -> tuple[str, ...]:
    """The languages that findings are told in, English first."""
    return LANGUAGES


def _some(rule: Rule, package: Package, lms: Collection[str], words: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The first diagnostics of a rule, and one that says so if there are more."""
    found = rule(package, lms, words)
    yield from islice(found, MOST_ALIKE)
    if next(found, None) is not None:
        message = say(
            "{id} {alias} holds in more places; {most} are shown",
            id=rule.definition.id,
            alias=rule.definition.alias,
            most=MOST_ALIKE,
        )
        hint = say("cure the cause of those shown and check again")
        yield diagnose(MORE_OF_THE_SAME, package, Finding(Place(), message, hint), words)
