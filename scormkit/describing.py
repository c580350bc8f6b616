"""What a course says to an LRS, written down without building its packages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scormkit.concerns import BASE_IRI_MISSING
from scormkit.course.reading import LoadedCourse, load_languages
from scormkit.diagnostics import Diagnostic, Report
from scormkit.placing import place
from scormkit.render.rendering import outline
from scormkit.render.site import Site
from scormkit.xapi.profile.document import profile_text
from scormkit.xapi.templates import template_files

_STAGED = ".scormkit-staged"


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

    def write_templates(self, folder: str | os.PathLike[str]) -> int:
        """Write the statement templates into a folder, which is made where it is not there; gives how many they are.

        A file that holds what it should is left alone. Raises OSError, and ValueError where there are no sites.
        """
        self._judge()
        out = Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        count = 0
        for each in template_files(self.sites):
            place(out / _STAGED, out / each.path, each.content, durable=False)
            count += 1
        return count

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
