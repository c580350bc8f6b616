"""What the manifest tells an LMS about tracking: the ADL extensions of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.rules.scorm12.extensions import extensions
from scormkit.checking.shared.naming import called
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say, shortened

_TIMESPAN = re.compile(r"\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_ACTIONS = ("exit,message", "exit,no message", "continue,message", "continue,no message")
_ELEMENTS = (
    "datafromlms",
    "location",
    "masteryscore",
    "maxtimeallowed",
    "prerequisites",
    "schema",
    "schemaversion",
    "timelimitaction",
)
_FOR_SCOS = {"datafromlms", "masteryscore", "maxtimeallowed", "timelimitaction"}
_LONGEST_DATA = 255
_LONGEST_TIME = 13
_LONGEST_SCORE = 200


@rule("SK-S12-017", "maxtimeallowed", Severity.ERROR, "SCORM 1.2 CAM, maxtimeallowed; RTE, CMITimespan", SCORM_12)
def maxtimeallowed(package: Package) -> Iterator[Finding]:
    """`adlcp:maxtimeallowed` is a time span as `HHHH:MM:SS.SS`.

    Two to four digits for hours, two for minutes, two for seconds, and if need be up to two decimals. The LMS hands it
    to the SCO as it stands.

    Write all three parts with leading zeros.

    Bad: `<adlcp:maxtimeallowed>30 minutes</adlcp:maxtimeallowed>`

    Good: `<adlcp:maxtimeallowed>0000:30:00</adlcp:maxtimeallowed>`
    """
    for element in extensions(package, "maxtimeallowed"):
        value = element.text.strip()
        # An empty element says as much as none: some tools always write it.
        if value and (not _TIMESPAN.fullmatch(value) or len(element.text) > _LONGEST_TIME):
            message = say("maxtimeallowed is `{value}`, not a time span HHHH:MM:SS.SS", value=value)
            yield Finding(element.place(), message, say("write hours, minutes and seconds with zeros: 0000:30:00"))


@rule("SK-S12-018", "timelimitaction", Severity.ERROR, "adlcp_rootv1p2.xsd, timelimitactionType", SCORM_12)
def timelimitaction(package: Package) -> Iterator[Finding]:
    """`adlcp:timelimitaction` is one of the four words of the book.

    `exit,message`, `exit,no message`, `continue,message` or `continue,no message`: with a comma and no blank after it.

    Choose one of them.

    Bad: `<adlcp:timelimitaction>exit, message</adlcp:timelimitaction>`

    Good: `<adlcp:timelimitaction>exit,message</adlcp:timelimitaction>`
    """
    for element in extensions(package, "timelimitaction"):
        if element.text not in _ACTIONS:
            hint = did_you_mean(element.text, _ACTIONS, say("write one of: {names}", names="; ".join(_ACTIONS)))
            message = say("timelimitaction is `{text}`, which has no meaning", text=element.text)
            if not element.text.strip():
                message, hint = say("timelimitaction is empty"), say("remove it; without one nothing ends by itself")
            yield Finding(element.place(), message, hint)


@rule("SK-S12-019", "datafromlms-length", Severity.ERROR, "adlcp_rootv1p2.xsd, datafromlmsType", SCORM_12)
def datafromlms_length(package: Package) -> Iterator[Finding]:
    """`adlcp:datafromlms` is at most 255 characters long.

    The SCO gets it as `cmi.launch_data`; an LMS may cut off what is longer.

    Put the settings in a file of the package, and name that file here.

    Bad: a page of JSON

    Good: `<adlcp:datafromlms>level=2</adlcp:datafromlms>`
    """
    for element in extensions(package, "datafromlms"):
        if len(element.text) > _LONGEST_DATA:
            message = say(
                "datafromlms is {length} characters long; at most {most} are allowed",
                length=len(element.text),
                most=_LONGEST_DATA,
            )
            yield Finding(element.place(), message, say("put the data in a file of the package"))


@rule("SK-S12-020", "masteryscore", Severity.ERROR, "SCORM 1.2 CAM, masteryscore; RTE, student_data", SCORM_12)
def masteryscore(package: Package) -> Iterator[Finding]:
    """`adlcp:masteryscore` is a number from 0 to 100.

    LMSs compare the raw score with it to decide between passed and failed.

    Write a plain number, without a percent sign.

    Bad: `<adlcp:masteryscore>80%</adlcp:masteryscore>`

    Good: `<adlcp:masteryscore>80</adlcp:masteryscore>`
    """
    for element in extensions(package, "masteryscore"):
        value = element.text.strip()
        number = float(value) if _NUMBER.fullmatch(value) and len(element.text) <= _LONGEST_SCORE else None
        if value and (number is None or not 0 <= number <= 100):
            message = say("masteryscore is `{value}`, not a number from 0 to 100", value=shortened(value))
            yield Finding(element.place(), message, say("write a plain number, such as 80"))


@rule("SK-S12-021", "tracking-of-scos-only", Severity.WARNING, "SCORM 1.2 CAM, item extensions", SCORM_12)
def tracking_of_scos_only(package: Package) -> Iterator[Finding]:
    """Mastery score, time limits and launch data belong to items that launch a SCO.

    A SCO asks the LMS for them. An asset or a heading asks nothing, so there they have no effect.

    Move them to the item of the SCO, or leave them out.

    Bad: `<item identifierref="an-asset"><title>Read</title><adlcp:masteryscore>80</adlcp:masteryscore></item>`

    Good: the same on the item of the test
    """
    for item in package.manifest.items:
        resource = package.launches(item)
        if resource is not None and resource.scorm_type != "asset":
            continue
        if resource is None and item.identifierref is not None:
            continue  # what it launches is not known, and that is reported already
        why = say("launches an asset") if resource else say("launches nothing")
        for child in item.element.children:
            if child.name.namespace == v.ADLCP_12 and child.name.local in _FOR_SCOS:
                message = say(
                    "<{child}> has no effect: the item `{identifier}` {why}",
                    child=child.name,
                    identifier=called(item.element),
                    why=why,
                )
                yield Finding(child.place(), message, say("move it to the item of a SCO, or leave it out"))


@rule("SK-S12-022", "adlcp-name", Severity.ERROR, "adlcp_rootv1p2.xsd", SCORM_12)
def adlcp_name(package: Package) -> Iterator[Finding]:
    """What carries the ADL prefix is a name that SCORM 1.2 knows.

    In 1.2 these names are all in small letters: `adlcp:scormtype`, `adlcp:datafromlms`. In SCORM 2004 some have
    capitals, and a 1.2 LMS does not see those: a SCO becomes an asset.

    Write the name as the 1.2 book has it.

    Bad: `<resource adlcp:scormType="sco">`

    Good: `<resource adlcp:scormtype="sco">`
    """
    for element in package.manifest.root.iter():
        if element.name.namespace == v.ADLCP_12 and element.name.local not in _ELEMENTS:
            hint = did_you_mean(element.name.local, _ELEMENTS, say("there are: {names}", names=", ".join(_ELEMENTS)))
            yield Finding(element.place(), say("SCORM 1.2 knows no element <{tag}>", tag=element.name), hint)
        for name in element.attributes:
            if name.namespace == v.ADLCP_12 and name.local != "scormtype":
                hint = did_you_mean(name.local, ["scormtype"], say("the only ADL attribute of SCORM 1.2 is scormtype"))
                yield Finding(element.place(name), say("SCORM 1.2 knows no attribute `{name}`", name=name), hint)
