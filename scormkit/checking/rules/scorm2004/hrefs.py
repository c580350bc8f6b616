"""Hrefs of resources and files: does each name a file of the package, in a way that every LMS understands.

Those of `adlcp:location` and the values of `xml:base` have rules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.href import Href, Trouble, trouble_of
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM_2004, Finding, rule
from scormkit.checking.shared import hrefs
from scormkit.diagnostics import Severity
from scormkit.said import say

LONGEST = 2_000
"""The characters of an href, with `xml:base` in front, that every LMS has to keep (smallest permitted maximum)."""

_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+|%")


@rule(
    "SK-S24-308",
    "no-backslash",
    Severity.ERROR,
    "SCORM 2004 CAM, href (REQ_30.7.3.3.2, REQ_30.7.3.9.2.2); RFC 3986: segments of a path are separated by /",
    SCORM_2004,
)
def no_backslash(package: Package) -> Iterator[Finding]:
    r"""No href has a backslash.

    Only Windows takes it for a folder separator. On Android, Linux and macOS the file is not found.

    Write forward slashes.

    Bad: `href="pages\start.html"`

    Good: `href="pages/start.html"`
    """
    yield from hrefs.with_backslash(_hrefs(package))


@rule(
    "SK-S24-309",
    "no-leading-slash",
    Severity.ERROR,
    "SCORM 2004 CAM, href (REQ_30.7.3.3.3, REQ_30.7.3.9.2.3)",
    SCORM_2004,
)
def no_leading_slash(package: Package) -> Iterator[Finding]:
    """No href begins with a slash.

    With a slash in front, an address starts at the root of the server instead of in the package.

    Leave the slash out.

    Bad: `href="/index.html"`

    Good: `href="index.html"`
    """
    yield from hrefs.with_slash(_hrefs(package))


@rule(
    "SK-S24-310",
    "no-own-disk",
    Severity.ERROR,
    "SCORM 2004 CAM, href (REQ_30.7.3.3.3, REQ_30.7.3.9.2.3): in the package or on the web",
    SCORM_2004,
)
def no_own_disk(package: Package) -> Iterator[Finding]:
    """No href names the disk of its maker.

    A drive letter or `file:` leads to the computer that the course was made on. Learners have another.

    Put the file in the package and write its path from the manifest.

    Bad: `href="file:///C:/course/index.html"`, `href="C:/course/index.html"`

    Good: `href="index.html"`
    """
    yield from hrefs.outside(_hrefs(package), Trouble.DISK)


@rule(
    "SK-S24-311",
    "href-extension",
    Severity.ERROR,
    "SCORM 2004 CAM, href (REQ_30.7.3.3.3); ADL test suite: a file with a valid extension",
    SCORM_2004,
)
def href_extension(package: Package) -> Iterator[Finding]:
    """An href inside the package has a file extension.

    Servers tell by the extension what a file is. One without is sent as plain bytes, which a browser offers to save
    instead of showing; ADL's test refuses it.

    Give the file an extension.

    Bad: `href="pages/start"`

    Good: `href="pages/start.html"`
    """
    for href in hrefs.local_of(_hrefs(package)):
        name = href.text.strip().rpartition("/")[2]
        if name and not name.partition(".")[2].rpartition(".")[2]:
            hint = say("give the file a name with an extension, such as .html")
            yield Finding(href.place, say("`{text}` has no file extension", text=href.text), hint)


@rule(
    "SK-S24-312",
    "href-length",
    Severity.WARNING,
    "SCORM 2004 CAM, href and xml:base: smallest permitted maximum of 2000 characters (REQ_30.7.3.3.3)",
    SCORM_2004,
)
def href_length(package: Package) -> Iterator[Finding]:
    """An href is at most 2000 characters long, also with `xml:base` in front.

    That many every LMS has to keep; of a longer one the end may be cut off, and then the page is not found.

    Shorten the names of folders and files.

    Bad: a path of thirty folders with names of a hundred letters

    Good: `href="module-3/start.html"`
    """
    hint = say("shorten the names of folders and files")
    for href in _hrefs(package):
        if len(href.text) > LONGEST:
            message = say(
                "the href is {length:,} characters long; at most {most:,} are sure to be kept",
                length=len(href.text),
                most=LONGEST,
            )
            yield Finding(href.place, message, hint)
        # A base that is too long by itself is reported where it stands.
        elif len(href.base) < LONGEST < len(href.base) + len(href.text):
            message = say(
                "the href and the xml:base above it are {length:,} characters long together; "
                "at most {most:,} are sure to be kept",
                length=len(href.base) + len(href.text),
                most=LONGEST,
            )
            yield Finding(href.place, message, hint)


@rule(
    "SK-S24-313",
    "href-escapes",
    Severity.ERROR,
    "RFC 3986, percent-encoding of UTF-8; ADL test suite for SCORM 2004, hrefs of resources",
    SCORM_2004,
)
def href_escapes(package: Package) -> Iterator[Finding]:
    """The percent escapes of an href are UTF-8.

    A `%` begins the code of a character. Written in Latin-1, or followed by something else than two hexadecimal digits,
    it means nothing, and the file is not found.

    Write the character itself, or its code in UTF-8; a plain percent sign is `%25`.

    Bad: `href="caf%E9.html"`, `href="100%.html"`

    Good: `href="caf%C3%A9.html"`, `href="100%25.html"`
    """
    for href in hrefs.local_of(_hrefs(package)):
        if escape := _no_character(href):
            message = say("the escape `{escape}` in `{text}` is not that of a character", escape=escape, text=href.text)
            hint = say("write escapes of UTF-8: `%20` for a blank, `%C3%A9` for é, `%25` for a percent sign")
            yield Finding(href.place, message, hint)


@rule(
    "SK-S24-314",
    "href-climbs-out",
    Severity.ERROR,
    "ADL test suite for SCORM 2004: an href may not exceed the root of the package",
    SCORM_2004,
)
def href_climbs_out(package: Package) -> Iterator[Finding]:
    """No href climbs out of the package.

    With more `..` than there are folders above it, also after `xml:base`, an address leaves the package. Learners have
    nothing there, and careful LMSs refuse it as an attack.

    Put the file in the package and write its path from the manifest.

    Bad: `href="../shared/menu.html"`

    Good: `href="shared/menu.html"`
    """
    yield from hrefs.outside(_hrefs(package), Trouble.OUTSIDE)


@rule(
    "SK-S24-315",
    "file-in-package",
    Severity.ERROR,
    "SCORM 2004 CAM, resource and file href; ADL test suite: every file is found",
    SCORM_2004,
)
def file_in_package(package: Package) -> Iterator[Finding]:
    """Every file that the manifest names is in the package.

    Learners would get "not found". Often a file was renamed or moved after the manifest was written, or an `xml:base`
    lacks its slash at the end.

    Add the file, or correct the href.

    Bad: `<file href="js/app.js"/>` while the zip has `scripts/app.js`

    Good: `<file href="scripts/app.js"/>`
    """
    local = hrefs.local_of(_hrefs(package))
    yield from hrefs.missing(package, (href for href in local if not (_no_character(href) or _at_no_folder(href))))


@rule(
    "SK-S24-316",
    "same-case",
    Severity.ERROR,
    "SCORM 2004 CAM, href; servers tell capitals apart",
    SCORM_2004,
)
def same_case(package: Package) -> Iterator[Finding]:
    """An href has the same capitals as the file.

    On the maker's Windows disk `Index.html` and `index.html` are one file, so it works there; on most servers they
    are two, and learners get "not found".

    Write the name as the file has it.

    Bad: `<file href="Index.html"/>` while the zip has `index.html`

    Good: `<file href="index.html"/>`
    """
    yield from hrefs.in_other_case(package, hrefs.local_of(_hrefs(package)))


def _hrefs(package: Package) -> Iterator[Href]:
    """The hrefs of resources and files."""
    return (href for href in package.manifest.hrefs if href.element.name.namespace != v.ADLCP_2004)


def _at_no_folder(href: Href) -> bool:
    """Whether the `xml:base` above is no folder of the package, which is reported where it stands."""
    return bool(href.base) and (not href.base.endswith("/") or trouble_of(href.base) is Trouble.DISK)


def _no_character(href: Href) -> str | None:
    """The first escape of the path that is no UTF-8."""
    path = href.text.partition("#")[0].partition("?")[0]
    for match in _ESCAPES.finditer(path):
        try:
            bytes.fromhex(match[0].replace("%", "") or "?").decode("utf-8")
        except ValueError:
            return path[match.start() : match.start() + 3] if match[0] == "%" else match[0]
    return None
