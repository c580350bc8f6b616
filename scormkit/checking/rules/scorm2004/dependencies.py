"""Dependencies: what resources need of each other, and what nothing needs."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.manifest import Resource
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.shared import resources
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say

_SHOWN = 5
"""How many resources of a circle are named."""


@rule(
    "SK-S24-318",
    "dependency-target",
    Severity.ERROR,
    "SCORM 2004 CAM, dependency (REQ_30.7.3.10.1); imscp_v1p1.xsd, dependencyType",
    SCORM_2004,
)
def dependency_target(package: Package) -> Iterator[Finding]:
    """Each `dependency` names a resource.

    A dependency says that files of another resource are needed too. When it names nothing, or an item, those files may
    be left out.

    Write the identifier of that resource.

    Bad: `<dependency identifierref="shared"/>` without a resource of that name

    Good: `<dependency identifierref="shared"/>` and `<resource identifier="shared" …>`
    """
    yield from broken(package, "R4-18")
    for resource in package.manifest.resources:
        for element in resource.dependencies:
            yield from resources.without_target(package, element)


@rule("SK-S24-319", "dependency-circle", Severity.WARNING, "scormkit's own: LMSs that follow dependencies", SCORM_2004)
def dependency_circle(package: Package) -> Iterator[Finding]:
    """Resources do not depend on each other in a circle.

    An LMS that follows dependencies to gather files may go round for ever, or give up. A circle says nothing that a
    plain list of files would not say.

    Put what both need in a resource of its own, and let both depend on that.

    Bad: `A` depends on `B`, and `B` on `A`

    Good: `A` and `B` both depend on `shared`
    """
    for element, circle in _circles(package):
        names = [resource.identifier or "" for resource in circle[:_SHOWN]]
        message = say("the resource `{name}` depends on itself", name=names[0])
        if len(circle) > 1:
            shown = " → ".join((*names, names[0] if len(circle) <= _SHOWN else "…"))
            message = say("resources depend on each other in a circle: {names}", names=shown)
        yield Finding(element.place("identifierref"), message, say("remove one of these dependencies"))


@rule(
    "SK-S24-320",
    "unused-resource",
    Severity.WARNING,
    "SCORM 2004 CAM, resources; ADL test suite warns of what nothing refers to",
    SCORM_2004,
)
def unused_resource(package: Package) -> Iterator[Finding]:
    """Every resource is used.

    No item launches it and no dependency asks for it, so no learner will ever see it. Often it is left from an earlier
    version of the course; or an item or a dependency has been forgotten.

    Name it where it belongs, or leave it out, and its files too.

    Bad: `<resource identifier="old-intro" …>` and nothing that names `old-intro`

    Good: `<item identifierref="intro" …>` and `<resource identifier="intro" …>`
    """
    items = package.manifest.items
    if not items:  # resources to take from, and no course yet
        return
    used = {item.identifierref for item in items}
    for resource in package.manifest.resources:
        used |= {element.get("identifierref") for element in resource.dependencies} - {resource.identifier}
    for resource in package.manifest.resources:
        if resource.identifier and resource.identifier not in used:
            message = say("no item and no dependency uses the resource `{name}`", name=resource.identifier)
            yield Finding(
                resource.element.place(), message, say("let an item or a dependency name it, or leave it out")
            )


def _circles(package: Package) -> Iterator[tuple[Element, tuple[Resource, ...]]]:
    """Dependencies that lead back to where they came from, with the first resources of the circle that each closes.

    Of circles that hang together the first is told: where every page depends on every other, as Lectora has it, there
    are as many as there are ways round, and one cause.
    """
    done: set[Resource] = set()
    told: set[Resource] = set()
    for start in package.manifest.resources:
        if start in done:
            continue
        path, depth, waiting = [start], {start: 0}, [iter(start.dependencies)]
        while path:
            element = next(waiting[-1], None)
            if element is None:
                done.add(path[-1])
                del depth[path.pop()]
                waiting.pop()
                continue
            target = package.resource(element.get("identifierref"))
            if target in depth:
                begin = depth[target]
                if target not in told and path[-1] not in told:
                    told.update(path[begin:])
                    yield element, tuple(path[begin : begin + _SHOWN + 1])
                told |= {target, path[-1]}
            elif target is not None and target not in done:
                depth[target] = len(path)
                path.append(target)
                waiting.append(iter(target.dependencies))
