"""`scormkit xapi validate`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from scormkit.cli import files
from scormkit.cli.failure import CannotRunError
from scormkit.cli.looking import quiet_option, shown, style_option
from scormkit.diagnostics import Severity
from scormkit.reporting.as_json import to_json
from scormkit.reporting.printable import printable
from scormkit.reporting.text import summary, to_text
from scormkit.version import __version__
from scormkit.xapi.judging import Profile, is_profile, profile_problems, read_profile
from scormkit.xapi.judging.files import Judged, Place, judge_files
from scormkit.xapi.validation import Version


@click.command(short_help="Judge statements and profiles.")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True, path_type=Path))
@click.option(
    "--profile",
    "profiles",
    metavar="PROFILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Hold statements against this profile too; may be given several times.",
)
@click.option(
    "--xapi-version",
    "version",
    default="1.0.3",
    show_default=True,
    type=click.Choice(["1.0.3", "2.0.0"]),
    help="The version of xAPI that the statements keep to.",
)
@style_option
@quiet_option
def validate(paths: tuple[Path, ...], profiles: tuple[Path, ...], version: Version, style: str, quiet: bool) -> None:
    """Judge each FILE: statements, a profile, or a statement template with its example.

    Statements are one, an array, what an LRS answered, or one a line; - reads standard input. With --profile, they are
    held against its statement templates, and those that name the profile's version against its patterns, by
    registration.

    Findings go to stdout, everything else to stderr. Exit status: 0 clean, 1 findings, 2 something could not be read.
    """
    known = [_profile(path) for path in profiles]
    contents, missing = [], 0
    for path in paths:
        try:
            contents.append((files.name_of(path), files.read(path)))
        except OSError as error:
            missing += 1
            files.cannot("read", path, error).show()
    judged = judge_files(contents, known, version=version)
    if style == "json":
        click.echo(_as_json(judged, known), nl=False)
    elif len(judged.report):
        shown(lambda color: to_text(judged.report, color=color))
    if contents and not quiet:
        for line in _summary(judged, known):
            click.echo(printable(line), err=True)
    broken = len(judged.report.at_least(Severity.WARNING)) > 0
    sys.exit(2 if missing or judged.unreadable else int(broken))


def _profile(path: Path) -> Profile:
    name = printable(str(path))
    document = files.read_json(path)
    if not is_profile(document):
        raise CannotRunError(f"{name} is no profile: its type is not Profile")
    faults = [fault for fault in profile_problems(document) if not fault.advice]
    if faults:
        what = "has a problem" if len(faults) == 1 else f"has {len(faults)} problems"
        click.echo(f"Warning: {name} {what}: `scormkit xapi validate {name}` shows more", err=True)
    return read_profile(document)


def _summary(judged: Judged, profiles: Sequence[Profile]) -> Iterator[str]:
    matches = judged.matches()
    for profile in profiles:
        claiming = sum(not profile.described.isdisjoint(one.claims) for _, one in judged.statements)
        yield f"{profile} ({', '.join(sorted(profile.described))}): claimed by {_count(claiming, 'statement')}"
        counts = [(matches[template.id], template) for template in profile.templates]
        yield from (f"  {number:5} {template}" for number, template in counts if number)
        unmatched = sum(not number for number, _ in counts)
        if unmatched:
            yield f"  {_count(unmatched, 'template')} matched by none"
        outcomes = Counter[str](each.outcome for each in judged.sessions if each.profile is profile)
        if outcomes:
            parts = [f"{outcomes[name]} {words}" for name, words in _OUTCOMES.items() if outcomes[name]]
            yield f"  sessions: {', '.join(parts)}"
    number = len(judged.statements)
    what = [_count(number, "statement")] if number or not judged.profiles else []
    if judged.profiles:
        what.append(_count(judged.profiles, "profile"))
    yield f"Checked {' and '.join(what)}: {summary(judged.report)}."


_OUTCOMES = {
    "success": "complete",
    "partial": "unfinished",
    "failed": "failed",
}


def _count(number: int, name: str) -> str:
    return f"{number} {name if number == 1 else f'{name}s'}"


def _as_json(judged: Judged, profiles: Sequence[Profile]) -> str:
    """The report as `check` has it, and beside it what each statement, session and profile came to.

    `statements`: file, line, path, id, claims (versions of profiles), templates (ids of those matched), broken (ids of
    those that apply and whose rules are broken). `sessions`: profile, version, registration, subregistration, outcome
    (success, partial, failed), pattern, statements (numbers in `statements`), failed_at (such a number), expected (ids
    of templates). `profiles`: id, versions (those described), templates (id: how many statements match it). What is not
    known is null.
    """
    matches = judged.matches()
    document = json.loads(to_json(judged.report, version=__version__))
    document["statements"] = [
        {
            **_place(place),
            "id": one.value.get("id") if isinstance(one.value, dict) else None,
            "claims": list(one.claims),
            "templates": [template.id for template in one.templates],
            "broken": [fit.template.id for fit in one.fits if not fit.followed],
        }
        for place, one in judged.statements
    ]
    document["sessions"] = [
        {
            "profile": each.profile.id,
            "version": each.version,
            "registration": each.registration,
            "subregistration": each.subregistration,
            "outcome": each.outcome,
            "pattern": each.pattern.id if each.pattern else None,
            "statements": list(each.statements),
            "failed_at": each.failed_at,
            "expected": [template.id for template in each.expected],
        }
        for each in judged.sessions
    ]
    document["profiles"] = [
        {
            "id": profile.id,
            "versions": sorted(profile.described),
            "templates": {template.id: matches[template.id] for template in profile.templates},
        }
        for profile in profiles
    ]
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "path": place.path}
