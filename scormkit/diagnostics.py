"""The one language of problems: what is wrong, where, how bad, and what to do about it.

Every stage of scormkit reports problems as values of these types and none raises them as exceptions, so that
all problems of a course or of a package can be shown together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import total_ordering


@total_ordering
class Severity(Enum):
    """How bad a problem is, from the worst to the mildest; `Severity.ERROR > Severity.WARNING` holds."""

    FATAL = "fatal"
    """The thing cannot be read far enough to judge it."""
    ERROR = "error"
    """A standard is broken, or learners or an LMS will be hurt."""
    WARNING = "warning"
    """Allowed, but known to go wrong in places."""
    INFO = "info"
    """Good to know; nothing needs to be done."""
    USAGE = "usage"
    """A feature is used whose support differs between LMSs."""

    @property
    def rank(self) -> int:
        """0 for the mildest severity, 4 for the worst."""
        return len(Severity) - 1 - list(Severity).index(self)

    def __lt__(self, other: object) -> bool:
        """Order by badness."""
        if not isinstance(other, Severity):
            return NotImplemented
        return self.rank < other.rank


@dataclass(frozen=True, slots=True)
class Location:
    """Where a problem is: a file of the author's source, or a member inside a package.

    `line` and `column` count from 1; a location without them means the whole file or member.
    """

    file: str
    line: int | None = None
    column: int | None = None
    member: str | None = None

    def __str__(self) -> str:
        """`file:line:column`, or `package.zip/member:line:column` for a place inside a package."""
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n is not None)])

    @property
    def path(self) -> str:
        """The file, and the member behind it."""
        return self.file if self.member is None else f"{self.file}/{self.member}"

    @property
    def order(self) -> tuple[str, str, int, int]:
        """A key that sorts locations by file, member, line and column."""
        return (self.file, self.member or "", self.line or 0, self.column or 0)


@dataclass(frozen=True, slots=True)
class Definition:
    """What every diagnostic with one id has in common. Ids are never reused for another meaning.

    `reference` names book and clause of a standard, or is empty where the rule is scormkit's own;
    `explanation` is the Markdown text that `scormkit explain ID` shows.
    """

    id: str
    alias: str
    severity: Severity
    explanation: str
    reference: str = ""

    def at(
        self, location: Location, message: str, *, hint: str | None = None, excerpt: str | None = None
    ) -> Diagnostic:
        """One occurrence of this problem; `excerpt` is the source line at the location, as it stands there."""
        return Diagnostic(
            id=self.id,
            alias=self.alias,
            severity=self.severity,
            location=location,
            message=message,
            hint=hint,
            reference=self.reference or None,
            excerpt=excerpt,
        )


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place: `message` says what is wrong, `hint` what to do about it."""

    id: str
    alias: str
    severity: Severity
    location: Location
    message: str
    hint: str | None = None
    reference: str | None = None
    excerpt: str | None = None

    @property
    def order(self) -> tuple[tuple[str, str, int, int], str, str]:
        """A key that sorts diagnostics by place, then id, then message."""
        return (self.location.order, self.id, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """All problems found in one go, in a fixed order and without repetition."""

    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """A report of these diagnostics, sorted by place, equal ones kept once."""
        return cls(tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.order)))

    def __iter__(self) -> Iterator[Diagnostic]:
        """The diagnostics in order."""
        return iter(self.diagnostics)

    def __len__(self) -> int:
        """How many diagnostics there are."""
        return len(self.diagnostics)

    def __add__(self, other: Report) -> Report:
        """Both reports in one."""
        return Report.of((*self.diagnostics, *other.diagnostics))

    def at_least(self, severity: Severity) -> Report:
        """The diagnostics that are as bad as `severity` or worse."""
        return replace(self, diagnostics=tuple(d for d in self.diagnostics if d.severity >= severity))

    @property
    def has_errors(self) -> bool:
        """Whether anything in here is an error or fatal."""
        return bool(len(self.at_least(Severity.ERROR)))
