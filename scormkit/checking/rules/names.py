"""The names of the files in a package."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.archive.reader import DefectKind
from scormkit.checking.package import Package
from scormkit.checking.rule import Finding, about, rule
from scormkit.checking.source import Place
from scormkit.diagnostics import Severity
from scormkit.said import say

_AWKWARD = "'&:*?\"<>|#%~$+"
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"}
)
_LONGEST_PART = 255


@rule(
    "SK-PKG-004",
    "unsafe-entry-name",
    Severity.ERROR,
    "ZIP APPNOTE 4.4.17: names are relative and use forward slashes",
)
def unsafe_entry_name(package: Package) -> Iterator[Finding]:
    r"""Names in the zip stay inside the package.

    A name with `..`, a drive letter or a leading slash could overwrite files of the server, so an LMS refuses the
    package or skips the file. A backslash is a folder separator on Windows alone: elsewhere the file lands under a
    wrong name and the course does not find it.

    Zip the course again with a tool that writes relative names with forward slashes.

    Bad: `..\images\logo.png`

    Good: `images/logo.png`
    """
    for defect in package.of_kind(DefectKind.UNSAFE_NAME):
        yield about(defect, say("zip the course again with relative names and forward slashes"))


@rule("SK-PKG-005", "duplicate-entry", Severity.ERROR, "ZIP practice: one entry for each name")
def duplicate_entry(package: Package) -> Iterator[Finding]:
    """Each file is in the zip once.

    Of two entries with one name, some programs unpack the first and some the last: learners may get another file
    than the one that was tested.

    Nor can a name be that of a file and of a folder at once: no disk takes both.

    Zip the course again into a new file instead of adding to an old one.

    Bad: `index.html` twice

    Good: `index.html` once
    """
    for defect in package.of_kind(DefectKind.DUPLICATE):
        yield about(defect, say("make the zip anew instead of adding to an old one"))


@rule("SK-PKG-006", "names-differ-in-case", Severity.WARNING, "scormkit's own: Windows and macOS disks")
def names_differ_in_case(package: Package) -> Iterator[Finding]:
    """No two names differ in letter case only.

    On a Windows or macOS disk both names mean one file, so one overwrites the other there. The same holds for an
    accented letter that is written as one character in one name and as letter plus accent in the other.

    Rename one of them.

    Bad: `img/Logo.png` beside `img/logo.png`

    Good: `img/logo.png` beside `img/logo-large.png`
    """
    for defect in package.of_kind(DefectKind.CASE_CLASH):
        yield about(defect, say("rename one of the two"))


@rule("SK-PKG-007", "name-encoding", Severity.WARNING, "ZIP APPNOTE 4.4.4, bit 11: names in UTF-8")
def name_encoding(package: Package) -> Iterator[Finding]:
    """Names beyond ASCII are marked as UTF-8.

    A zip says by a flag that a name is UTF-8. Without it, each system guesses: `oefening-één.html` turns into
    something else and links to it break. One LMS does not even recognise such a package.

    Rename the file with plain letters, or zip with a tool that sets the flag.

    Bad: `één.html`, without the flag

    Good: `een.html`
    """
    for defect in package.of_kind(DefectKind.NAME_ENCODING):
        yield about(defect, say("use plain letters (a-z, 0-9, hyphen), or a zip tool that marks names as UTF-8"))


@rule("SK-PKG-018", "awkward-name", Severity.WARNING, "scormkit's own: LMSs rename or refuse such files")
def awkward_name(package: Package) -> Iterator[Finding]:
    """File names keep to characters that every LMS leaves alone.

    Moodle removes the apostrophe, the ampersand and the colon from file names, other LMSs the tilde; Windows forbids
    `: * ? " < > |`; `#`, `%`, `+` and `?` mean something in an address; letters with accents depend on the language of
    the server; a control character cannot even be seen. In each case a link in the course can end in nothing.

    Use letters a-z, digits, hyphen, underscore and dot.

    Bad: `Q&A: week 1.html`

    Good: `qa-week-1.html`
    """
    marked = {defect.member for defect in package.of_kind(DefectKind.NAME_ENCODING, DefectKind.UNSAFE_NAME)}
    for name in package.order:
        found = [
            character for character in dict.fromkeys(name) if character in _AWKWARD or not " " <= character < "\x7f"
        ]
        if found and name not in marked:
            message = say("this name holds {characters}", characters=", ".join(_shown(one) for one in found))
            yield Finding(Place(name), message, say("use letters a-z, digits, hyphen, underscore and dot"))


@rule(
    "SK-PKG-031",
    "windows-name",
    Severity.WARNING,
    "Microsoft, Naming Files, Paths, and Namespaces: reserved names; no dot or space at the end",
)
def windows_name(package: Package) -> Iterator[Finding]:
    """No name is one that Windows keeps for itself.

    `CON`, `PRN`, `AUX`, `NUL`, `COM1` to `COM9` and `LPT1` to `LPT9` are devices on Windows, whatever ending follows
    them: an LMS on such a server cannot write the file, and an author cannot unpack the course. A dot or a space at
    the end of a name is dropped there, so that links to the file end in nothing.

    Rename the file or the folder.

    Bad: `aux.html`, `images./logo.png`

    Good: `auxiliary.html`, `images/logo.png`
    """
    for name in package.order:
        part = next((part for part in dict.fromkeys(name.split("/")) if _is_reserved(part)), None)
        if part is not None:
            message = say("this name holds `{part}`, which no disk of Windows takes", part=part)
            yield Finding(Place(name), message, say("rename it"))


@rule("SK-PKG-032", "long-name", Severity.ERROR, "scormkit's own: Linux, macOS and Windows take 255 at most")
def long_name(package: Package) -> Iterator[Finding]:
    """No name is longer than a disk takes.

    The name of a file or a folder may have 255 bytes on Linux, and 255 characters on Windows and macOS. (A letter with
    an accent takes two bytes, a Chinese character three.) An LMS cannot unpack a longer one, so it refuses the package
    or leaves the file out.

    Shorten the name.

    Bad: a page whose name is its whole first paragraph

    Good: `page-1.html`
    """
    for name in package.order:
        longest = max(len(part.encode()) for part in name.split("/"))
        if longest > _LONGEST_PART:
            message = say(
                "a part of this name is {size:,} bytes long (at most {most:,})", size=longest, most=_LONGEST_PART
            )
            yield Finding(Place(name), message, say("shorten it"))


def _shown(character: str) -> str:
    """A character as a message names it: by its number where nothing could be seen of it."""
    return f"`{character}`" if character.isprintable() else f"U+{ord(character):04X}"


def _is_reserved(part: str) -> bool:
    if part in ("", ".", ".."):
        return False
    return part[-1] in ". " or part.partition(".")[0].rstrip(" ").upper() in _DEVICES
