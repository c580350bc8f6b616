"""Files of any kind that this room judges -> one report: statements, profiles, and our templates' examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scormkit.diagnostics import Diagnostic, Location, Report
from scormkit.xapi.json_text import JsonError
from scormkit.xapi.judging.definitions import NOT_JSON, OTHER_TEMPLATE, PROFILE_INVALID, PROFILE_UNWISE
from scormkit.xapi.judging.document import profile_problems
from scormkit.xapi.judging.judging import judge
from scormkit.xapi.judging.model import Profile
from scormkit.xapi.judging.reading import is_profile
from scormkit.xapi.judging.values import text_at
from scormkit.xapi.judging.verdict import Finding, JudgedStatement, Session, Verdict
from scormkit.xapi.statement_files import is_template, read_readable
from scormkit.xapi.validation import Version

_LINE = "line "


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: in a file, at a JSONPath in it, or at `$` of a line that is JSON by itself."""

    file: str
    path: str = "$"
    line: int | None = None

    @property
    def location(self) -> Location:
        """The place as diagnostics have it."""
        return Location(self.file, self.line)

    def within(self, path: str) -> str:
        """The JSONPath in the file, or the line, of a JSONPath that begins at the statement."""
        return self.path + path.removeprefix("$")


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of some files.

    `statements` are those of all files, examples last, each with its place; `sessions` count them by their number
    there. `profiles` is the number of profiles among the files, and `unreadable` that of files that are no JSON, as a
    whole or in one of their lines.
    """

    report: Report
    statements: tuple[tuple[Place, JudgedStatement], ...]
    sessions: tuple[Session, ...]
    profiles: int
    unreadable: int

    def matches(self) -> Counter[str]:
        """How many statements match a template, by the template's id."""
        return Counter(template.id for _, one in self.statements for template in one.templates)


def judge_files(
    files: Iterable[tuple[str, bytes]], profiles: Sequence[Profile] = (), *, version: Version = "1.0.3"
) -> Judged:
    """Judge files, each given with its name: what is in each is seen from what stands there.

    A profile is judged by the profile specification; of one of our statement templates its example is judged, by
    itself; all else are statements (see `read_readable`), which are judged together, also over several files.
    """
    found: list[Diagnostic] = []
    given: list[tuple[Place, Any]] = []
    examples: list[tuple[Place, Any]] = []
    named: list[str] = []
    number_of_profiles = unreadable = 0
    for name, data in files:
        try:
            placed, spoilt = read_readable(data)
        except JsonError as error:
            unreadable += 1
            found.append(_not_json(Location(name), str(error)))
            continue
        unreadable += bool(spoilt)
        found += [_not_json(Location(name, each.line), each.reason) for each in spoilt]
        for place, value in placed:
            if is_profile(value):
                number_of_profiles += 1
                found += _profile(name, value)
            elif is_template(value):
                examples.append((_place(name, place, ".example"), value.get("example")))
                named.append(text_at(value, "template") or "")
            else:
                given.append((_place(name, place), value))
    sent = judge([value for _, value in given], profiles, version=version)
    shown = judge([value for _, value in examples], profiles, version=version, together=False)
    found += _told(sent, [place for place, _ in given])
    found += _told(shown, [place for place, _ in examples])
    found += _of_other_templates([place for place, _ in examples], named, shown, profiles)
    places = [place for place, _ in (*given, *examples)]
    statements = tuple(zip(places, (*sent.statements, *shown.statements), strict=True))
    return Judged(Report(tuple(dict.fromkeys(found))), statements, sent.sessions, number_of_profiles, unreadable)


def _of_other_templates(
    places: Sequence[Place], named: Sequence[str], verdict: Verdict, profiles: Sequence[Profile]
) -> Iterator[Diagnostic]:
    """Examples to which the template that their file names does not apply."""
    known = {template.id for profile in profiles for template in profile.templates}
    for where, name, one in zip(places, named, verdict.statements, strict=True):
        if name in known and name not in {fit.template.id for fit in one.fits}:
            text = f"{where.path}: the template {name} does not apply to the example (Profiles 8.0)"
            hint = "fill the template again, or write the example by its statement"
            yield OTHER_TEMPLATE.at(where.location, text, hint=hint)


def _place(file: str, place: str, member: str = "") -> Place:
    if place.startswith(_LINE):
        return Place(file, f"${member}", int(place.removeprefix(_LINE)))
    return Place(file, place + member)


def _not_json(location: Location, reason: str) -> Diagnostic:
    return NOT_JSON.at(location, reason, hint="mend the text; a JSON editor shows where it breaks off")


def _profile(name: str, value: Any) -> Iterator[Diagnostic]:
    for fault in profile_problems(value):
        definition = PROFILE_UNWISE if fault.advice else PROFILE_INVALID
        message = f"{fault.path}: {fault.text} (Profiles {fault.clause})"
        yield definition.at(Location(name), message, hint=fault.cure or None)


def _told(verdict: Verdict, places: Sequence[Place]) -> Iterator[Diagnostic]:
    """The findings, by statement; those about none of them first."""
    for finding in sorted(verdict.findings, key=lambda each: -1 if each.statement is None else each.statement):
        yield _diagnostic(finding, places)


def _diagnostic(finding: Finding, places: Sequence[Place]) -> Diagnostic:
    text = f"{finding.text} ({finding.clause})"
    if finding.statement is None:
        return finding.definition.at(Location("--profile"), text, hint=finding.cure or None)
    place = places[finding.statement]
    return finding.definition.at(place.location, f"{place.within(finding.path)}: {text}", hint=finding.cure or None)
