"""Where the units of a course structure are."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.grammar.names import URL
from scormkit.checking.href import Href, Trouble
from scormkit.checking.package import Package
from scormkit.checking.rule import CMI5, Finding, broken, rule
from scormkit.checking.shared.structures import in_other_case, taken_parameters
from scormkit.diagnostics import Severity
from scormkit.said import Said, say

_RESERVED = ("endpoint", "fetch", "actor", "registration", "activityId")
_DEEPEST = 20
"""How many folders of a path on a disk are looked for in the package."""


@rule("SK-CM5-013", "au-url", Severity.ERROR, "cmi5 13.1.4, url; RFC 1738; CourseStructure.xsd", CMI5)
def au_url(package: Package) -> Iterator[Finding]:
    """Every unit has a `url`, and it is a valid one.

    The LMS launches what it leads to. A URL has no blanks, backslashes or angle brackets in it, and one that begins
    with `http` names a host.

    Write a blank as `%20` and a backslash as `/`; rename the file to be on the safe side.

    Bad: `<url>my unit\\index.html</url>`, `<url>http://example.org index.html</url>`

    Good: `<url>my-unit/index.html</url>`
    """
    yield from broken(package, "C5-13")


@rule(
    "SK-CM5-014", "au-url-not-relative", Severity.ERROR, "cmi5 14.1: entry points in the zip have relative URLs", CMI5
)
def not_relative(package: Package) -> Iterator[Finding]:
    """A unit whose file is in the zip has a relative URL.

    The LMS puts the files where it likes, so only an address that begins at `cmi5.xml` leads to them: one that begins
    with `/` leads to the top of the LMS, and one that begins with `file:` to a disk that nobody else has.

    Leave away whatever stands before the path in the zip.

    Bad: `<url>/unit/index.html</url>`

    Good: `<url>unit/index.html</url>`
    """
    for href in _sound(package):
        if path := _in_zip_after_all(package, href):
            message = say(
                "the url `{url}` is not relative, though {path} is in the package", url=href.text.strip(), path=path
            )
            yield Finding(href.place, message, say("write {path}", path=path))


@rule("SK-CM5-015", "au-url-missing-file", Severity.ERROR, "cmi5 14.1: what is not in the zip has a full URL", CMI5)
def missing_file(package: Package) -> Iterator[Finding]:
    """A relative URL of a unit leads to a file of the zip.

    Otherwise the learner gets an error page; LMSs refuse the package already when it is imported. Upper and lower case
    count.

    Add the file, or correct the path. A unit that lives elsewhere has its whole address, with `https://`.

    Bad: `<url>Unit/index.html</url>` for the file `unit/index.html`

    Good: `<url>unit/index.html</url>`
    """
    if package.bare:
        return
    for href in _sound(package):
        if not (_is_whole(href) or _is_there(package, href) or _in_zip_after_all(package, href)):
            message = say("the url `{url}` leads to no file of the package", url=href.text.strip())
            yield Finding(href.place, message, _where(package, href))


@rule("SK-CM5-016", "au-url-without-zip", Severity.ERROR, "cmi5 14.2: without a zip every URL is fully qualified", CMI5)
def without_zip(package: Package) -> Iterator[Finding]:
    """A course structure without a zip has whole addresses only.

    There is no package that a relative address could lead into, so an LMS refuses the structure.

    Write the whole address of each unit, or zip `cmi5.xml` with its files and check that; a folder will do as well.

    Bad: `<url>unit/index.html</url>` in a `cmi5.xml` on its own

    Good: `<url>https://example.org/unit/index.html</url>`
    """
    if not package.bare:
        return
    for href in _sound(package):
        if not _is_whole(href):
            message = say("an LMS refuses `{url}` in a cmi5.xml without a zip: it is relative", url=href.text.strip())
            hint = say("if the files come along, check their folder or zip; if not, write an address with https://")
            yield Finding(href.place, message, hint)


@rule("SK-CM5-017", "au-url-reserved-parameter", Severity.ERROR, "cmi5 8.1, launch parameters", CMI5)
def reserved_parameter(package: Package) -> Iterator[Finding]:
    """The query of a unit's URL has none of the five names that the LMS adds.

    At launch the LMS appends `endpoint`, `fetch`, `actor`, `registration` and `activityId`. With one of them already in
    the URL the unit would read the wrong one; an LMS refuses the structure.

    Give the parameter another name, or put it into `launchParameters`.

    Bad: `<url>index.html?actor=teacher</url>`

    Good: `<url>index.html?role=teacher</url>`
    """
    yield from taken_parameters(_sound(package), _RESERVED)


def _sound(package: Package) -> Iterator[Href]:
    """The URLs that are valid; the rest has its finding already."""
    for unit in package.course.units:
        if unit.url is not None and URL.holds(unit.url.text):
            yield unit.url


def _is_whole(href: Href) -> bool:
    """Whether it is fully qualified: it begins with a scheme, which a drive letter is not."""
    text = href.text.strip().lower()
    return text.startswith("file:") or (href.trouble is Trouble.EXTERNAL and not text.startswith("//"))


def _in_zip_after_all(package: Package, href: Href) -> str | None:
    """The member that an address from the top of the server or of a disk means, if there is one."""
    if package.bare or href.trouble not in (Trouble.SLASH, Trouble.DISK):
        return None
    text = href.path.removeprefix(package.course.folder)
    if href.trouble is Trouble.DISK:
        # Whatever of the path on the disk is a path in the package; the longest tells most.
        parts = text.partition(":")[2].strip("/").split("/")[-_DEEPEST:]
        tails = ("/".join(parts[start:]) for start in range(len(parts)))
        return next((tail for tail in tails if package.course.folder + tail in package.names), None)
    return text if package.course.folder + text in package.names else None


def _is_there(package: Package, href: Href) -> bool:
    """Whether it leads to a member in the folder of the course structure."""
    inside = href.path.startswith(package.course.folder)
    return href.trouble is None and inside and href.path in package.names


def _where(package: Package, href: Href) -> Said:
    other = package.in_other_case(href.path)
    if href.trouble is None and other is not None and other.startswith(package.course.folder):
        return in_other_case(other)
    if href.trouble is Trouble.OUTSIDE or not href.path.startswith(package.course.folder):
        return say("put the file into the zip; nothing outside it goes along")
    return say("add {path} to the zip, or correct the path", path=href.path)
