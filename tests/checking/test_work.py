"""How the work of a check grows with a manifest: by as much as the manifest does, and no more.

What is counted is how often Python calls a function, which is the same on every machine and at every time.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from scormkit.checking import check, lms_profiles
from tests.packages.cases import base

pytestmark = pytest.mark.slow

SMALL, TIMES = 150, 4
"""More than a report shows of one rule, so that in both sizes all that are shown are made."""
MARGIN = 1.15

_SEQUENCING = "<imsss:sequencing>{}</imsss:sequencing>"
_ITEM = '<item identifier="i{n}" identifierref="res-1"><title>T</title>{more}</item>'
_RESOURCE = '<resource identifier="r{n}" type="webcontent" adlcp:scormType="asset">{more}</resource>'
_UNIT = """<au id="https://example.org/u{n}"><title><langstring lang="en">T</langstring></title>
<description><langstring lang="en">T</langstring></description><url>index.html?n={n}</url></au>"""
_CONTRIBUTE = """<lom:contribute><lom:role><lom:source>LOMv1.0</lom:source><lom:value>author</lom:value></lom:role>
<lom:entity>BEGIN:VCARD</lom:entity></lom:contribute>"""
_MAP = '<imsss:mapInfo targetObjectiveID="g{n}" writeSatisfiedStatus="true"/>'
_OBJECTIVES = "<imsss:objectives><imsss:primaryObjective objectiveID='p'>{}</imsss:primaryObjective></imsss:objectives>"


def each(text: str, count: int, more: str = "") -> str:
    return "".join(text.format(n=n, more=more.format(n=n)) for n in range(count))


# Where in its base each of them is put, and what; the argument is how many.
GROWING: dict[str, tuple[str, str, Callable[[int], str]]] = {
    "items": ("scorm2004", '<item identifier="item-1"', lambda n: each(_ITEM, n)),
    "items with one identifier": ("scorm2004", '<item identifier="item-1"', lambda n: each(_ITEM, 1) * n),
    "resources": ("scorm2004", '<resource identifier="res-2"', lambda n: each(_RESOURCE, n)),
    "hrefs": ("scorm2004", '<file href="reader.html"', lambda n: each('<file href="f{n}.js"/>', n)),
    "dependencies in a chain": (
        "scorm2004",
        '<resource identifier="res-2"',
        lambda n: "".join(
            _RESOURCE.format(n=k, more=f'<file href="course.js"/><dependency identifierref="r{k + 1}"/>')
            for k in range(n)
        ),
    ),
    "sequencing": (
        "scorm2004",
        '<item identifier="item-1"',
        lambda n: each(_ITEM, n, _SEQUENCING.format(_OBJECTIVES.format(""))),
    ),
    "references to one sequencing": (
        "scorm2004",
        '<item identifier="item-1"',
        lambda n: each(_ITEM, n, '<imsss:sequencing IDRef="s"/>'),
    ),
    "maps": (
        "scorm2004",
        '<item identifier="item-1"',
        lambda n: _ITEM.format(n=0, more=_SEQUENCING.format(_OBJECTIVES.format(each(_MAP, n)))),
    ),
    "contributes": (
        "scorm2004",
        "</lom:lom>",
        lambda n: f"<lom:lifeCycle>{_CONTRIBUTE * n}</lom:lifeCycle>",
    ),
    "what has no place": ("scorm2004", '<item identifier="item-1"', lambda n: each("<x{n}/>", n)),
    "items of SCORM 1.2": ("scorm12", "<item ", lambda n: each(_ITEM, n)),
    "units": ("cmi5", '<au id="https://example.org/second"', lambda n: each(_UNIT, n)),
}


def work(path: Path) -> int:
    """How many calls of Python functions a check of this package takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        check(path, lms=lms_profiles())
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", GROWING)
def test_a_check_does_no_more_than_so_many_times_the_work(name: str, tmp_path: Path) -> None:
    room, before, made = GROWING[name]
    files = base(f"{room}/base")
    structure = "cmi5.xml" if room == "cmi5" else "imsmanifest.xml"
    text = files[structure].decode()
    assert text.count(before) >= 1

    def package(count: int) -> Path:
        path = tmp_path / f"{count}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for member, content in (
                files | {structure: text.replace(before, made(count) + before, 1).encode()}
            ).items():
                archive.writestr(member, content)
        return path

    check(package(1), lms=lms_profiles())  # what is read once for all
    least = work(package(1))
    small, large = (work(package(count)) - least for count in (SMALL, SMALL * TIMES))
    assert small > SMALL  # it is read at all
    assert large <= small * TIMES * MARGIN
