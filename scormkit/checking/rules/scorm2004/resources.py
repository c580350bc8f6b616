"""Resources: what can be launched, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.manifest import Resource
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.scorm2004.identifiers import shared_identifiers
from scormkit.checking.shared import hrefs, resources
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.said import say

_SHOWN = 5
"""How many resources of a circle are named."""


@rule(
    "SK-S24-301",
    "resource-identifier",
    Severity.ERROR,
    "SCORM 2004 CAM, resource (REQ_30.7.3.1); imscp_v1p1.xsd, attr.identifier.req",
    SCORM_2004,
)
def resource_identifier(package: Package) -> Iterator[Finding]:
    """Each resource has an identifier of its own, which is an XML name.

    Items find what they launch by it. Manifest, organizations, items and resources share one set of names; where two
    have the same one, it is up to the LMS which of them is meant.

    Give every resource a name that occurs once: a letter, then letters, digits, `.`, `-` and `_`.

    Bad: `<item identifier="lesson-1" …>` and `<resource identifier="lesson-1" …>`

    Good: `<item identifier="lesson-1" …>` and `<resource identifier="lesson-1-pages" …>`
    """
    yield from broken(package, "R4-01")
    yield from shared_identifiers(package, "resource")


@rule("SK-S24-302", "resource-has-type", Severity.ERROR, "SCORM 2004 CAM, resource type (REQ_30.7.3.2)", SCORM_2004)
def resource_has_type(package: Package) -> Iterator[Finding]:
    """Every resource has a type.

    The binding demands the attribute; an LMS that validates the manifest refuses the package without it.

    Add `type="webcontent"`.

    Bad: `<resource identifier="R1" adlcp:scormType="sco" href="index.html">`

    Good: `<resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html">`
    """
    yield from broken(package, "R4-02")


@rule("SK-S24-303", "has-scorm-type", Severity.ERROR, "SCORM 2004 CAM, adlcp:scormType (REQ_30.7.3.4)", SCORM_2004)
def has_scorm_type(package: Package) -> Iterator[Finding]:
    """Every resource says whether it is a SCO or an asset.

    Without `adlcp:scormType` an LMS does not know whether the page will talk to it. SCORM 1.2 writes the name all in
    small letters; SCORM 2004 has a capital T.

    Add the attribute.

    Bad: `<resource identifier="R1" type="webcontent" href="index.html">`

    Good: `<resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html">`
    """
    yield from resources.without_scorm_type(package, "adlcp:scormType", ("", v.ADLCP_2004))


@rule(
    "SK-S24-304",
    "scorm-type-value",
    Severity.ERROR,
    "SCORM 2004 CAM, adlcp:scormType (REQ_30.7.3.4.1, REQ_30.7.3.4.2); adlcp_v1p3.xsd",
    SCORM_2004,
)
def scorm_type_value(package: Package) -> Iterator[Finding]:
    """`adlcp:scormType` is `sco` or `asset`, and stands on a resource only.

    A SCO talks to the LMS; an asset does not. It is the resource that is one or the other, not the item that shows it.

    Write one of the two, in small letters, on the resource.

    Bad: `<item identifier="I1" adlcp:scormType="SCO">`

    Good: `<resource identifier="R1" adlcp:scormType="sco" …>`
    """
    yield from broken(package, "R4-04")


@rule("SK-S24-305", "launched-has-href", Severity.ERROR, "SCORM 2004 CAM, resource href (REQ_30.7.3.3.3)", SCORM_2004)
def launched_has_href(package: Package) -> Iterator[Finding]:
    """A resource that an item launches has an href.

    The href is the page that opens. Without it the item does nothing.

    Add it, or let the item name another resource.

    Bad: `<resource identifier="R1" …><file href="index.html"/></resource>`

    Good: `<resource identifier="R1" … href="index.html"><file href="index.html"/></resource>`
    """
    yield from resources.launched_without_href(package)


@rule(
    "SK-S24-306",
    "page-among-files",
    Severity.ERROR,
    "SCORM 2004 CAM, file (REQ_30.7.3.9.1.1: the same href as the resource, but for parameters)",
    SCORM_2004,
)
def page_among_files(package: Package) -> Iterator[Finding]:
    """The page that a resource launches is among its files, written in the same way.

    An LMS that copies only the files that are listed would leave out the very page that it should open, and some
    compare the two letter by letter.

    Add a `file` with the same href, without what follows a `?` or a `#`.

    Bad: `<resource … href="./index.html?page=1"><file href="index.html"/></resource>`

    Good: `<resource … href="index.html?page=1"><file href="index.html"/></resource>`
    """
    yield from resources.without_its_page(package)
    for resource in package.manifest.resources:
        href = resource.href
        if href is None or not href.text or href.trouble is not None:
            continue
        listed = [file.href.text for file in resource.files if file.href and file.href.path == href.path]
        if listed and resources.page_of(href) not in (text.strip() for text in listed):
            message = say(
                "the href is `{text}`, but the file is listed as `{listed}`", text=href.text, listed=listed[0]
            )
            yield Finding(href.place, message, say("write both in the same way, letter by letter"))


@rule(
    "SK-S24-307",
    "file-has-href",
    Severity.ERROR,
    "SCORM 2004 CAM, file href (REQ_30.7.3.9.2); imscp_v1p1.xsd, fileType",
    SCORM_2004,
)
def file_has_href(package: Package) -> Iterator[Finding]:
    """Each `file` has an href.

    Without it the element names no file.

    Add the href, or remove the element.

    Bad: `<file/>`

    Good: `<file href="index.html"/>`
    """
    yield from broken(package, "R4-07")
    for resource in package.manifest.resources:
        for file in resource.files:
            if file.href is not None and not file.href.text.strip():
                message = say("<{tag}> names no file", tag=str(file.element.name))
                yield Finding(file.href.place, message, say('add href="…", or remove the element'))


@rule(
    "SK-S24-317",
    "launch-on-the-web",
    Severity.WARNING,
    "ADL test suite for SCORM 2004, hrefs of resources; browsers keep sites apart",
    SCORM_2004,
)
def launch_on_the_web(package: Package) -> Iterator[Finding]:
    """What learners open lies in the package.

    A page from another site cannot reach the LMS that opened it (browsers keep sites apart), so nothing is tracked;
    and it may change or vanish.

    Put the page in the package.

    Bad: `<resource … href="https://example.org/course/index.html">`

    Good: `<resource … href="index.html">`
    """
    yield from hrefs.external(package)


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


@rule(
    "SK-S24-321",
    "persist-state",
    Severity.ERROR,
    "adlcp_v1p3.xsd of the 3rd Edition: persistState was removed; ADL test suite, schematron of resources",
    SCORM_2004,
)
def persist_state(package: Package) -> Iterator[Finding]:
    """`adlcp:persistState` exists no more.

    The 2nd Edition had it, to say that a page outlives its session. It was taken out in the 3rd, and a manifest that
    has it is not valid.

    Remove the attribute.

    Bad: `<resource … adlcp:persistState="true">`

    Good: `<resource …>`
    """
    yield from broken(package, "R4-21")


@rule(
    "SK-S24-322",
    "resource-metadata",
    Severity.ERROR,
    "SCORM 2004 CAM, resource and file (REQ_30.7.3.8, REQ_30.7.3.9.3); imscp_v1p1.xsd, resourceType and fileType",
    SCORM_2004,
)
def resource_metadata(package: Package) -> Iterator[Finding]:
    """A resource and a file have at most one `metadata`, in front.

    In a `resource` the binding asks for `metadata`, then every `file`, then every `dependency`; in a `file` for
    `metadata` and what other standards add.

    Put the elements in that order; a second set of metadata goes into the first `metadata`.

    Bad: `<resource …><dependency …/><file …/><metadata/></resource>`

    Good: `<resource …><metadata/><file …/><dependency …/></resource>`
    """
    yield from broken(package, "R4-22")


@rule(
    "SK-S24-323",
    "resource-type-webcontent",
    Severity.WARNING,
    "SCORM 2004 CAM, resource type: webcontent for SCOs and assets",
    SCORM_2004,
)
def resource_type_webcontent(package: Package) -> Iterator[Finding]:
    """The type of a resource is `webcontent`.

    SCORM knows no other: everything is shown by a browser. Some LMSs skip a resource of another type; ADL's own test
    lets it pass.

    Write it exactly so.

    Bad: `<resource identifier="R1" type="text/html" …>`

    Good: `<resource identifier="R1" type="webcontent" …>`
    """
    for resource in package.manifest.resources:
        yield from resources.of_other_type(resource)


def _circles(package: Package) -> Iterator[tuple[Element, tuple[Resource, ...]]]:
    """Each dependency that leads back to where it came from, with the first resources of the circle that it closes."""
    done: set[Resource] = set()
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
                yield element, tuple(path[begin : begin + _SHOWN + 1])
            elif target is not None and target not in done:
                depth[target] = len(path)
                path.append(target)
                waiting.append(iter(target.dependencies))
