"""What a course says to an LRS, written down without building its packages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from scormkit.concerns import BASE_IRI_MISSING
from scormkit.course.reading import LoadedCourse, load_languages
from scormkit.diagnostics import Diagnostic, Report
from scormkit.placing import put, remove
from scormkit.render.rendering import outline
from scormkit.render.site import Site
from scormkit.xapi.profile.document import profile_text
from scormkit.xapi.templates import outdated_templates, template_files


class WrittenTemplates(NamedTuple):
    """What came of writing templates: how many there are, and the paths of those taken away, which are no more."""

    number: int
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """A course in its own language and in all that it is translated into, as far as xAPI is concerned.

    Where `report` holds an error, there are no `sites`, and nothing can be written down.
    """

    sites: tuple[Site, ...]
    report: Report

    def profile(self) -> Iterator[str]:
        """The xAPI profile of the course as JSON, piece by piece. Raises ValueError where there are no sites."""
        self._judge()
        return profile_text(self.sites)

    def write_templates(self, folder: str | os.PathLike[str]) -> WrittenTemplates:
        """Write the statement templates into a folder, which is made where it is not there.

        A file that holds what it should is left alone. Templates that the course made before and makes no more are
        taken away, with folders that held nothing else; other files stay. Raises OSError, and ValueError where there
        are no sites.
        """
        self._judge()
        out = Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        number = 0
        for each in template_files(self.sites):
            put(out / each.path, each.content)
            number += 1
        removed = tuple(outdated_templates(out, self.sites[0]))
        remove(out, removed)
        return WrittenTemplates(number, removed)

    def _judge(self) -> None:
        if not self.sites:
            raise ValueError("the course has errors")


def describe(course: str | os.PathLike[str] = ".") -> Described:
    """Read a course, all its languages with it, for what it says to an LRS; its pictures are left alone.

    A course without a `base_iri` has an error here: all ids of xAPI are absolute IRIs. Raises OSError where a
    translation file is there and cannot be read.
    """
    loaded = load_languages(course)
    report = Report.of(each for one in loaded for each in (*one.report, *_without_iri(one)))
    if report.has_errors:
        return Described((), report)
    return Described(tuple(outline(one.course) for one in loaded if one.course is not None), report)


def _without_iri(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    # It is said once, of the course as it is written.
    if loaded.course is not None and loaded.translation is None and loaded.course.about.base_iri is None:
        message = "the course has no `base_iri`, and xAPI cannot do without"
        hint = "add `base_iri: https://…/` with an address that is yours"
        yield loaded.lacks(BASE_IRI_MISSING, message, hint)
