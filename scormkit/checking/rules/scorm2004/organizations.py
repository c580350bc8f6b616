"""The organizations: what learners see as the table of contents."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.grammar.types import collapsed
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.scorm2004.identifiers import shared_identifiers
from scormkit.checking.shared.naming import called
from scormkit.checking.shared.organizations import without_any
from scormkit.checking.shared.slips import has_misspelt
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say

_ORGANIZATIONS = "SCORM 2004 4th Ed. CAM 3.4.1, <organizations>"
_ORGANIZATION = "SCORM 2004 4th Ed. CAM 3.4.1, <organization>"
_LONGEST_STRUCTURE = 200


@rule("SK-S24-101", "default-organization-2004", Severity.ERROR, _ORGANIZATIONS, SCORM_2004)
def default_organization(package: Package) -> Iterator[Finding]:
    """`organizations` says by `default` which organization counts.

    An LMS shows the organization that `default` names. Without it LMSs pick one, or show an empty course.

    Write the identifier of the organization there, also if there is only one.

    Bad: `<organizations><organization identifier="org-1">`

    Good: `<organizations default="org-1"><organization identifier="org-1">`
    """
    for group in package.manifest.organizations:
        if group.organizations and group.default is None and not has_misspelt(group.element, "default"):
            name = called(group.organizations[0].element)
            message = say("<{tag}> has no attribute `{name}`", tag=group.element.name, name="default")
            yield Finding(group.element.place(), message, say('add default="{name}"', name=name))


@rule("SK-S24-102", "default-names-organization", Severity.ERROR, _ORGANIZATIONS, SCORM_2004)
def default_names_organization(package: Package) -> Iterator[Finding]:
    """`default` is the identifier of an organization.

    By a name that no organization has, LMSs find nothing to show.

    Write the identifier as the organization has it, with the same capitals.

    Bad: `<organizations default="ORG1"><organization identifier="ORG-1">`

    Good: `<organizations default="ORG-1"><organization identifier="ORG-1">`
    """
    for group in package.manifest.organizations:
        names = [collapsed(one.identifier) for one in group.organizations if one.identifier]
        if group.organizations and group.default is not None and collapsed(group.default) not in names:
            message = say("default is `{value}`, but no organization has that identifier", value=group.default)
            hint = did_you_mean(group.default, names, say("write the identifier of an organization"))
            yield Finding(group.element.place("default"), message, hint)


@rule("SK-S24-103", "no-organization", Severity.ERROR, f"{_ORGANIZATIONS}; CAM 3.5", SCORM_2004)
def no_organization(package: Package) -> Iterator[Finding]:
    """A package for learners has an organization.

    Only a resource package, which hands files over and is not for learners, has none; its `organizations` is empty and
    has no `default`. One that names a default organization and has none is a course without its table of contents.

    Add the organization.

    Bad: `<organizations default="org-1"/>`

    Good: `<organizations default="org-1"><organization identifier="org-1">…</organization></organizations>`
    """
    for group in package.manifest.organizations:
        if not group.organizations and group.default is not None:
            message = say("default is `{value}`, but there is no organization", value=group.default)
            hint = say("add an <organization> with an <item> for each thing to launch")
            yield Finding(group.element.place("default"), message, hint)


@rule("SK-S24-403", "resource-package", Severity.WARNING, "SCORM 2004 4th Ed. CAM 3.5, resource package", SCORM_2004)
def resource_package(package: Package) -> Iterator[Finding]:
    """There is an organization.

    Without one this is a resource package: allowed as a way to hand over files, but an LMS has nothing to show.

    Add an organization with an item for each thing to launch, if this is meant for learners.

    Bad: `<organizations/>`

    Good: `<organizations default="org-1"><organization identifier="org-1">…</organization></organizations>`
    """
    for group in without_any(package):
        message = say("there is no organization, so an LMS has nothing to show or to launch")
        hint = say("add an <organization> with an <item> for each thing to launch")
        yield Finding(group.element.place(), message, hint)


@rule(
    "SK-S24-104",
    "organization-identifier",
    Severity.ERROR,
    f"{_ORGANIZATION}; imscp_v1p1.xsd, identifier (xs:ID)",
    SCORM_2004,
)
def organization_identifier(package: Package) -> Iterator[Finding]:
    """Each organization has an identifier that is an XML name and that nothing else in the manifest has.

    By it `default` names the organization, and an LMS keeps what learners did.

    Begin it with a letter or an underscore, and go on with letters, digits, hyphens, underscores and dots.

    Bad: `<organization><title>Course</title>`

    Good: `<organization identifier="org-1"><title>Course</title>`
    """
    yield from broken(package, "O4-04")
    yield from shared_identifiers(package, "organization", with_any=("resource",))


@rule("SK-S24-105", "organization-structure", Severity.WARNING, _ORGANIZATION, SCORM_2004)
def organization_structure(package: Package) -> Iterator[Finding]:
    """The structure of an organization is `hierarchical`.

    SCORM knows this one only: a tree of items. An LMS shows a tree whatever stands here, and has to keep no more than
    200 characters of it.

    Remove the attribute, or write `hierarchical`.

    Bad: `<organization identifier="org-1" structure="linear">`

    Good: `<organization identifier="org-1" structure="hierarchical">`
    """
    for group in package.manifest.organizations:
        for one in group.organizations:
            value = one.element.get("structure")
            if value is None or collapsed(value) == "hierarchical":
                continue
            message = say("structure is `{value}`, which no LMS knows", value=value)
            if len(value) > _LONGEST_STRUCTURE:
                message = say("structure has more than {most:,} characters", most=_LONGEST_STRUCTURE)
            yield Finding(one.element.place("structure"), message, say('remove it, or write structure="hierarchical"'))


@rule(
    "SK-S24-106",
    "objectives-global-to-system",
    Severity.ERROR,
    f"{_ORGANIZATION}; adlseq_v1p3.xsd, objectivesGlobalToSystem",
    SCORM_2004,
)
def objectives_global_to_system(package: Package) -> Iterator[Finding]:
    """`adlseq:objectivesGlobalToSystem` is `true` or `false`, and stands on an organization.

    It says whether global objectives last for a learner in all courses of the LMS, or in this one only. On another
    element, or with another value, LMSs take the default: true, so that courses share what they should not.

    Write `true` or `false`, on the organization.

    Bad: `<organization identifier="org-1" adlseq:objectivesGlobalToSystem="no">`

    Good: `<organization identifier="org-1" adlseq:objectivesGlobalToSystem="false">`
    """
    yield from broken(package, "O4-06")


@rule(
    "SK-S24-107",
    "shared-data-global-to-system",
    Severity.ERROR,
    f"{_ORGANIZATION}; adlcp_v1p3.xsd, sharedDataGlobalToSystem",
    SCORM_2004,
)
def shared_data_global_to_system(package: Package) -> Iterator[Finding]:
    """`adlcp:sharedDataGlobalToSystem` is `true` or `false`, and stands on an organization.

    It says whether data that SCOs share lasts for a learner in all courses of the LMS, or in this one only. On another
    element, or with another value, LMSs take the default: true.

    Write `true` or `false`, on the organization.

    Bad: `<item identifier="item-1" adlcp:sharedDataGlobalToSystem="false">`

    Good: `<organization identifier="org-1" adlcp:sharedDataGlobalToSystem="false">`
    """
    yield from broken(package, "O4-07")


@rule("SK-S24-108", "organization-title", Severity.ERROR, _ORGANIZATION, SCORM_2004)
def organization_title(package: Package) -> Iterator[Finding]:
    """Each organization has one title.

    LMSs show it as the name of the course.

    Add it as the first child of the organization, or remove the second one.

    Bad: `<organization identifier="org-1"><item identifier="item-1">`

    Good: `<organization identifier="org-1"><title>Course</title><item identifier="item-1">`
    """
    yield from broken(package, "O4-08")


@rule("SK-S24-109", "title-length-2004", Severity.WARNING, "SCORM 2004 4th Ed. CAM 3.4.1, <title>", SCORM_2004)
def title_length(package: Package) -> Iterator[Finding]:
    """A title has at most 200 characters.

    An LMS has to keep 200; it may cut what is longer, or refuse it.

    Shorten the title; what it explains belongs on the page.

    Bad: `<title>` with a paragraph of text

    Good: `<title>Safety at work</title>`
    """
    yield from broken(package, "O4-09")


@rule(
    "SK-S24-110",
    "empty-organization-2004",
    Severity.ERROR,
    f"{_ORGANIZATION}; imscp_v1p1.xsd, organizationType",
    SCORM_2004,
)
def empty_organization(package: Package) -> Iterator[Finding]:
    """Each organization has at least one item.

    Items are what learners open. An organization without any is an empty course.

    Add an item for each thing to launch, or remove the organization.

    Bad: `<organization identifier="org-1"><title>Course</title></organization>`

    Good: the same with `<item identifier="item-1" identifierref="res-1"><title>Start</title></item>`
    """
    yield from broken(package, "O4-10")


@rule("SK-S24-111", "organization-parts-once", Severity.ERROR, _ORGANIZATION, SCORM_2004)
def organization_parts_once(package: Package) -> Iterator[Finding]:
    """An organization has at most one `metadata`, one `imsss:sequencing` and one `adlcp:completionThreshold`.

    Of two, LMSs read the first or the last, so the course runs differently from one LMS to the next.

    Join the two.

    Bad: two `<imsss:sequencing>` in one `<organization>`

    Good: one `<imsss:sequencing>` with all that is in both
    """
    yield from broken(package, "O4-11")
