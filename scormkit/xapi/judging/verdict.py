"""What judging comes to: what each statement is, how each session went, and all that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from scormkit.diagnostics import Definition, Severity
from scormkit.xapi.judging.model import Pattern, Profile, Template
from scormkit.xapi.judging.templates import Breach, Fit
from scormkit.xapi.validation import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or worth knowing: in which statement (its number, from 0), where, and what.

    `statement` is None where no single one is meant. `path` is a JSONPath that begins at the statement,
    `cure` what to do, `clause` that of the specification.
    """

    definition: Definition
    statement: int | None
    path: str
    text: str
    cure: str
    clause: str

    def __str__(self) -> str:
        """Everything in one line."""
        where = "" if self.statement is None else f"statement {self.statement}, {self.path}: "
        return f"{where}{self.text} ({self.clause})"


@dataclass(frozen=True, slots=True)
class JudgedStatement:
    """One statement, as it was given, with what was found about it.

    `problems` are those against xAPI itself, `fits` the templates that apply to it, and `claims` the versions of the
    given profiles that it names among its category activities.
    """

    value: Any
    problems: tuple[Problem, ...]
    fits: tuple[Fit, ...]
    claims: tuple[str, ...]

    @property
    def templates(self) -> tuple[Template, ...]:
        """The templates that it matches: they apply, and all their rules are followed."""
        return tuple(fit.template for fit in self.fits if fit.followed)

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """What it lacks of what the templates that apply to it ask for."""
        return tuple(breach for fit in self.fits for breach in fit.breaches)


@dataclass(frozen=True, slots=True)
class Session:
    """The statements of one registration, or subregistration, that claim one version of a profile, in their order.

    `outcome`: success, they are what a primary pattern asks for, no more and no less; partial, they follow it so far,
    and something of `expected` has to come next; failed, no pattern takes the statement `failed_at` (a number among all
    statements), where one of `expected` could have come, or one of them matches no template, or breaks its rules.
    `pattern` is the one that was followed furthest; None where the profile has none that can be followed.
    """

    profile: Profile
    version: str
    registration: str
    subregistration: str | None
    statements: tuple[int, ...]
    outcome: Literal["success", "partial", "failed"]
    pattern: Pattern | None
    expected: tuple[Template, ...] = ()
    failed_at: int | None = None

    @property
    def name(self) -> str:
        """Its registration, and its subregistration where it has one, for a reader."""
        part = f", subregistration {self.subregistration}" if self.subregistration else ""
        return f"registration {self.registration}{part}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """All statements in the order in which they were given, all sessions, and all findings."""

    statements: tuple[JudgedStatement, ...]
    sessions: tuple[Session, ...]
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[Finding, ...]:
        """The findings that are warnings or errors."""
        return tuple(each for each in self.findings if each.definition.severity >= Severity.WARNING)
