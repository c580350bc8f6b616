"""Hrefs: does each name a file of the package, in a way that every LMS understands."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.href import Base, Href, Trouble
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_12, Finding, rule
from scormkit.checking.shared import hrefs
from scormkit.diagnostics import Severity
from scormkit.said import say


@rule("SK-S12-031", "missing-file", Severity.ERROR, "SCORM 1.2 CAM, resource and file href", SCORM_12)
def missing_file(package: Package) -> Iterator[Finding]:
    """Every file that the manifest names is in the package.

    Learners would get "not found". Often a file was renamed or moved after the manifest was written, or an `xml:base`
    lacks its slash at the end.

    Add the file, or correct the href.

    Bad: `<file href="js/app.js"/>` while the zip has `scripts/app.js`

    Good: `<file href="scripts/app.js"/>`
    """
    yield from hrefs.missing(package, hrefs.local(package))


@rule("SK-S12-032", "href-case", Severity.ERROR, "SCORM 1.2 CAM, href; servers tell capitals apart", SCORM_12)
def href_case(package: Package) -> Iterator[Finding]:
    """An href has the same capitals as the file.

    On the maker's Windows disk `Index.html` and `index.html` are one file, so it works there; on most servers they
    are two, and learners get "not found".

    Write the name as the file has it.

    Bad: `<file href="Index.html"/>` while the zip has `index.html`

    Good: `<file href="index.html"/>`
    """
    yield from hrefs.in_other_case(package, hrefs.local(package))


@rule("SK-S12-033", "href-slash", Severity.ERROR, "SCORM 1.2 CAM, href; CTS 1.2.7", SCORM_12)
def href_slash(package: Package) -> Iterator[Finding]:
    """No href begins with a slash.

    With a slash in front, an address starts at the root of the server instead of in the package.

    Leave the slash out.

    Bad: `href="/index.html"`

    Good: `href="index.html"`
    """
    yield from hrefs.with_slash(_places(package))


@rule("SK-S12-034", "href-backslash", Severity.ERROR, "RFC 3986: segments of a path are separated by /", SCORM_12)
def href_backslash(package: Package) -> Iterator[Finding]:
    r"""No href has a backslash.

    Only Windows takes it for a folder separator. On Android, Linux and macOS the file is not found.

    Write forward slashes.

    Bad: `href="pages\start.html"`

    Good: `href="pages/start.html"`
    """
    yield from hrefs.with_backslash(_places(package))


@rule("SK-S12-035", "href-outside", Severity.ERROR, "SCORM 1.2 CAM, href: relative and inside the package", SCORM_12)
def href_outside(package: Package) -> Iterator[Finding]:
    """No href leads out of the package.

    A drive letter or `file:` names the disk of the maker; `..` at the front climbs above the package. Learners have
    neither.

    Put the file in the package and write its path from the manifest.

    Bad: `href="../shared/menu.html"`, `href="C:/course/index.html"`

    Good: `href="shared/menu.html"`
    """
    yield from hrefs.outside(_places(package), Trouble.OUTSIDE, Trouble.DISK)


@rule("SK-S12-036", "href-query", Severity.WARNING, "scormkit's own: LMSs that drop or encode the query", SCORM_12)
def href_query(package: Package) -> Iterator[Finding]:
    """No href has a query string.

    Some LMSs look for a file with the question mark in its name, others drop what follows it, so the page does not
    open or misses its setting.

    Use the attribute `parameters` of the item, or do without.

    Bad: `<resource … href="index.html?module=2">`

    Good: `<item … parameters="?module=2">` and `<resource … href="index.html">`
    """
    for href in package.manifest.hrefs:
        if href.query and href.trouble is None:
            message = say("`{text}` has a query string", text=href.text)
            hint = say(
                'move `{query}` to the attribute `parameters` of the item: parameters="?{query}"', query=href.query
            )
            yield Finding(href.place, message, hint)


@rule("SK-S12-037", "base-on-resources", Severity.WARNING, "Moodle 4.3 and 4.5, import (measured)", SCORM_12)
def base_on_resources(package: Package) -> Iterator[Finding]:
    """`xml:base` is not set on `resources`.

    The standard allows it, but Moodle ignores it there, and looks for every page in the wrong folder.

    Set it on each `resource`, or write whole paths in the hrefs.

    Bad: `<resources xml:base="content/">`

    Good: `<resource xml:base="content/" …>`
    """
    yield from hrefs.base_on_resources(package)


def _places(package: Package) -> Iterator[Href | Base]:
    yield from package.manifest.bases
    yield from package.manifest.hrefs
