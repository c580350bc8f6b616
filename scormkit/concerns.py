"""What a build has to say of its packages before it writes them: what they lack, and what learners would lose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from scormkit.course.reading import LoadedCourse
from scormkit.diagnostics import Definition, Diagnostic, Location, Report, Severity
from scormkit.history import losses
from scormkit.render.budget import megabytes, weigh
from scormkit.render.site import Site
from scormkit.targets.package import Package, Target

Planned: TypeAlias = tuple[Target, Package]

STATE_TOO_LARGE = Definition(
    "SK-BLD-001",
    "state-too-large",
    Severity.ERROR,
    "An LMS keeps a limited number of characters of what a learner has done in a module: 4096 in SCORM 1.2. With all\n"
    "activities answered, this module would need more, and some learners would lose answers. Split the module, or\n"
    "give texts that the LMS keeps (`storage: lms`) less `room`.",
    reference="SCORM 1.2 RTE 3.4.4, cmi.suspend_data",
)
SAME_NAME = Definition(
    "SK-BLD-002",
    "same-file-name",
    Severity.ERROR,
    "Two packages of the course would have the same file name. The name of a module's package is made of the course's\n"
    "id, the module's id and its slug; that of the series of the course's id and slug. Change one of the slugs.",
)
PROGRESS_LOST = Definition(
    "SK-BLD-003",
    "progress-lost",
    Severity.WARNING,
    "An id that the last build had is not there any more. LMSs keep what learners did under the ids of modules, pages\n"
    "and activities, so whoever is under way loses what was kept under it once the new package is uploaded. What is\n"
    "compared is the `build.json` in the output folder; the build after this one compares with this one.",
)
OVER_BUDGET = Definition(
    "SK-BLD-004",
    "package-over-budget",
    Severity.WARNING,
    "The package holds more than the course's budget: `media: {budget: 20}` in course.yaml, in megabytes. Learners on\n"
    "a phone wait for it, and an LMS may refuse it. Make the largest files smaller, or raise the budget.",
)
CONTROL_DOCUMENTS_MISSING = Definition(
    "SK-BLD-005",
    "control-documents-missing",
    Severity.WARNING,
    "Conformance asks that a SCORM package carries the XML schemas that its manifest refers to, at its root. This\n"
    "installation of scormkit was made without them, since they could not be brought in then. Most LMSs take the\n"
    "package all the same; the conformance test suite does not. Install scormkit again where npm packages can be had.",
    reference="SCORM 2004 CAM 4th ed., 3.3; SCORM 1.2 CAM 2.3",
)
_ABOUT_DOCUMENTS = frozenset(
    {"control-documents", "schema-at-root", "schema-parts", "schema-location-missing", "namespace-mapped"}
)
"""The rules of the checker that a package breaks for want of control documents, by their aliases."""
BASE_IRI_MISSING = Definition(
    "SK-BLD-006",
    "base-iri-missing",
    Severity.ERROR,
    "In cmi5 and in Tin Can all ids are absolute IRIs, made under the `base_iri` of course.yaml. Take an address that\n"
    "is yours and stays so; there need not be a page at it. It ends in a slash.\n\n"
    "Good: `base_iri: https://www.example.org/courses/`",
    reference="xAPI 1.0.3, Data 2.4.4.1; cmi5 3.0",
)
DEFINITIONS = (
    STATE_TOO_LARGE,
    SAME_NAME,
    PROGRESS_LOST,
    OVER_BUDGET,
    CONTROL_DOCUMENTS_MISSING,
    BASE_IRI_MISSING,
)


def concerns(
    site: Site, targets: Sequence[Target], planned: Sequence[Planned], loaded: LoadedCourse, last: Path
) -> Iterator[Diagnostic]:
    """All that is to be said; `last` is the `build.json` of the build before. Raises OSError where media are gone.

    `targets` are those asked for, `planned` the packages that can be made for them.
    """
    for each in site.problems:
        yield each.definition.at(Location(each.file.as_posix()), each.message, hint=each.hint)
    yield from _oversized(site, planned, loaded)
    yield from _same_names(planned, loaded)
    budget = loaded.course.about.media.budget if loaded.course else None
    yield from _over_budget(planned, loaded.file, budget)
    yield from _without_iri(site, targets, loaded)
    yield from _without_documents(planned, loaded.file)
    yield from _lost(site, loaded, last)


def _oversized(site: Site, planned: Iterable[Planned], loaded: LoadedCourse) -> Iterator[Diagnostic]:
    for target in dict.fromkeys(target for target, _ in planned):
        for unit in site.units:
            if target.state_limit is not None and unit.state_size > target.state_limit:
                message = (
                    f"what learners do in module `{unit.id}` can need {unit.state_size} characters of saved state, "
                    f"but {target.title} keeps {target.state_limit}"
                )
                where = Location(loaded.modules[unit.id])
                large = sorted(unit.trackables, key=lambda each: -each.tracking.state_size)[:3]
                most = ", ".join(f"`{each.id}` {each.tracking.state_size}" for each in large)
                hint = f"split the module, or have the LMS keep less of what takes most: {most}"
                yield STATE_TOO_LARGE.at(where, message, hint=hint)


def _same_names(planned: Iterable[Planned], loaded: LoadedCourse) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for _, package in planned:
        if package.name in seen:
            message = f"two packages would be called {package.name}.zip"
            yield SAME_NAME.at(Location(loaded.file), message, hint="change the slug of the course or of the module")
        seen.add(package.name)


def _over_budget(planned: Iterable[Planned], file: str, budget: int | None) -> Iterator[Diagnostic]:
    for _, package in planned:
        weight = weigh(package.files)
        # What makes a series heavy is said at its modules.
        if weight.over(budget) and len(package.units) == 1:
            message = f"{package.name} holds {megabytes(weight.total)}, and the budget is {budget} MB"
            yield OVER_BUDGET.at(Location(file), message, hint="make these smaller:\n" + weight.text())


def left_to_tell(package: Package, found: Report) -> Report:
    """What the checker found in a package, from warnings on, without what `SK-BLD-005` has told already."""
    known = _ABOUT_DOCUMENTS if package.missing else frozenset()
    return Report.of(one for one in found.at_least(Severity.WARNING) if one.alias not in known)


def _without_iri(site: Site, targets: Iterable[Target], loaded: LoadedCourse) -> Iterator[Diagnostic]:
    needy = [target.title for target in targets if target.needs_iri]
    if site.base_iri is None and needy:
        message = f"the course has no `base_iri`, and {' and '.join(needy)} cannot do without"
        hint = "add `base_iri: https://…/` with an address that is yours, or build for other targets"
        yield loaded.lacks(BASE_IRI_MISSING, message, hint)


def _without_documents(planned: Iterable[Planned], file: str) -> Iterator[Diagnostic]:
    for target, missing in {target: package.missing for target, package in planned if package.missing}.items():
        message = f"packages for {target.title} lack {len(missing)} of the schemas that conformance asks for"
        hint = f"install scormkit again where npm packages can be had; missing: {', '.join(missing)}"
        yield CONTROL_DOCUMENTS_MISSING.at(Location(file), message, hint=hint)


def _lost(site: Site, loaded: LoadedCourse, last: Path) -> Iterator[Diagnostic]:
    for loss in losses(last, site):
        message = f"the {loss.what} `{loss.id}` of the last build is gone: learners under way lose {loss.lost}"
        hint = "where it was only renamed, give it its old id back; where it is meant, nothing needs to be done"
        yield PROGRESS_LOST.at(Location(loaded.modules.get(loss.module, loaded.file)), message, hint=hint)
