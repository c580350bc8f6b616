"""The coverage sheet: what a course has to cover, and where it does.

It is for the authors of a course, and lies beside its source, not beside its packages.
"""

from __future__ import annotations

from scormkit.course.coverage import coverage
from scormkit.course.model import Course
from scormkit.guides.pages import page


def coverage_sheet(course: Course, command: str) -> str:
    """The sheet of a course as Markdown, in the language of the course; `command` is what makes it, run in its folder.

    Each topic is listed with the places that cover it, in the order of the course, and so is what is not covered. It is
    made from the source alone: the same course and command give the same text.
    """
    covered = coverage(course)
    view = {
        "title": course.about.title,
        "command": command,
        "covered": covered,
        "lacking": [each for each in covered if each.lacking],
        "parts": [
            ("everywhere", [each for each in covered if each.topic.every_module]),
            ("somewhere", [each for each in covered if not each.topic.every_module]),
        ],
    }
    return page("coverage", course.about.language, view)
