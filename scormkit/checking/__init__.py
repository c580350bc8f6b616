"""Package -> Report: judges any package, ours or not, by rules of one clause each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice

from scormkit.archive.reader import open_container
from scormkit.checking.package import Package, read_package
from scormkit.checking.rule import Finding, Rule, diagnose
from scormkit.checking.rules import ALL_RULES
from scormkit.checking.source import Place
from scormkit.diagnostics import Definition, Diagnostic, Report, Severity

__all__ = ["MOST_ALIKE", "Rule", "check", "definitions", "rules"]

MOST_ALIKE = 100
"""How many diagnostics of one rule a report shows for one package; a hostile package could ask for millions."""

MORE_OF_THE_SAME = Definition(
    "SK-PKG-019",
    "more-of-the-same",
    Severity.INFO,
    "One rule is broken in very many places.\n\n"
    "The report shows the first hundred of them: the cause is nearly always one and the same, such as a setting of\n"
    "the tool that made the package. Cure that and check again.",
)


def check(path: str | os.PathLike[str], *, display: str | None = None, verify: bool = True) -> Report:
    """Judge the package at `path`, a zip or a folder.

    `display` is how the package is called in locations; by default the path as given. Without `verify`, what no rule
    looks into is not read, so that its checksums are not compared. Raises `OSError` when the path
    is missing or cannot be read; whatever is wrong with the package itself is in the report.
    """
    with open_container(path) as container:
        package = read_package(container, os.fspath(path) if display is None else display, verify=verify)
    return Report.of(diagnostic for rule in ALL_RULES for diagnostic in _some(rule, package))


def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their ids."""
    return ALL_RULES


def definitions() -> tuple[Definition, ...]:
    """All that a report of `check` may hold, in the order of the rules."""
    return (*(rule.definition for rule in ALL_RULES), MORE_OF_THE_SAME)


def _some(rule: Rule, package: Package) -> Iterator[Diagnostic]:
    """The first diagnostics of a rule, and one that says so if there are more."""
    found = rule(package)
    yield from islice(found, MOST_ALIKE)
    if next(found, None) is not None:
        message = f"{rule.definition.id} {rule.definition.alias} holds in more places; {MOST_ALIKE} are shown"
        hint = "cure the cause of those shown and check again"
        yield diagnose(MORE_OF_THE_SAME, package, Finding(Place(), message, hint))
