"""The data model: are its elements called right, and do literal values fit."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.pages.datamodel import APIS, STANDARDS, family, known, limit, read_only
from scormkit.checking.pages.model import DataName
from scormkit.checking.rule import SCORM, Finding, rule
from scormkit.diagnostics import Severity
from scormkit.said import say


@rule(
    "SK-RTE-005",
    "unknown-data-element",
    Severity.WARNING,
    "SCORM 1.2 RTE and SCORM 2004 RTE, Data Model (the elements)",
    SCORM,
)
def unknown_data_element(package: Package) -> Iterator[Finding]:
    """Elements of the data model are called by their names.

    An LMS answers a name that its edition does not have with an error and keeps nothing, mostly without anyone seeing
    it. The editions differ: `cmi.core.lesson_status` of SCORM 1.2 became `cmi.completion_status` and
    `cmi.success_status` in SCORM 2004. (Only whole literals are looked at that a function is called with which gets or
    sets values; a package whose scripts know both editions may use the names of both.)

    Write the name as the edition of the manifest has it.

    Bad: `api.LMSSetValue("cmi.core.lesson_staus", "completed")`

    Good: `api.LMSSetValue("cmi.core.lesson_status", "completed")`
    """
    model = family(package.edition)
    if model is None:
        return
    other = _other(model)
    allowed = _allowed(package, model)
    for name in _names(package):
        if any(known(name.name, one) for one in allowed):
            continue
        values = {"name": name.name, "edition": STANDARDS[model]}
        if known(name.name, other):
            message = say("{name} is an element of {other}, not of {edition}", **values, other=STANDARDS[other])
        else:
            message = say("{edition} has no element {name}", **values)
        yield Finding(name.place, message, say("write the name as {edition} has it", edition=STANDARDS[model]))


@rule(
    "SK-RTE-006",
    "literal-too-long",
    Severity.WARNING,
    "SCORM 1.2 RTE, Data Model (CMIString4096); SCORM 2004 RTE, Data Model (smallest permitted maximum)",
    SCORM,
)
def literal_too_long(package: Package) -> Iterator[Finding]:
    """A value is no longer than every LMS keeps.

    `cmi.suspend_data` holds 4096 characters in SCORM 1.2, 4000 in SCORM 2004 2nd Edition and 64 000 since; the place
    of the learner 255 and 1000. What is longer is refused or cut off, and the course goes on from the wrong place.

    Save less: numbers instead of words, and only what cannot be worked out again.

    Bad: `api.LMSSetValue("cmi.suspend_data", "…5000 characters…")`

    Good: `api.LMSSetValue("cmi.suspend_data", "3;110101")`
    """
    for name in _names(package):
        most = limit(name.name, package.edition)
        if most is not None and name.written is not None and name.written > most:
            values = {"name": name.name, "count": name.written, "most": most}
            message = say("{count:,} characters are written to {name}, which holds {most:,}", **values)
            yield Finding(name.place, message, say("save at most {most:,} characters", most=most))


@rule(
    "SK-RTE-008",
    "read-only-element",
    Severity.WARNING,
    "SCORM 1.2 RTE, Data Model and error codes 402 and 403; SCORM 2004 RTE, Data Model and error code 404",
    SCORM,
)
def read_only_element(package: Package) -> Iterator[Finding]:
    """What the LMS alone writes is not set.

    Who the learner is, how the SCO was entered and how long it took in all is for the LMS to say, and so is whatever
    ends in `_children`, `_count` or `_version`. It answers a call that sets one of them with an error and keeps
    nothing, so that a course which counts on it goes wrong.

    Read such an element; put what is yours into `cmi.suspend_data`.

    Bad: `api.LMSSetValue("cmi.core.total_time", "0001:00:00")`

    Good: `api.LMSSetValue("cmi.core.session_time", "0001:00:00")`
    """
    model = family(package.edition)
    if model is None:
        return
    allowed = _allowed(package, model)
    for name in _names(package):
        having = [one for one in allowed if known(name.name, one)]
        if name.is_set and having and all(read_only(name.name, one) for one in having):
            message = say("{name} is set here, but an LMS lets nobody set it", name=name.name)
            yield Finding(name.place, message, say("read it only; {name} is for the LMS to write", name=name.name))


def _other(model: str) -> str:
    return next(one for one in STANDARDS if one != model)


def _allowed(package: Package, model: str) -> list[str]:
    """The data models that scripts of the package may have names of: its own, and that of an API that they look for."""
    other = _other(model)
    return [model, other] if _knows(package, other) else [model]


def _names(package: Package) -> Iterator[DataName]:
    """The names of elements in all scripts."""
    return (name for script in package.contents.code() for name in script.names)


def _knows(package: Package, model: str) -> bool:
    """Whether anything in the package looks for the API of this edition."""
    return any(APIS[model] in script.words for script in package.contents.code())
