"""What an item adds to the address that it launches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, rule
from scormkit.diagnostics import Severity
from scormkit.identifiers import has_bad_escape
from scormkit.said import Said, say, shortened

_REFERENCE = "SCORM 2004 4th Ed. CAM 3.4.1, <item>, parameters; IMS CP 1.1.4, parameters; RFC 3986, 3.4"
_FORBIDDEN = re.compile(r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]")
_LONGEST = 1000


@rule("SK-S24-207", "parameters-syntax", Severity.ERROR, _REFERENCE, SCORM_2004)
def parameters_syntax(package: Package) -> Iterator[Finding]:
    """`parameters` is a query of names and values, a fragment, or both.

    An LMS puts them behind the address of the resource. They may begin with `?`; pairs are parted by `&` (in XML
    `&amp;`), and a fragment begins with `#`. A character that no address may hold is written as `%` and two digits:
    what happens to it otherwise depends on the LMS and on the browser.

    Write name=value pairs, or a fragment.

    Bad: `parameters="?page one"`

    Good: `parameters="?page=one&amp;lang=nl#part-2"`
    """
    for item in package.manifest.items:
        value = (item.element.get("parameters") or "").strip()
        if value and (trouble := _trouble(value)):
            message, hint = trouble
            yield Finding(item.element.place("parameters"), message, hint)


@rule("SK-S24-208", "parameters-length", Severity.WARNING, _REFERENCE, SCORM_2004)
def parameters_length(package: Package) -> Iterator[Finding]:
    """`parameters` has at most 1000 characters, and stands on an item that launches something.

    An LMS has to keep 1000 characters; it may cut what is longer. On an item without `identifierref` there is no
    address to put them behind.

    Shorten them, or move them to the item that launches the resource.

    Bad: `<item identifier="part" parameters="?a=1"><title>Part</title><item …>`

    Good: `<item identifier="item-1" identifierref="res-1" parameters="?a=1">`
    """
    for item in package.manifest.items:
        value = item.element.get("parameters")
        if not value:
            continue
        if len(value) > _LONGEST:
            message = say("parameters has {length:,} characters", length=len(value))
            hint = say("keep it to {most:,} characters", most=_LONGEST)
            yield Finding(item.element.place("parameters"), message, hint)
        elif item.items and item.identifierref is None:
            message = say(
                "the item has parameters (`{value}`), but launches nothing to pass them to", value=shortened(value)
            )
            hint = say("move them to the items that launch a resource")
            yield Finding(item.element.place("parameters"), message, hint)


def _trouble(value: str) -> tuple[Said, Said] | None:
    """What is wrong with the parameters, and what to do about it."""
    query, has_fragment, fragment = value.partition("#")
    if wrong := _FORBIDDEN.search(query) or _FORBIDDEN.search(fragment):
        message = say("parameters has the character `{character}`, which no address may hold", character=wrong[0])
        escaped = "".join(f"%{byte:02X}" for byte in wrong[0].encode("utf-8", "replace"))
        return message, say("write it as `{escaped}`", escaped=escaped)
    if has_bad_escape(value):
        message = say("parameters has a `%` that two hexadecimal digits do not follow")
        return message, say("write it as `{escaped}`", escaped="%25")
    query = query.removeprefix("?")
    if not query and has_fragment:
        return None
    bad = next((pair for pair in query.split("&") if not pair.partition("=")[1] or pair.startswith("=")), None)
    if bad is None:
        return None
    return say("parameters holds `{part}`, which is no name=value", part=shortened(bad)), say("write it as name=value")
