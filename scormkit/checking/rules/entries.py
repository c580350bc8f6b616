"""The entries of the zip: can each be unpacked, and is it what it says it is."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.archive.reader import DefectKind
from scormkit.checking.package import Package
from scormkit.checking.rule import Finding, about, rule
from scormkit.diagnostics import Severity
from scormkit.said import say

_PLAIN_ZIP = "SCORM CAM, Content Packaging: PKZip 2.04g features only"


@rule("SK-PKG-010", "encrypted-entry", Severity.ERROR, _PLAIN_ZIP)
def encrypted_entry(package: Package) -> Iterator[Finding]:
    """Nothing in the zip is encrypted.

    An LMS has nowhere to type a password, so it cannot unpack the file.

    Zip the course again without a password.

    Bad: `zip -e course.zip index.html`

    Good: `zip course.zip index.html`
    """
    for defect in package.of_kind(DefectKind.ENCRYPTED):
        yield about(defect, say("zip the course again without a password"))


@rule("SK-PKG-011", "compression-method", Severity.ERROR, _PLAIN_ZIP)
def compression_method(package: Package) -> Iterator[Finding]:
    """Everything in the zip is stored or deflated.

    These are the two methods that every unzip program knows. Newer ones pack tighter, and most LMSs cannot read them.

    Choose "Deflate" (sometimes "normal") in the zip tool.

    Bad: LZMA, Deflate64, bzip2, Zstandard

    Good: Deflate
    """
    for defect in package.of_kind(DefectKind.METHOD):
        yield about(defect, say("zip the course again with the method Deflate"))


@rule("SK-PKG-012", "damaged-entry", Severity.ERROR, _PLAIN_ZIP)
def damaged_entry(package: Package) -> Iterator[Finding]:
    """Every file unpacks to what was packed.

    The zip states the size and the checksum of each file. Here the data do not unpack, or to something else: the zip
    was damaged on its way or made by a faulty program.

    Make or fetch the zip again.

    Bad: a zip that was sent as text and so lost some bytes

    Good: a zip for which `unzip -t course.zip` finds no errors
    """
    for defect in package.of_kind(DefectKind.DAMAGED):
        yield about(defect, say("make or fetch the zip again"))


@rule("SK-PKG-013", "inconsistent-zip", Severity.ERROR, "ZIP APPNOTE 4.3: local headers and central directory agree")
def inconsistent_zip(package: Package) -> Iterator[Finding]:
    """The zip tells one story.

    A zip describes each file twice: in front of its data and in the table of contents at the end. Where the two
    disagree, where two files claim the same bytes, or where the zip seems to end in two places, programs that read the
    one unpack something else than programs that read the other. That is how faulty tools and attackers write.

    Make the zip again with an ordinary tool.

    Bad: `index.html` in the table of contents, `other.html` in front of the data

    Good: a zip as any current tool writes it
    """
    for defect in package.of_kind(DefectKind.AMBIGUOUS, DefectKind.HEADER_MISMATCH, DefectKind.OVERLAP):
        yield about(defect, say("make the zip again with an ordinary tool"))


@rule("SK-PKG-015", "suspicious-size", Severity.ERROR, "scormkit's own: limits for safe reading")
def suspicious_size(package: Package) -> Iterator[Finding]:
    """No file is suspiciously large.

    A file over 8 GiB, a file that unpacks to more than two hundred times its packed size, or a manifest over 16 MiB
    is how a zip bomb looks. scormkit does not read it, and an LMS may refuse the whole package.

    Leave the file out, or host it elsewhere.

    Bad: a 9 GB video

    Good: the same video on a media server
    """
    for defect in package.of_kind(DefectKind.MEMBER_TOO_LARGE, DefectKind.RATIO):
        yield about(defect, say("leave it out, make it smaller, or host it elsewhere"))


@rule("SK-PKG-016", "not-a-plain-file", Severity.ERROR, "scormkit's own: links lead out of the package")
def not_a_plain_file(package: Package) -> Iterator[Finding]:
    """A package holds plain files only.

    A symbolic link points at a file on the disk of whoever unpacks it, which is no part of the course and may be
    none of its business. LMSs skip links or refuse the package.

    Put a copy of the file there instead.

    Bad: `logo.png -> /home/me/logo.png`

    Good: `logo.png`
    """
    for defect in package.of_kind(DefectKind.NOT_A_FILE):
        yield about(defect, say("put the file itself in its place"))


@rule("SK-PKG-030", "hidden-entry", Severity.WARNING, "ZIP APPNOTE 4.3.1: the central directory lists the files")
def hidden_entry(package: Package) -> Iterator[Finding]:
    """Everything in the zip is in its table of contents.

    Most programs unpack what the table of contents lists; some read the zip from its beginning and unpack whatever
    comes. The second kind finds a file here that the first kind does not know of: what was deleted or replaced without
    making the zip anew, or another zip in front of this one.

    Zip the course again into a new file.

    Bad: `cat old.zip new.zip > course.zip`

    Good: `cd course && zip -r ../course.zip .`
    """
    for defect in package.of_kind(DefectKind.HIDDEN):
        yield about(defect, say("make the zip anew, so that nothing of an older one is left in it"))
