"""What a build has to say of its packages before it writes them: what they lack, and what learners would lose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from scormkit.course.reading import LoadedCourse
from scormkit.diagnostics import Definition, Diagnostic, Location, Severity
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
DEFINITIONS = (STATE_TOO_LARGE, SAME_NAME, PROGRESS_LOST, OVER_BUDGET)


def concerns(site: Site, planned: Sequence[Planned], loaded: LoadedCourse, last: Path) -> Iterator[Diagnostic]:
    """All that is to be said; `last` is the `build.json` of the build before. Raises OSError where media are gone."""
    for each in site.problems:
        yield each.definition.at(Location(each.file.as_posix()), each.message, hint=each.hint)
    yield from _oversized(site, planned, loaded)
    yield from _same_names(planned, loaded)
    budget = loaded.course.about.media.budget if loaded.course else None
    yield from _over_budget(planned, loaded.file, budget)
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


def _lost(site: Site, loaded: LoadedCourse, last: Path) -> Iterator[Diagnostic]:
    for loss in losses(last, site):
        message = f"the {loss.what} `{loss.id}` of the last build is gone: learners under way lose {loss.lost}"
        hint = "where it was only renamed, give it its old id back; where it is meant, nothing needs to be done"
        yield PROGRESS_LOST.at(Location(loaded.modules.get(loss.module, loaded.file)), message, hint=hint)
