"""The package as a whole: can it be opened, and is there a manifest where an LMS looks for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import basename
from types import MappingProxyType

from scormkit.archive.ending import IS_ARCHIVE, IS_DOCUMENT, IS_PAGE, IS_XML
from scormkit.archive.reader import DefectKind
from scormkit.checking import vocabulary as v
from scormkit.checking.href import href_of
from scormkit.checking.litter import left_by
from scormkit.checking.lookalikes import lookalike
from scormkit.checking.package import Package
from scormkit.checking.rule import SCORM, Finding, about, rule
from scormkit.checking.source import Place
from scormkit.checking.vocabulary import Edition
from scormkit.diagnostics import Severity
from scormkit.said import Said, say

_ENTRANCES = {v.MANIFEST, v.CMI5_STRUCTURE, v.TINCAN_STRUCTURE, v.WEB_SITE}
_IN_PLACE_OF_A_ZIP: Mapping[Said, Said] = MappingProxyType(
    {
        IS_XML: say("give the folder that this file is in, or a zip of it"),
        IS_PAGE: say("open it in a browser: a server may have sent an error or a log-in page in place of the package"),
        **dict.fromkeys(IS_ARCHIVE, say("unpack it, and make a zip of its files")),
        **dict.fromkeys(IS_DOCUMENT, say("give the zip that an authoring tool exports for an LMS")),
    }
)
"""What to do with a file that is something else, by what is said of it."""


@rule(
    "SK-PKG-001",
    "not-a-zip",
    Severity.FATAL,
    "SCORM CAM, Content Packaging: a package interchange file is a PKZip 2.04g zip; cmi5 14.0, 14.1",
)
def not_a_zip(package: Package) -> Iterator[Finding]:
    """A package is a zip that opens.

    The file is empty, is something else under the name of a zip, is one volume of several, or breaks off because a
    download or an upload stopped half-way. No LMS can read it.

    Make the zip again, with the ordinary zip function of the system or of the authoring tool, and compare its size
    after uploading.

    Bad: `course.rar` renamed to `course.zip`

    Good: `cd course && zip -r ../course.zip .`
    """
    for defect in package.of_kind(DefectKind.NOT_A_ZIP, DefectKind.TRUNCATED, DefectKind.MULTI_DISK):
        otherwise = say("make the zip again and check that all of it arrives")
        yield about(defect, _IN_PLACE_OF_A_ZIP.get(defect.detail, otherwise))


@rule(
    "SK-PKG-002",
    "manifest-at-root",
    Severity.ERROR,
    "SCORM CAM, Content Packaging: imsmanifest.xml at the root of the package",
)
def manifest_at_root(package: Package) -> Iterator[Finding]:
    """The manifest is called `imsmanifest.xml` and lies at the root.

    An LMS looks for exactly this name, in small letters, at the top level of the zip, and refuses the package when it
    is not there. (A cmi5 package has `cmi5.xml` there instead, a Tin Can package `tincan.xml`.) A Word document, an
    EPUB and an H5P activity are zips too, but no packages.

    Add the manifest, or correct its name.

    Bad: `IMSManifest.xml`

    Good: `imsmanifest.xml`
    """
    if not package.readable or package.structure or _ENTRANCES & package.names or _in_folder(package):
        return
    other = next((name for name in package.order if name.lower() == v.MANIFEST), None)
    if other:
        hint = say("rename it to {name}, all in small letters", name=v.MANIFEST)
        yield Finding(Place(other), say("the manifest is called {other}", other=other), hint)
    elif kind := lookalike(package.names):
        yield Finding(
            Place(), say("this is {what}, and no package: it has no {name}", what=kind.name, name=v.MANIFEST), kind.hint
        )
    else:
        message = say("there is no {name} in this package", name=v.MANIFEST)
        hint = say("export the course as a SCORM package again")
        if inner := next((name for name in package.order if _is_inner_zip(name)), None):
            hint = say("unpack it: the package may be {name}, which lies in it", name=inner)
        yield Finding(Place(), message, hint)


@rule(
    "SK-PKG-003",
    "manifest-in-folder",
    Severity.ERROR,
    "SCORM CAM, Content Packaging: imsmanifest.xml at the root of the package",
)
def manifest_in_folder(package: Package) -> Iterator[Finding]:
    """The manifest does not lie in a folder of the zip.

    An LMS looks at the top level only, and finds nothing. This happens when the folder of a course is zipped instead of
    what is in it.

    Open the folder, select everything in it and zip that.

    Bad: `my-course/imsmanifest.xml`

    Good: `imsmanifest.xml`
    """
    if package.readable and not _ENTRANCES & package.names and (found := _in_folder(package)):
        folder, _, name = found.rpartition("/")
        message = say("{name} lies in the folder {folder}, not at the root of the package", name=name, folder=folder)
        yield Finding(Place(found), message, say("zip what is in {folder}, not the folder itself", folder=folder))


@rule(
    "SK-PKG-008",
    "unlisted-file",
    Severity.WARNING,
    "IMS CP 1.1.2, resources: each file is listed; ADL test suite for SCORM 2004: what is not is reported",
    SCORM,
)
def unlisted_file(package: Package) -> Iterator[Finding]:
    """Every file in the package is listed in the manifest.

    A file that no resource lists is dropped by an LMS that copies only what the manifest names, and then it is
    missing when the course plays; or nobody needs it and it only makes the package larger. Schemas (`.xsd`, `.dtd`)
    and the files that describe the package need no entry.

    List the file in the resource that uses it, or leave it out of the package.

    Bad: `logo.png` in the zip, and nothing about it in the manifest

    Good: `<file href="logo.png"/>`
    """
    paths = (href.path for href in package.manifest.hrefs)
    skipped = {path if path in package.names else package.in_other_case(path) for path in paths}
    skipped |= {*v.STRUCTURES, *(defect.member for defect in package.of_kind(DefectKind.UNSAFE_NAME))}
    for name in package.order:
        if name not in skipped and not name.lower().endswith((".xsd", ".dtd")) and not _junk(name):
            hint = say(
                'add <file href="{name}"/> to the resource that uses it, or leave it out of the package',
                name=href_of(name),
            )
            yield Finding(Place(name), say("no resource of the manifest lists this file"), hint)


@rule("SK-PKG-009", "junk-entry", Severity.INFO, "scormkit's own: what systems leave behind in a zip")
def junk_entry(package: Package) -> Iterator[Finding]:
    """Nothing in the package was left behind by a system or a tool.

    `__MACOSX/`, `.DS_Store`, `Thumbs.db` and the like are of no use to learners, and a zip inside the zip is refused by
    some LMSs, which look through an upload for hidden archives.

    Leave them out.

    Bad: `__MACOSX/._index.html`, `Thumbs.db`, `old-version.zip`

    Good: only the files of the course
    """
    for name in package.order:
        if reason := _junk(name):
            yield Finding(Place(name), reason, say("leave it out of the package"))


@rule("SK-PKG-014", "too-big-to-judge", Severity.FATAL, "scormkit's own: limits for safe reading")
def too_big_to_judge(package: Package) -> Iterator[Finding]:
    """The package keeps within the limits for safe reading.

    A zip can promise millions of files or thousands of gigabytes to make its reader run out of memory. Beyond
    20 000 files or 8 GiB in all nothing is read.

    Split the course into several packages, or host large media elsewhere.

    Bad: a package with 30 000 picture tiles

    Good: a package per module
    """
    for defect in package.of_kind(DefectKind.TOO_MANY, DefectKind.TOO_LARGE):
        yield about(defect, say("split the course into several packages"))


@rule("SK-PKG-017", "edition-not-judged", Severity.INFO, "scormkit's own")
def edition_not_judged(package: Package) -> Iterator[Finding]:
    """The package is SCORM, cmi5, Tin Can or a web site.

    IMS Common Cartridge and the content package of IMS are relatives of SCORM with other rules; authoring tools offer
    them beside SCORM under similar names. An LMS shows such a package, and cannot track it. Its zip and its XML were
    checked, its meaning was not.

    Check it with the test system of its own standard as well, or export the course as SCORM or cmi5.

    Bad: taking this report for proof that a Common Cartridge is right

    Good: checking it with the test system of 1EdTech
    """
    if package.edition is Edition.IMS_CONTENT:
        hint = say("import it as IMS content; export the course as SCORM or cmi5 for an LMS that is to track it")
        yield Finding(Place(), say("this is an IMS content package, not SCORM; its zip and its XML were checked"), hint)
    if package.edition is Edition.COMMON_CARTRIDGE:
        hint = say("check it with the test system of its own standard")
        yield Finding(Place(), say("this is an IMS Common Cartridge; only its zip and its XML were checked"), hint)


def _in_folder(package: Package) -> str | None:
    """The manifest nearest to the root that is not at the root, in whatever letter case."""
    nested = (name for name in package.order if "/" in name and not _junk(name))
    found = (name for name in nested if basename(name).lower() == v.MANIFEST)
    return min(found, key=lambda name: name.count("/"), default=None)


def _junk(name: str) -> Said | None:
    """Why the file is of no use in a package, or None."""
    if system := left_by(name):
        return say("this is a leftover of {system}", system=system)
    return say("this is a zip inside the package") if _is_inner_zip(name) else None


def _is_inner_zip(name: str) -> bool:
    return name.lower().endswith(".zip") and left_by(name) is None
