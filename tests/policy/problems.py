"""Problems made up for these tests, and the rules that they are of."""

from __future__ import annotations

from scormkit.diagnostics import Definition, Diagnostic, Location, Severity
from scormkit.policy import Entry, Names
from scormkit.policy.definitions import DEFINITIONS

RULES = {
    each.id: each
    for each in (
        Definition("SK-PKG-001", "not-a-zip", Severity.FATAL, "A zip."),
        Definition("SK-PKG-012", "leftover", Severity.INFO, "No leftovers."),
        Definition("SK-S12-007", "default-organization", Severity.ERROR, "A default."),
        Definition("SK-WEB-003", "image-text", Severity.WARNING, "A text."),
        Definition("SK-WEB-004", "page-title", Severity.WARNING, "A title."),
        Definition("SK-LMS-001", "moodle-title", Severity.WARNING, "A title for Moodle."),
    )
}
NAMES = Names([*RULES.values(), *DEFINITIONS])


def problem(
    rule: str,
    file: str = "a.zip",
    member: str | None = "index.html",
    line: int | None = 1,
    message: str = "it is wrong",
    excerpt: str | None = None,
) -> Diagnostic:
    return RULES[rule].at(Location(file, line, 1, member), message, hint="mend it", excerpt=excerpt)


def entry(name: str, line: int | None = None) -> Entry:
    return Entry(name, Location("scormkit.toml", line))
