"""Resources: what can be launched, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.shared import hrefs, resources
from scormkit.checking.shared.slips import has_misspelt
from scormkit.checking.source import Name
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say

_TYPES = ("sco", "asset")
_SCORM_TYPE = Name(v.ADLCP_12, "scormtype")


@rule("SK-S12-023", "scormtype-value", Severity.ERROR, "adlcp_rootv1p2.xsd, scormtype", SCORM_12)
def scormtype_value(package: Package) -> Iterator[Finding]:
    """`adlcp:scormtype` is `sco` or `asset`, in small letters.

    A SCO talks to the LMS; an asset does not, and counts as completed once it is opened in some LMSs.

    Write one of the two.

    Bad: `adlcp:scormtype="SCO"`

    Good: `adlcp:scormtype="sco"`
    """
    for resource in package.manifest.resources:
        value = resource.scorm_type
        if value is not None and value not in _TYPES:
            attribute = next(name for name in resource.element.attributes if name == _SCORM_TYPE)
            message = say("{name} is `{value}`, neither `sco` nor `asset`", name=str(attribute), value=value)
            otherwise = say("write sco for what talks to the LMS, asset for everything else")
            yield Finding(resource.element.place(attribute), message, did_you_mean(value, _TYPES, otherwise))


@rule("SK-S12-024", "scormtype-missing", Severity.ERROR, "SCORM 1.2 CAM, application profile", SCORM_12)
def scormtype_missing(package: Package) -> Iterator[Finding]:
    """Every resource says whether it is a SCO or an asset.

    Without `adlcp:scormtype` an LMS takes the resource for an asset and tracks nothing.

    Add the attribute.

    Bad: `<resource identifier="R1" type="webcontent" href="index.html">`

    Good: `<resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html">`
    """
    yield from resources.without_scorm_type(package, "adlcp:scormtype", ("", v.ADLCP_12, v.ADLCP_2004))


@rule("SK-S12-025", "resource-type", Severity.ERROR, "imscp_rootv1p1p2.xsd; SCORM 1.2 CAM, resource", SCORM_12)
def resource_type(package: Package) -> Iterator[Finding]:
    """Every resource has the type `webcontent`.

    SCORM knows no other: everything is shown by a browser.

    Write it exactly so.

    Bad: `<resource identifier="R1" type="html">`

    Good: `<resource identifier="R1" type="webcontent">`
    """
    for resource in package.manifest.resources:
        if resource.type is None and not has_misspelt(resource.element, "type"):
            message = say("the resource `{name}` has no type", name=resources.called(resource))
            yield Finding(resource.element.place(), message, say('add type="webcontent"'))
        yield from resources.of_other_type(resource)


@rule("SK-S12-026", "launch-href", Severity.ERROR, "SCORM 1.2 CAM, resource href", SCORM_12)
def launch_href(package: Package) -> Iterator[Finding]:
    """A resource that an item launches has an href.

    The href is the page that opens. Without it the item does nothing.

    Add it, or take the item's identifierref away.

    Bad: `<resource identifier="R1" …><file href="index.html"/></resource>`

    Good: `<resource identifier="R1" … href="index.html"><file href="index.html"/></resource>`
    """
    yield from resources.launched_without_href(package)


@rule("SK-S12-027", "href-not-listed", Severity.ERROR, "SCORM 1.2 CAM, resource and file", SCORM_12)
def href_not_listed(package: Package) -> Iterator[Finding]:
    """The page that a resource launches is among its files.

    An LMS that copies only the files that are listed would leave out the very page that it should open.

    Add a `file` with the same href.

    Bad: `<resource … href="index.html"><file href="style.css"/></resource>`

    Good: `<resource … href="index.html"><file href="index.html"/><file href="style.css"/></resource>`
    """
    yield from resources.without_its_page(package)


@rule("SK-S12-028", "file-href", Severity.ERROR, "imscp_rootv1p1p2.xsd, fileType", SCORM_12)
def file_href(package: Package) -> Iterator[Finding]:
    """Each `file` has an href.

    Without it the element names no file.

    Add the href, or remove the element.

    Bad: `<file/>`

    Good: `<file href="index.html"/>`
    """
    for resource in package.manifest.resources:
        for file in resource.files:
            if file.href is None and has_misspelt(file.element, "href"):
                continue
            if file.href is None or not file.href.text.strip():
                message = say("<{tag}> names no file", tag=str(file.element.name))
                yield Finding(file.element.place(), message, say('add href="…", or remove the element'))


@rule("SK-S12-029", "dependency", Severity.ERROR, "imscp_rootv1p1p2.xsd; SCORM 1.2 CAM, dependency", SCORM_12)
def dependency(package: Package) -> Iterator[Finding]:
    """Each `dependency` names a resource.

    A dependency says that files of another resource are needed too. When it names nothing, those files may be left out.

    Write the identifier of that resource.

    Bad: `<dependency identifierref="shared"/>` without a resource of that name

    Good: `<dependency identifierref="shared"/>` and `<resource identifier="shared" …>`
    """
    for resource in package.manifest.resources:
        for element in resource.dependencies:
            if element.get("identifierref") is None and not has_misspelt(element, "identifierref"):
                message = say("<{tag}> has no identifierref", tag=str(element.name))
                yield Finding(element.place(), message, say("name a resource, or remove it"))
            yield from resources.without_target(package, element)


@rule("SK-S12-030", "external-launch", Severity.WARNING, "scormkit's own: browsers keep sites apart", SCORM_12)
def external_launch(package: Package) -> Iterator[Finding]:
    """What learners open lies in the package.

    A page from another site cannot reach the LMS that opened it (browsers keep sites apart), so nothing is tracked;
    and it may change or vanish.

    Put the page in the package.

    Bad: `<resource … href="https://example.org/course/index.html">`

    Good: `<resource … href="index.html">`
    """
    yield from hrefs.external(package)
