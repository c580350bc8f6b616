"""The items: what they are called and what they launch."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.grammar.types import collapsed
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.checking.rules.scorm2004.identifiers import shared_identifiers
from scormkit.checking.shared.naming import called
from scormkit.checking.shared.slips import has_misspelt
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say

_ITEM = "SCORM 2004 4th Ed. CAM 3.4.1, <item>"


@rule("SK-S24-201", "item-identifier", Severity.ERROR, f"{_ITEM}; imscp_v1p1.xsd, identifier (xs:ID)", SCORM_2004)
def item_identifier(package: Package) -> Iterator[Finding]:
    """Each item has an identifier that is an XML name and that nothing else in the manifest has.

    An LMS keeps what a learner did under it. Items, organizations and resources share one set of names: of two with
    the same one, the results of one overwrite those of the other.

    Begin it with a letter or an underscore, and go on with letters, digits, hyphens, underscores and dots.

    Bad: `<item identifier="1"><title>One</title>`

    Good: `<item identifier="item-1"><title>One</title>`
    """
    yield from broken(package, "I4-01")
    yield from shared_identifiers(package, "item", with_any=("organization", "resource"))


@rule("SK-S24-202", "item-title", Severity.ERROR, _ITEM, SCORM_2004)
def item_title(package: Package) -> Iterator[Finding]:
    """Each item has one title.

    LMSs show it in the table of contents; without it learners see an empty line or an identifier.

    Add it as the first child of the item, or remove the second one.

    Bad: `<item identifier="item-1" identifierref="res-1"/>`

    Good: `<item identifier="item-1" identifierref="res-1"><title>Start</title></item>`
    """
    yield from broken(package, "I4-02")


@rule("SK-S24-203", "identifierref-2004", Severity.ERROR, _ITEM, SCORM_2004)
def identifierref(package: Package) -> Iterator[Finding]:
    """The `identifierref` of an item is the identifier of a resource.

    By another name an LMS finds nothing to launch; it shows an empty page or refuses the package.

    Write the identifier as the resource has it, with the same capitals.

    Bad: `<item identifier="item-1" identifierref="RES-1">` while the resource is `res-1`

    Good: `<item identifier="item-1" identifierref="res-1">`
    """
    manifest = package.manifest
    names = [collapsed(one.identifier) for one in manifest.resources if one.identifier]
    known = {*names, *(collapsed(one.get("identifier") or "") for one in manifest.submanifests)}
    others = {
        collapsed(element.get("identifier") or ""): str(element.name)
        for element in manifest.elements
        if element.name.local in ("item", "organization")
    }
    for item in manifest.items:
        if item.items or item.identifierref is None or (named := collapsed(item.identifierref)) in known:
            continue
        message = say("identifierref is `{value}`, but no resource has that identifier", value=item.identifierref)
        if named in others:
            message = say(
                "identifierref is `{value}`, which is an <{other}> and not a resource",
                value=item.identifierref,
                other=others[named],
            )
        hint = did_you_mean(item.identifierref, names, say("write the identifier of a resource of this manifest"))
        yield Finding(item.element.place("identifierref"), message, hint)


@rule("SK-S24-204", "cluster-launches", Severity.ERROR, _ITEM, SCORM_2004)
def cluster_launches(package: Package) -> Iterator[Finding]:
    """An item with items in it launches nothing.

    Only the leaves of the tree are delivered to learners. What a heading refers to is never shown, or the package is
    refused.

    Put the resource in an item of its own, the first below the heading.

    Bad: `<item identifier="part" identifierref="res-1"><title>Part</title><item …>`

    Good: `<item identifier="part"><title>Part</title><item identifier="intro" identifierref="res-1">…</item><item …>`
    """
    for item in package.manifest.items:
        if item.items and item.identifierref is not None:
            message = say("an item with items in it refers to `{value}`", value=item.identifierref)
            hint = say("remove identifierref, and add an item for this resource below")
            yield Finding(item.element.place("identifierref"), message, hint)


@rule("SK-S24-205", "leaf-without-resource", Severity.ERROR, _ITEM, SCORM_2004)
def leaf_without_resource(package: Package) -> Iterator[Finding]:
    """Each item without items in it launches a resource.

    A leaf is what an LMS delivers to learners; with nothing to launch, sequencing ends there in an error. SCORM 1.2 let
    such items serve as headings, SCORM 2004 does not.

    Refer to a resource, or put items in it.

    Bad: `<item identifier="item-1"><title>Start</title></item>`

    Good: `<item identifier="item-1" identifierref="res-1"><title>Start</title></item>`
    """
    for item in package.manifest.items:
        if not item.items and item.identifierref is None and not has_misspelt(item.element, "identifierref"):
            message = say("the item `{identifier}` launches nothing", identifier=called(item.element))
            hint = say('add identifierref="…" with the identifier of a resource, or put items in it')
            yield Finding(item.element.place(), message, hint)


@rule("SK-S24-206", "isvisible-boolean-2004", Severity.ERROR, f"{_ITEM}; imscp_v1p1.xsd, isvisible", SCORM_2004)
def isvisible(package: Package) -> Iterator[Finding]:
    """`isvisible` is `true` or `false`.

    It says whether the item is in the table of contents. With another word the file is invalid, and LMSs that take it
    show the item.

    Write `true` or `false`, in small letters.

    Bad: `<item identifier="item-1" isvisible="no">`

    Good: `<item identifier="item-1" isvisible="false">`
    """
    yield from broken(package, "I4-06")


@rule(
    "SK-S24-220",
    "order-in-item",
    Severity.ERROR,
    f"{_ITEM}; imscp_v1p1.xsd, itemType and organizationType",
    SCORM_2004,
)
def order_in_item(package: Package) -> Iterator[Finding]:
    """In an item and in an organization come the title, then items, then at most one `metadata`, then all else.

    All else is `imsss:sequencing`, at most once too, and what ADL adds. Another order makes the file invalid, and
    strict LMSs refuse the package.

    Move the element to its place, or join two into one.

    Bad: `<item …><title>Part</title><imsss:sequencing>…</imsss:sequencing><item …>`

    Good: `<item …><title>Part</title><item …>…</item><imsss:sequencing>…</imsss:sequencing></item>`
    """
    yield from broken(package, "I4-20")
