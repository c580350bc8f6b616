"""Sequencing that many items share: the collection, and the references to it."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, broken, rule
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say


@rule(
    "SK-SEQ-001",
    "sequencing-collection-empty",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, sequencingCollection (REQ_23.1); imsss_v1p0.xsd",
    SCORM_2004,
)
def collection_empty(package: Package) -> Iterator[Finding]:
    """A `sequencingCollection` holds at least one `sequencing`.

    It is the place for sequencing that several items share. An empty one breaks the schema, and an LMS may refuse the
    whole package for it.

    Remove it, or put the shared sequencing in it.

    Bad: `<imsss:sequencingCollection/>`

    Good: `<imsss:sequencingCollection><imsss:sequencing ID="seq-1">…</imsss:sequencing></imsss:sequencingCollection>`
    """
    yield from broken(package, "S4-01")


@rule(
    "SK-SEQ-002",
    "sequencing-id",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, sequencing ID (REQ_31.3.3, REQ_31.3.4)",
    SCORM_2004,
)
def sequencing_id(package: Package) -> Iterator[Finding]:
    """Sequencing in a collection has an `ID`, and that of an item or organization has none.

    The `ID` is how items refer to shared sequencing; without it nobody can. On an item it would promise that others can
    use the item's own sequencing, which SCORM does not allow.

    Give each `sequencing` of the collection an `ID`; on an item, remove it, or move the sequencing to the collection
    and refer to it with `IDRef`.

    Bad: `<item …><imsss:sequencing ID="seq-1">…`

    Good: `<item …><imsss:sequencing IDRef="seq-1"/></item>` with `<imsss:sequencing ID="seq-1">` in the collection
    """
    yield from broken(package, "S4-02")
    for activity in package.sequencing.activities:
        if activity.own and (identifier := activity.own.get("ID")) is not None:
            message = say(
                "the <{tag}> of <{parent}> has the ID `{identifier}`",
                tag=activity.own.name,
                parent=activity.element.name,
                identifier=identifier,
            )
            hint = say("remove it; only the entries of a <sequencingCollection> have one")
            yield Finding(activity.own.place("ID"), message, hint)


@rule(
    "SK-SEQ-003",
    "sequencing-idref",
    Severity.ERROR,
    "SCORM 2004 CAM 5.1, sequencing ID and IDRef (REQ_31.3.2, REQ_31.4, REQ_31.4.3)",
    SCORM_2004,
)
def sequencing_idref(package: Package) -> Iterator[Finding]:
    """Every `IDRef` names sequencing of the collection, and every `ID` there is one of its kind.

    An item whose `IDRef` leads nowhere has no sequencing at all, or the LMS refuses the package. An `ID` is an XML name
    (it begins with a letter or an underscore), and no other element of the manifest has it as its identifier. The
    entries of the collection cannot refer to others themselves.

    Correct the `IDRef`, or add the sequencing that it means to the collection.

    Bad: `<imsss:sequencing IDRef="seq-9"/>` while the collection has `seq-1` only

    Good: `<imsss:sequencing IDRef="seq-1"/>`
    """
    yield from broken(package, "S4-03")
    yield from _taken_ids(package)
    identifiers = {(entry.get("ID") or "").strip() for entry in package.sequencing.entries} - {""}
    for entry in package.sequencing.entries:
        if (reference := entry.get("IDRef")) is not None:
            message = say("the entry of a collection has an IDRef itself: `{reference}`", reference=reference)
            yield Finding(entry.place("IDRef"), message, say("remove it; only items and organizations have one"))
    for activity in package.sequencing.activities:
        reference = activity.own.get("IDRef") if activity.own else None
        if activity.own and reference is not None and reference.strip() not in identifiers:
            message = say("IDRef is `{reference}`, and no collection has sequencing of that ID", reference=reference)
            otherwise = say("add it to the <sequencingCollection>, or remove the IDRef")
            yield Finding(activity.own.place("IDRef"), message, did_you_mean(reference, identifiers, otherwise))


def _taken_ids(package: Package) -> Iterator[Finding]:
    manifest = package.manifest
    named = (
        *(one.element for group in manifest.organizations for one in group.organizations),
        *(item.element for item in manifest.items),
        *(resource.element for resource in manifest.resources),
    )
    taken = {identifier: element for element in reversed(named) if (identifier := element.get("identifier"))}
    for entry in package.sequencing.entries:
        identifier = entry.get("ID")
        if identifier and (other := taken.setdefault(identifier, entry)) is not entry:
            message = say(
                "the ID `{identifier}` is taken by the <{tag}> of line {line}",
                identifier=identifier,
                tag=other.name,
                line=str(other.line),
            )
            yield Finding(entry.place("ID"), message, say("give it another ID, and its references too"))
