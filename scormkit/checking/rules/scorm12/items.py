"""Items: references to resources, visibility and prerequisites."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.aicc import ScriptError, names_in
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.rules.scorm12.extensions import extensions
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say

_BOOLEANS = {"true", "false", "1", "0"}
_LONGEST_SCRIPT = 200


@rule("SK-S12-013", "identifierref", Severity.ERROR, "SCORM 1.2 CAM, item identifierref", SCORM_12)
def identifierref(package: Package) -> Iterator[Finding]:
    """`identifierref` of an item names a resource (or a sub-manifest).

    It says what the item launches. When nothing has that identifier, learners get an error or an empty page.

    Write the identifier of the resource, capitals included.

    Bad: `identifierref="Resource-1"` for `<resource identifier="resource-1">`

    Good: `identifierref="resource-1"`
    """
    names = [resource.identifier for resource in package.manifest.resources if resource.identifier]
    known = {*names, *(element.get("identifier") for element in package.manifest.submanifests)}
    for item in package.manifest.items:
        if item.identifierref is not None and item.identifierref not in known:
            message = say("identifierref is `{value}`, but no resource has that identifier", value=item.identifierref)
            hint = did_you_mean(item.identifierref, names, say("write the identifier of a resource of this manifest"))
            yield Finding(item.element.place("identifierref"), message, hint)


@rule("SK-S12-014", "isvisible-boolean", Severity.ERROR, "imscp_rootv1p1p2.xsd, attr.isvisible", SCORM_12)
def isvisible_boolean(package: Package) -> Iterator[Finding]:
    """`isvisible` is `true` or `false`.

    It hides an item from the table of contents. Other words are read as true by one LMS and as false by the next.

    Write `true` or `false` (`1` and `0` are allowed too), or leave the attribute out for true.

    Bad: `<item isvisible="yes">`

    Good: `<item isvisible="true">`
    """
    for item in package.manifest.items:
        value = item.element.get("isvisible")
        if value is not None and value.strip() not in _BOOLEANS:
            meant = "false" if value.strip().lower() in {"no", "false", "off"} else "true"
            place = item.element.place("isvisible")
            yield Finding(
                place,
                say("isvisible is `{value}`, which is neither true nor false", value=value),
                say('write isvisible="{meant}"', meant=meant),
            )


@rule("SK-S12-015", "prerequisites-type", Severity.ERROR, "adlcp_rootv1p2.xsd, prerequisitesType", SCORM_12)
def prerequisites_type(package: Package) -> Iterator[Finding]:
    """`adlcp:prerequisites` has the type `aicc_script` and at most 200 characters.

    It is the only language that SCORM 1.2 knows for them.

    Add the attribute; shorten the script, for instance by grouping items.

    Bad: `<adlcp:prerequisites>I1</adlcp:prerequisites>`

    Good: `<adlcp:prerequisites type="aicc_script">I1</adlcp:prerequisites>`
    """
    for element in extensions(package, "prerequisites"):
        kind = element.get("type")
        if kind is None:
            yield Finding(
                element.place(),
                say("<{tag}> has no type", tag=element.name),
                say('add type="aicc_script"'),
            )
        elif kind != "aicc_script":
            message = say("the type of <{tag}> is `{kind}`, not `aicc_script`", tag=element.name, kind=kind)
            yield Finding(element.place("type"), message, say('write type="aicc_script"'))
        if len(element.text) > _LONGEST_SCRIPT:
            message = say(
                "the prerequisites are {length} characters long; at most {most} are allowed",
                length=len(element.text),
                most=_LONGEST_SCRIPT,
            )
            yield Finding(element.place(), message, say("group items, and make the group the prerequisite"))


@rule("SK-S12-016", "prerequisites-script", Severity.ERROR, "SCORM 1.2 CAM, prerequisites; AICC script", SCORM_12)
def prerequisites_script(package: Package) -> Iterator[Finding]:
    """The prerequisites are a script that can be read, and name items of this manifest.

    The language: identifiers of items joined by `&` (and) and `|` (or), `~` (not), parentheses, `=` and `<>` with a
    status in quotes, and `2*{I1,I2,I3}` (at least two of these). With a mistake in it, an LMS opens the item always or
    never.

    Correct the script. In XML an `&` is written `&amp;`.

    Bad: `I1 and I2`

    Good: `I1 &amp; I2`
    """
    items = [item.identifier for item in package.manifest.items if item.identifier]
    known = set(items)
    for element in extensions(package, "prerequisites"):
        if len(element.text) > _LONGEST_SCRIPT:
            continue
        try:
            names = names_in(element.text)
        except ScriptError as error:
            message = say(
                "the prerequisites `{script}` cannot be read: {error}", script=element.text.strip(), error=error.said
            )
            yield Finding(element.place(), message, say("join identifiers by & and |, with ~ for not"))
            continue
        for name in names:
            if name not in known:
                message = say("the prerequisites name `{name}`, but no item has that identifier", name=name)
                yield Finding(
                    element.place(), message, did_you_mean(name, items, say("write the identifier of an item"))
                )
