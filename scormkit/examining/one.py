"""One path, judged."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from pathlib import Path

from scormkit.checking import check
from scormkit.checking.words import sentences
from scormkit.diagnostics import Location, Report
from scormkit.examining.definitions import BROKE_OFF, COURSE_SOURCE
from scormkit.examining.kinds import Kind, Subject, kind_of
from scormkit.said import Said, say

_LONGEST = 200
"""How many characters of an error are told: it may quote what is in a package."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a path is judged: for which LMSs, and in which language it is told (see `checking.check`)."""

    lms: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Examined:
    """What became of a subject: its report, or in `failure` why there is none."""

    subject: Subject
    kind: Kind
    report: Report
    failure: str | None = None


def examine(path: str | os.PathLike[str], options: Options | None = None, *, display: str | None = None) -> Report:
    """Judge what there is at `path`: a package, the source of a course, an xAPI profile or statements.

    A package is a zip, a folder, or its structure file on its own. A folder with a `course.yaml` is the source of a
    course, whose text is judged; its packages do not exist until they are built. JSON is judged by xAPI. `display` is
    how the path is called in locations. Raises `OSError` when the path is missing or cannot be read, and `ValueError`
    for an LMS or a language that is not known.
    """
    where, chosen = Path(path), options or Options()
    shown = os.fspath(path) if display is None else display
    kind = kind_of(where)
    if kind is Kind.PACKAGE:
        return check(where, display=shown, lms=chosen.lms, language=chosen.language)
    if kind is Kind.COURSE:
        return _course(where, shown, chosen)
    from scormkit.examining.xapi import judge_json  # takes a while to import, and most paths are packages

    return judge_json(where, shown, sentences(chosen.language))


def examined(subject: Subject, options: Options) -> Examined:
    """Judge a subject, and whatever happens, say so in the outcome: the others have to go on."""
    kind = Kind.PACKAGE
    try:
        kind = kind_of(subject.path)
        return Examined(subject, kind, examine(subject.path, options, display=subject.display))
    except OSError as error:
        return Examined(subject, kind, Report(), _why(error, subject.path))
    except MemoryError:
        return broke_off(subject, kind, options, say("the memory was not enough"))
    except Exception as error:  # a mistake in a rule must not keep what the other rules found in other packages
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        told = f"{type(error).__name__} {str(error)[:_LONGEST]}".rstrip()
        reason = say("a mistake in scormkit: {error} in {place}", error=told, place=where)
        return broke_off(subject, kind, options, reason)


def _why(error: OSError, path: Path) -> str:
    """Why a path cannot be read; where it is for something within it, what that is."""
    reason = error.strerror or str(error)
    within = isinstance(error.filename, str) and Path(error.filename) != path
    return f"{reason}: {error.filename}" if within else reason


def broke_off(subject: Subject, kind: Kind, options: Options, reason: Said) -> Examined:
    """That a subject was not judged to the end, and why."""
    words = sentences(options.language)
    message = say("judging this broke off: {reason}", reason=reason)
    hint = say("check it again by itself; if that breaks off too, please report it")
    found = BROKE_OFF.at(Location(subject.display), message.in_words(words), hint=hint.in_words(words))
    return Examined(subject, kind, Report((found,)))


def _course(path: Path, display: str, options: Options) -> Report:
    from scormkit.course.reading import load_languages  # takes a while to import, and most paths are packages

    words = sentences(options.language)
    message = say("this is the source of a course, and no package: its text was judged")
    hint = say("`scormkit build` makes packages of it; check those")
    found = COURSE_SOURCE.at(Location(display), message.in_words(words), hint=hint.in_words(words))
    return Report.of([found, *(each for one in load_languages(path) for each in one.report)])
