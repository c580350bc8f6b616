"""Resources: what can be launched, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.scorm2004.identifiers import shared_identifiers
from scormkit.checking.shared import hrefs, resources
from scormkit.diagnostics import Severity
from scormkit.said import say


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
    "SK-S24-321",
    "persist-state",
    Severity.ERROR,
    "adlcp_v1p3.xsd of the 3rd Edition: persistState was removed; ADL test suite, schematron of resources",
    SCORM_2004,
)
def persist_state(package: Package) -> Iterator[Finding]:
    """No resource has `adlcp:persistState`.

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
