"""`xml:base`: the folder that hrefs are read in."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.href import Base, Trouble
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, rule
from scormkit.checking.rules.scorm2004.hrefs import LONGEST
from scormkit.diagnostics import Severity
from scormkit.said import Said, say

_REFERENCE = "SCORM 2004 4th Ed. CAM 3.4.1, xml:base"


@rule("SK-S24-004", "base-backslash-2004", Severity.ERROR, _REFERENCE, SCORM_2004)
def base_backslash(package: Package) -> Iterator[Finding]:
    """No `xml:base` has a backslash.

    Folders of an address are parted by slashes. Windows forgives a backslash; the servers of most LMSs look for a file
    that has it in its name.

    Write slashes.

    Bad: `<resources xml:base="content\\pages\\">`

    Good: `<resources xml:base="content/pages/">`
    """
    for base in package.manifest.bases:
        if base.trouble is Trouble.BACKSLASH:
            message = say("the xml:base `{base}` has a backslash", base=base.text)
            yield Finding(base.place, message, _written_right(base))


@rule("SK-S24-005", "base-slash-2004", Severity.ERROR, _REFERENCE, SCORM_2004)
def base_slash(package: Package) -> Iterator[Finding]:
    """An `xml:base` leads to a folder of the package, so it does not begin with a slash or a drive.

    A slash in front means the root of the LMS's server, and a drive or `file:` the disk of one computer. The files of
    the package are in neither.

    Begin at the root of the package, with no slash.

    Bad: `<resource … xml:base="/content/">`

    Good: `<resource … xml:base="content/">`
    """
    for base in package.manifest.bases:
        if base.trouble is Trouble.SLASH:
            message = say("the xml:base `{base}` begins with a slash", base=base.text)
            yield Finding(base.place, message, _written_right(base))
        elif base.trouble is Trouble.DISK:
            message = say("the xml:base `{base}` is a place on a disk", base=base.text)
            yield Finding(base.place, message, say("write the folder as it is called in the package"))


@rule("SK-S24-006", "base-without-slash-2004", Severity.ERROR, _REFERENCE, SCORM_2004)
def base_without_slash(package: Package) -> Iterator[Finding]:
    """An `xml:base` ends with a slash.

    As in a browser, all after the last slash of a base is dropped: with `content`, the href `page.html` is looked for
    beside that folder and not in it.

    Add the slash.

    Bad: `<resources xml:base="content">`

    Good: `<resources xml:base="content/">`
    """
    for base in package.manifest.bases:
        # Of one that has another trouble, the hint that cures it has the slash too.
        if base.trouble in (None, Trouble.EXTERNAL) and base.text.strip() and not base.text.strip().endswith("/"):
            message = say("the xml:base `{base}` does not end with a slash", base=base.text)
            yield Finding(base.place, message, _written_right(base))


@rule("SK-S24-007", "base-length", Severity.WARNING, _REFERENCE, SCORM_2004)
def base_length(package: Package) -> Iterator[Finding]:
    """An `xml:base` has at most 2000 characters, also when those above it are put in front.

    An LMS has to keep 2000; it may cut a longer one, and then finds none of the files.

    Put the files in fewer folders, or in folders with shorter names.

    Bad: an `xml:base` of 2100 characters

    Good: `<resources xml:base="content/">`
    """
    for base in package.manifest.bases:
        length = max(len(base.text), len(base.joined))
        if length > LONGEST:
            message = say("this xml:base is longer than {most:,} characters", most=LONGEST)
            if len(base.text) <= LONGEST:
                message = say("with those above it, this xml:base is longer than {most:,} characters", most=LONGEST)
            yield Finding(base.place, message, say("put the files in fewer folders, or in ones with shorter names"))


def _written_right(base: Base) -> Said:
    """The folder that is meant, from the root of the package on and with a slash at its end."""
    folder = base.text.strip().replace("\\", "/").strip("/")
    return say("write `{meant}`", meant=f"{folder}/") if folder else say("leave it out; hrefs begin at the root anyway")
