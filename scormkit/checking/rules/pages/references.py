"""What pages ask for: is it in the package, and does it stay there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from posixpath import basename, dirname

from scormkit.checking.package import Package
from scormkit.checking.pages.addresses import Whither
from scormkit.checking.pages.model import Reference, Use
from scormkit.checking.rule import Finding, rule
from scormkit.diagnostics import Severity
from scormkit.said import Said, say

_FILES = frozenset(
    {"css", "csv", "htm", "html", "js", "json", "mjs", "pdf", "txt", "vtt", "wasm", "xml"}
    | {"avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp", "woff2"}
    | {"m4a", "mp3", "mp4", "ogg", "wav", "webm"}
)
"""What the names of files end in that a script may ask for; other dots stand in names of modules."""


@rule("SK-WEB-001", "file-missing-for-page", Severity.WARNING, "HTML Standard, URLs; CSS Values, url()")
def file_missing_for_page(package: Package) -> Iterator[Finding]:
    """What a page or a style asks for is in the package.

    A picture, script, style, film or page that is not there leaves a gap, or stops the course altogether. Often it is
    only a matter of letters: most servers tell `Logo.png` from `logo.png`, although a disk of Windows or macOS does
    not. An address that begins with a slash, or that climbs out by `..`, asks the LMS itself for the file.

    Add the file, or correct the address: relative, inside the package, in the same letters.

    Bad: `<img src="Images/logo.png" alt="Logo">` beside `images/logo.png`

    Good: `<img src="images/logo.png" alt="Logo">`
    """
    folders = _folders(package.order)
    gone: dict[tuple[str, Whither], list[Reference]] = {}
    shown = [(*page.references, *page.style.references) for page in package.pages.values()]
    shown += [style.references for style in package.styles.values()]
    for reference in chain.from_iterable(shown):
        if _missing(package, folders, reference):
            gone.setdefault((reference.address.path, reference.address.whither), []).append(reference)
    for first, *others in gone.values():
        message, hint = _why(package, first)
        if len(others) == 1:
            message = say("{message} (one other place asks for it too)", message=message)
        elif others:
            message = say("{message} ({count:,} other places ask for it too)", message=message, count=len(others))
        yield Finding(first.place, message, hint)


@rule("SK-WEB-002", "file-missing-for-script", Severity.INFO, "scormkit's own: literal paths in scripts")
def file_missing_for_script(package: Package) -> Iterator[Finding]:
    """What a script asks for by a literal path is in the package.

    `import`, `fetch("…")`, `new Worker("…")` and `.src = "…"` with a whole path in quotes ask for just that file. Where
    no file of the package ends in that path, the request fails when the script comes to it.

    Add the file, or correct the path. If the script never comes to it, or the LMS has the file, all is well.

    Bad: `fetch("questions.json")`, and there is no `questions.json`

    Good: `fetch("data/questions.json")` with that file in the package
    """
    ends = {basename(name) for name in package.order}
    for script in package.contents.code():
        for one in script.references:
            address = one.address
            # The path counts from the page that runs the script, which may lie anywhere: any file of that name will do.
            if (
                address.whither is not Whither.WEB
                and address.extension in _FILES
                and basename(address.path) not in ends
            ):
                message = say(
                    "{syntax} asks for {path}, which is not in the package", syntax=one.syntax, path=address.text
                )
                yield Finding(one.place, message, say("add the file, or correct the path"))


@rule("SK-WEB-003", "request-leaves-package", Severity.INFO, "scormkit's own: packages that stand on their own")
def request_leaves_package(package: Package) -> Iterator[Finding]:
    """Nothing is fetched from other servers while the course plays.

    A font, script, film or frame from elsewhere is missing where learners are offline or behind a school's filter, may
    change or vanish long after the course was tested, and tells its host who is learning. (Links that learners may
    follow are fine, and so is a film that can be had nowhere else.)

    Put the file into the package where its licence allows it.

    Bad: `<link rel="stylesheet" href="https://fonts.example/css?family=Lato">`

    Good: `<link rel="stylesheet" href="fonts/lato.css">`
    """
    for member, reference in _requests(package):
        address = reference.address
        if address.whither is Whither.WEB and not address.insecure:
            message = say("{member} asks {host} for a file", member=member, host=address.host)
            yield Finding(reference.place, message, say("put the file into the package where its licence allows it"))


@rule("SK-RTE-007", "mixed-content", Severity.WARNING, "W3C Mixed Content; practice")
def mixed_content(package: Package) -> Iterator[Finding]:
    """Nothing is asked for by `http:`.

    An LMS runs on https, and there a browser blocks scripts, styles, frames and fonts that come by plain http, and
    fetches pictures and films by https instead, which fails where their server has none.

    Put the file into the package, or ask for it by https.

    Bad: `<script src="http://cdn.example/jquery.js"></script>`

    Good: `<script src="lib/jquery.js"></script>`
    """
    for member, reference in _requests(package):
        if reference.address.insecure:
            message = say("{member} asks {host} for a file by http", member=member, host=reference.address.host)
            hint = say("put the file into the package, or ask for it by https")
            yield Finding(reference.place, message, hint)


def _requests(package: Package) -> Iterator[tuple[str, Reference]]:
    """What is asked for without anyone following a link; of each host and each way once a file."""
    for page in package.pages.values():
        yield from _once(page.member, (*page.references, *page.style.references, *page.script.references))
    for style in package.styles.values():
        yield from _once(style.member, style.references)
    for script in package.scripts.values():
        yield from _once(script.member, script.references)


def _once(member: str, references: tuple[Reference, ...]) -> Iterator[tuple[str, Reference]]:
    seen: set[tuple[str, bool]] = set()
    for one in references:
        key = (one.address.host, one.address.insecure)
        if one.use is not Use.LINK and one.address.whither is Whither.WEB and key not in seen:
            seen.add(key)
            yield member, one


def _missing(package: Package, folders: Collection[str], reference: Reference) -> bool:
    """Whether the file that is asked for is not to be had."""
    address = reference.address
    if address.whither is Whither.WEB or _perhaps_no_file(reference):
        return False
    return address.whither is not Whither.INSIDE or not (address.path in package.names or address.path in folders)


def _why(package: Package, reference: Reference) -> tuple[Said, Said]:
    """Why it is not, and what to do."""
    address = reference.address
    values = {"syntax": reference.syntax, "path": address.text}
    if address.whither is Whither.SERVER:
        message = say("{syntax} asks for {path}, which is at the root of the LMS rather than in the package", **values)
        return message, say("leave the slash out and give the path from the file that asks")
    if address.whither is Whither.OUTSIDE:
        message = say("{syntax} asks for {path}, which lies outside the package", **values)
        return message, say("put the file into the package and correct the path")
    if other := package.in_other_case(address.path):
        message = say("{syntax} asks for {path}, but the file is called {other}", **values, other=other)
        return message, say("write both in the same letters, capitals and all")
    message = say("{syntax} asks for {path}, which is not in the package", **values)
    return message, say("add the file, or correct the path")


def _perhaps_no_file(reference: Reference) -> bool:
    """Whether an address may be one that a script makes sense of: a link to no named file."""
    return not reference.address.extension and reference.use in {Use.LINK, Use.FRAME}


def _folders(names: Iterable[str]) -> frozenset[str]:
    """The root and all folders, which a server answers as it likes."""
    found = {"."}
    for name in names:
        folder = dirname(name)
        while folder and folder not in found:
            found.add(folder)
            folder = dirname(folder)
    return frozenset(found)
