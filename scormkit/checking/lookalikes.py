"""Zips that are something else than a package: documents, books and other things that are kept in a zip."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from scormkit.said import Said, say


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Another kind of zip: the member that tells it, what it is called, and what to do with one."""

    sign: str
    name: Said
    hint: Said


_AS_FILE = say("upload it to the LMS as a file, or publish it as a package with an authoring tool")
_KINDS = (
    Lookalike("h5p.json", say("an H5P activity"), say("upload it to the LMS as H5P, or export it as SCORM")),
    Lookalike("moodle_backup.xml", say("a Moodle backup"), say("restore it in Moodle; it is no package for an LMS")),
    Lookalike("word/document.xml", say("a Word document"), _AS_FILE),
    Lookalike("ppt/presentation.xml", say("a PowerPoint presentation"), _AS_FILE),
    Lookalike("xl/workbook.xml", say("an Excel workbook"), _AS_FILE),
    Lookalike("META-INF/container.xml", say("an EPUB"), _AS_FILE),
    Lookalike("META-INF/manifest.xml", say("an OpenDocument file"), _AS_FILE),
)


def lookalike(names: Collection[str]) -> Lookalike | None:
    """What a zip with these members is, if it is one of these and no package."""
    return next((kind for kind in _KINDS if kind.sign in names), None)
