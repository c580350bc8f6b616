"""What a Tin Can package launches."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename

from scormkit.checking import vocabulary as v
from scormkit.checking.href import Href, Trouble
from scormkit.checking.litter import left_by
from scormkit.checking.package import Package
from scormkit.checking.rule import TINCAN, Finding, rule
from scormkit.checking.shared.structures import in_other_case, taken_parameters
from scormkit.diagnostics import Severity
from scormkit.said import Said, say

_TAKEN = ("endpoint", "auth", "actor", "registration", "activity_id")
_NO_CONTENT = (".xsd", ".dtd")


@rule("SK-TIN-008", "several-launches", Severity.ERROR, "Rustici, Tin Can launch: Activity Definition", TINCAN)
def several_launches(package: Package) -> Iterator[Finding]:
    """Only one activity has a `launch` or a `resource`.

    A package stands for one thing to open, and its activity is the root of all others. LMSs take the first and pass
    over the rest, or refuse the package.

    Keep the link of the activity that stands for the whole course, and let the course itself lead on.

    Bad: two activities with `<launch lang="en">…</launch>`

    Good: one with `<launch lang="en">index.html</launch>`, and the others without
    """
    launching = [one for one in package.activities.activities if one.launches]
    for one in launching[1:]:
        first = launching[0].element
        message = say("another activity, in line {line}, has a <launch> or <resource> already", line=first.line)
        hint = say("keep the one of the activity that stands for the whole course")
        yield Finding(one.launches[0].place, message, hint)


@rule("SK-TIN-009", "nothing-to-launch-in-tincan", Severity.ERROR, "Rustici, Tin Can launch: Packaging", TINCAN)
def nothing_to_launch(package: Package) -> Iterator[Finding]:
    """A package with content says what to launch.

    Without a `launch` (or a `resource` to read or download) the LMS has files and no idea what to do with them. Only a
    package that brings no content, just descriptions of activities, can do without.

    Add `launch` to the activity that stands for the whole course.

    Bad: `<activity id="…"><name lang="en">Course</name></activity>` beside `index.html`

    Good: `<activity id="…"><name lang="en">Course</name><launch lang="en">index.html</launch></activity>`
    """
    listed = package.activities
    if package.bare or not listed.activities or any(one.launches for one in listed.activities):
        return
    if any(_is_content(name) for name in package.order):
        message = say("no activity has a <launch> or a <resource>, though there is content in the package")
        yield Finding(listed.activities[0].element.place(), message, say("add <launch> to the activity of the course"))


@rule("SK-TIN-010", "launch-missing-file", Severity.ERROR, "Rustici, Tin Can launch: Packaging and Import", TINCAN)
def missing_file(package: Package) -> Iterator[Finding]:
    """A relative `launch` or `resource` leads to a file of the package, under the folder of `tincan.xml`.

    Otherwise the learner gets an error page. Upper and lower case count, and what lies outside that folder does not go
    along.

    Add the file, or correct the path: relative to `tincan.xml`, without `/` in front, with `/` between folders.

    Bad: `<launch lang="en">../index.html</launch>`, `<launch lang="en">/index.html</launch>`

    Good: `<launch lang="en">index.html</launch>`
    """
    if package.bare:
        return
    for href in _launches(package):
        if href.trouble is not Trouble.EXTERNAL and not _is_there(package, href):
            message = (
                say(
                    "<{tag}> leads to `{path}`, which is not in the package",
                    tag=str(href.element.name),
                    path=href.text.strip(),
                )
                if href.text.strip()
                else say("<{tag}> is empty", tag=str(href.element.name))
            )
            yield Finding(href.place, message, _where(package, href))


@rule("SK-TIN-012", "launch-without-https", Severity.INFO, "scormkit's own: browsers and mixed content", TINCAN)
def without_https(package: Package) -> Iterator[Finding]:
    """A launch link to another server uses https.

    An LMS that runs on https shows a page over http in no frame, and browsers warn of it in a window of its own.

    Write `https:` if the server has it.

    Bad: `<launch lang="en">http://example.org/course/</launch>`

    Good: `<launch lang="en">https://example.org/course/</launch>`
    """
    for href in _launches(package):
        if (url := href.text.strip()).lower().startswith("http:"):
            yield Finding(
                href.place, say("`{url}` is not encrypted", url=url), say("write https: if the server has it")
            )


@rule("SK-TIN-013", "launch-with-taken-parameter", Severity.WARNING, "Rustici, Tin Can launch: Launch", TINCAN)
def taken_parameter(package: Package) -> Iterator[Finding]:
    """The query of a launch link has none of the names that the LMS adds.

    At launch the LMS appends `endpoint`, `auth`, `actor`, `registration` and `activity_id`. With one of them already in
    the link the course would read the wrong one, and send its statements to the wrong place or about the wrong person.

    Leave it out, or give the parameter another name.

    Bad: `<launch lang="en">index.html?endpoint=https://lrs.example.org/</launch>`

    Good: `<launch lang="en">index.html?theme=dark</launch>`
    """
    yield from taken_parameters(_launches(package), _TAKEN)


def _launches(package: Package) -> Iterator[Href]:
    return (href for one in package.activities.activities for href in one.launches)


def _is_content(name: str) -> bool:
    """Whether it may be what learners open: no structure file, no schema, nothing that a system left behind."""
    lowered = name.lower()
    return not (basename(lowered) in v.STRUCTURES or lowered.endswith(_NO_CONTENT) or left_by(name))


def _is_there(package: Package, href: Href) -> bool:
    """Whether it leads to a member in the folder of tincan.xml."""
    return href.trouble is None and href.path.startswith(package.activities.folder) and href.path in package.names


def _where(package: Package, href: Href) -> Said:
    folder = package.activities.folder
    if href.trouble in (Trouble.SLASH, Trouble.BACKSLASH) and href.path in package.names:
        return say("write {path}", path=href.path.removeprefix(folder))
    if href.trouble is Trouble.DISK:
        return say("write the path in the package; nobody else has that disk")
    if href.trouble is Trouble.OUTSIDE or not href.path.startswith(folder):
        return say("put the file beside tincan.xml or below it; nothing else goes along")
    other = package.in_other_case(href.path)
    if other is not None and other != href.path:
        return in_other_case(other)
    return say("add {path} to the package, or correct the path", path=href.path or "index.html")
