"""The files themselves: can they be read, and does an LMS take them."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, splitext

from scormkit.checking.litter import left_by
from scormkit.checking.package import Package
from scormkit.checking.pages import gathering
from scormkit.checking.rule import Finding, rule
from scormkit.checking.source import Place
from scormkit.diagnostics import Severity
from scormkit.said import say

_ARCHIVES = (".7z", ".rar", ".jar", ".war", ".cab", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
_PROGRAMS = frozenset(
    {".exe", ".dll", ".msi", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".sh", ".cgi"}
    | {".php", ".php3", ".php4", ".php5", ".phtml", ".jsp", ".jspx", ".asp", ".aspx", ".ashx", ".py", ".pyc"}
)
_SETTINGS = frozenset({".htaccess", ".htpasswd", "web.config"})


@rule("SK-WEB-011", "page-without-encoding", Severity.WARNING, "HTML Standard, 4.2.5.4: the encoding is declared")
def page_without_encoding(package: Package) -> Iterator[Finding]:
    """A page with letters beyond ASCII says how they are encoded.

    Where a page does not say so, and the LMS does not either, the browser guesses: `één` turns into `Ã©Ã©n`.

    Save the page as UTF-8 and say so within its first 1024 bytes.

    Bad: `<head><title>Één</title>`

    Good: `<head><meta charset="utf-8"><title>Één</title>`
    """
    for page in package.pages.values():
        if page.whole and page.encoding is None and not page.plain:
            hint = say('save it as UTF-8 and add `<meta charset="utf-8">` as the first thing in `<head>`')
            yield Finding(page.top, say("this page does not say how its letters are encoded"), hint)


@rule("SK-WEB-012", "page-garbled", Severity.WARNING, "HTML Standard, 13.2.3: determining the encoding")
def page_garbled(package: Package) -> Iterator[Finding]:
    """A page is in the encoding that it says it is in.

    Letters that do not fit turn into a black diamond with a question mark. This happens when a page says `utf-8` but
    an editor saved it in the encoding of Windows.

    Save the page as UTF-8.

    Bad: `<meta charset="utf-8">` in a file that was saved as Windows-1252

    Good: the same page, saved as UTF-8
    """
    for page in package.pages.values():
        if page.garbled:
            message = say("what stands here cannot be read as {encoding}", encoding=page.encoding or "utf-8")
            yield Finding(page.garbled, message, say("save the page as UTF-8"))


@rule("SK-WEB-013", "archive-in-package", Severity.INFO, "practice: Tovuti and others look for hidden archives")
def archive_in_package(package: Package) -> Iterator[Finding]:
    """No archive lies inside the package.

    Some LMSs look through an upload for hidden archives and refuse it, and no browser opens them. (Zips are the
    business of SK-PKG-009.)

    Leave it out, or put what learners shall download beside the package.

    Bad: `sources.7z`, `old.tar.gz`

    Good: only the files of the course
    """
    for name in package.order:
        if name.lower().endswith(_ARCHIVES) and left_by(name) is None:
            hint = say("leave it out of the package, or let learners download it from elsewhere")
            yield Finding(Place(name), say("this is an archive inside the package"), hint)


@rule(
    "SK-WEB-014", "program-in-package", Severity.WARNING, "practice: LMSs refuse files that a server or a PC could run"
)
def program_in_package(package: Package) -> Iterator[Finding]:
    """No program or script for a server lies in the package.

    A server that ran `upload.php` out of a course would be open to anyone, so LMSs refuse the whole package or drop
    the file. No browser runs it, and nothing in SCORM does.

    Leave it out.

    Bad: `save.php`, `setup.exe`, `.htaccess`

    Good: pages, scripts, styles and media
    """
    for name in package.order:
        last = basename(name).lower()
        if left_by(name) is None and (splitext(last)[1] in _PROGRAMS or last in _SETTINGS):
            message = say("this is a program, or settings for a server; LMSs refuse such files")
            yield Finding(Place(name), message, say("leave it out of the package"))


@rule("SK-WEB-015", "contents-not-read", Severity.INFO, "scormkit's own: limits for safe reading")
def contents_not_read(package: Package) -> Iterator[Finding]:
    """Pages, styles and scripts are small and few enough to be looked into.

    Of a package at most 5000 of them are read, and at most 64 MiB in all; none larger than 4 MiB. The others are
    checked as files, but nothing is said of what stands in them.

    Nothing has to be done, though a page or a script that large is slow to load.

    Bad: a page of 30 MB with all its pictures inside

    Good: a page of 50 KB, and pictures in files of their own
    """
    unread = package.contents.unread
    if unread:
        largest = gathering.LARGEST // (1024 * 1024)
        message = say("this file was not looked into")
        if len(unread) > 1:
            message = say("this file and {count:,} more were not looked into", count=len(unread) - 1)
        hint = say(
            "keep pages, styles and scripts under {largest} MiB each, or check them by other means", largest=largest
        )
        yield Finding(Place(unread[0]), message, hint)
