"""The organizations: what learners see as the table of contents."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.manifest import Item, Organization
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.shared.naming import called
from scormkit.checking.shared.organizations import without_any
from scormkit.checking.shared.slips import has_misspelt, holds_misspelt
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say


@rule("SK-S12-006", "organizations-and-resources", Severity.ERROR, "imscp_rootv1p1p2.xsd, manifestType", SCORM_12)
def organizations_and_resources(package: Package) -> Iterator[Finding]:
    """A manifest has one `organizations` and one `resources`.

    The first says what learners see, the second which files there are. Without either there is nothing to launch; of
    two, LMSs read the first or the last.

    Add what is missing, or merge the two.

    Bad: `<manifest …><resources>…</resources></manifest>`

    Good: `<manifest …><organizations>…</organizations><resources>…</resources></manifest>`
    """
    manifest = package.manifest
    for element in (manifest.root, *manifest.submanifests):
        for local in ("organizations", "resources"):
            found = manifest.children(element, local)
            if not found and not holds_misspelt(element, local):
                yield Finding(
                    element.place(),
                    say("<{tag}> has no <{child}>", tag=element.name, child=local),
                    say("add <{local}>", local=local),
                )
            for extra in found[1:]:
                message = say(
                    "<{tag}> has {count} <{local}>; one is allowed",
                    tag=element.name,
                    count=len(found),
                    local=local,
                )
                yield Finding(
                    extra.place(), message, say("move what is in it to the first, in line {line}", line=found[0].line)
                )


@rule("SK-S12-007", "default-organization", Severity.ERROR, "SCORM 1.2 CAM, organizations", SCORM_12)
def default_organization(package: Package) -> Iterator[Finding]:
    """`organizations` says by `default` which organization counts.

    An LMS shows the organization that `default` names. Without it, or with a name that nothing has, LMSs pick one or
    show an empty course.

    Write the identifier of the organization there.

    Bad: `<organizations default="ORG1"><organization identifier="ORG-1">`

    Good: `<organizations default="ORG-1"><organization identifier="ORG-1">`
    """
    for organizations in package.manifest.organizations:
        names = [one.identifier for one in organizations.organizations if one.identifier]
        default = organizations.default
        if default is None:
            if names and not has_misspelt(organizations.element, "default"):
                hint = say('add default="{name}"', name=names[0])
                yield Finding(organizations.element.place(), say("<organizations> has no `default`"), hint)
        elif default.strip() not in names:
            hint = did_you_mean(default, names, say("write the identifier of an organization"))
            message = say("default is `{value}`, but no organization has that identifier", value=default)
            yield Finding(organizations.element.place("default"), message, hint)


@rule("SK-S12-008", "nothing-to-launch", Severity.WARNING, "SCORM 1.2 CAM, resource package", SCORM_12)
def nothing_to_launch(package: Package) -> Iterator[Finding]:
    """There is an organization.

    Without one this is a resource package: allowed as a way to hand over files, but an LMS has nothing to show.

    Add an organization with an item for each thing to launch.

    Bad: `<organizations/>`

    Good: `<organizations default="O1"><organization identifier="O1">…</organization></organizations>`
    """
    for found in without_any(package):
        message = say("there is no organization, so an LMS has nothing to show or to launch")
        yield Finding(found.element.place(), message, say("add an organization with an item for each SCO"))


@rule("SK-S12-009", "empty-organization", Severity.ERROR, "SCORM 1.2 CAM, organization", SCORM_12)
def empty_organization(package: Package) -> Iterator[Finding]:
    """Each organization has at least one item.

    Items are what learners open. An organization without any is an empty course.

    Add an item for each thing to launch, or remove the organization.

    Bad: `<organization identifier="O1"><title>Course</title></organization>`

    Good: the same with `<item identifier="I1" identifierref="R1"><title>Start</title></item>`
    """
    for organizations in package.manifest.organizations:
        for one in organizations.organizations:
            if not one.items:
                message = say("the organization `{identifier}` has no items", identifier=called(one.element))
                yield Finding(one.element.place(), message, say("add an <item> for each thing to launch"))


@rule("SK-S12-012", "title", Severity.ERROR, "SCORM 1.2 CAM, application profile: title is mandatory", SCORM_12)
def title(package: Package) -> Iterator[Finding]:
    """Each organization and each item has a title.

    LMSs show it in the table of contents; without it learners see an empty line or an identifier.

    Add a title as the first child.

    Bad: `<item identifier="I1" identifierref="R1"/>`

    Good: `<item identifier="I1" identifierref="R1"><title>Start</title></item>`
    """
    manifest = package.manifest
    named = [one for group in manifest.organizations for one in group.organizations]
    parts: list[Organization | Item] = [*named, *manifest.items]
    for one in parts:
        label = f"<{one.element.name}> `{one.identifier}`" if one.identifier else f"<{one.element.name}>"
        if not one.titles and holds_misspelt(one.element, "title"):
            continue
        if not one.titles:
            yield Finding(
                one.element.place(),
                say("{label} has no title", label=label),
                say("add <title>…</title> as its first child"),
            )
        elif not one.titles[0].text.strip() and not one.titles[0].children:
            yield Finding(
                one.titles[0].place(),
                say("the title of {label} is empty", label=label),
                say("write what learners should read here"),
            )
