"""A course that strains kinds: texts full of markup, ids that mean something elsewhere, and kinds inside kinds."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from scormkit import build
from tests.browser.conftest import ROOT

Plain = dict[str, object]

TEXT = "<b>&\"'😀</b> {{ x }} &amp; Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerker"
EVERY_ID = "abcdefghijklmnopqrstuvwxyz0123456789"


def options(ids: str = "ql") -> list[Plain]:
    """Options with these ids, of which the first is right."""
    return [{"id": each, "text": f"{each} {TEXT}", "correct": n == 0} for n, each in enumerate(ids)]


def pieces(ids: str = "ql") -> list[Plain]:
    """Parts with these ids and a text."""
    return [{"id": each, "text": f"{each} {TEXT}"} for each in ids]


def choice(name: str, **more: object) -> Plain:
    return {"kind": "choice", "id": name, "question": "Which?", "options": options()} | more


def scenario(name: str) -> Plain:
    role = {"id": "constructor", "name": TEXT}
    scenes: list[Plain] = [
        {
            "id": "q",
            "text": "Now.",
            "choices": [{"id": "a", "text": TEXT, "to": "own"}, {"id": "b", "text": "b", "to": "e"}],
        },
        {"id": "own", "title": TEXT, "lines": [{"who": "constructor", "says": "Yes."}], "ends": "The end."},
        {"id": "e", "ends": "Another end."},
    ]
    return {"kind": "scenario", "id": name, "question": "What?", "own_words": True, "roles": [role], "scenes": scenes}


def kinds(prefix: str) -> list[Plain]:
    """Activities of many kinds, with ids that begin so."""
    fields = [{"id": "a", "label": TEXT}, {"id": "b", "type": "choice", "label": "Which?", "options": pieces()}]
    spots = [{"id": each, "label": TEXT, "feedback": "So.", "x": 30, "y": 30 + 30 * n} for n, each in enumerate("ql")]
    spot_options = [each | {"correct": n == 0} for n, each in enumerate(spots)]
    hotspot = {"kind": "hotspot", "question": "Where?", "image": "hotspot-room.svg", "alt": TEXT}
    match = [each | {"match": "q"} for each in pieces()]
    order = pieces("qlud")
    likert = {"kind": "likert", "id": f"{prefix}likert", "question": "How?", "points": 11, "labels": ["a", TEXT]}
    sheet = {"kind": "worksheet", "id": f"{prefix}sheet", "question": "Who?", "storage": "lms", "room": 100}
    return [
        choice(f"{prefix}choice", options=options(EVERY_ID)),
        choice(f"{prefix}several", multiple=True),
        {"kind": "matching", "id": f"{prefix}match", "question": "Whose?", "items": match, "targets": pieces()},
        {"kind": "ordering", "id": f"{prefix}order", "question": "When?", "items": order},
        likert | {"statements": pieces()},
        hotspot | {"id": f"{prefix}place", "mode": "question", "spots": spot_options},
        hotspot | {"id": f"{prefix}explore", "mode": "explore", "spots": spots},
        sheet | {"title": TEXT, "fields": fields},
        scenario(f"{prefix}scene"),
        {"kind": "download", "file": "visit-checklist.txt", "title": TEXT},
    ]


def film(name: str, content: list[Plain]) -> Plain:
    pause = {"id": "q", "at": "0:02", "title": TEXT, "content": content}
    captions = [{"file": "visit.en.vtt"}]
    film = {"kind": "video", "id": name, "title": TEXT, "files": ["visit.webm"], "transcript": "All."}
    return film | {"captions": captions, "pauses": [pause], "step_in": {"question": "Where?"}}


def walk(name: str, *contents: list[Plain]) -> Plain:
    steps = [
        {"id": i, "title": f"{name} {i}", "minutes": 5, "content": c} for i, c in zip("qlab", contents, strict=False)
    ]
    return {"kind": "stepper", "id": name, "title": TEXT, "steps": steps}


PAGES: dict[str, list[Plain]] = {
    "constructor": kinds("own_"),
    "films": [film("film", kinds("film_"))],
    "walks": [walk("outer", [walk("inner", [choice("deep")], [])], kinds("walk_"), [])],
    "last": [
        {"kind": "ordering", "id": "own", "question": "What?", "scored": False, "items": pieces()},
        {"kind": "audio", "id": "bell", "title": TEXT, "files": ["bell.ogg", "bell.mp3"], "transcript": "A bell."},
        {"kind": "summary"},
    ],
}


def hard_package(folder: Path) -> Path:
    """The package of that course, made in `folder`."""
    shutil.copytree(ROOT / "examples" / "gallery" / "media", folder / "m")
    course = {"id": "c", "slug": "c", "title": TEXT, "language": "en", "version": "1", "modules": ["m"]}
    pages = [{"id": name, "title": name, "content": content} for name, content in PAGES.items()]
    module = {"id": "m", "slug": "m", "title": TEXT, "completion": {"activities": "all"}, "pages": pages}
    for file, value in (("course.yaml", course), ("m/module.yaml", module)):
        (folder / file).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    result = build(folder, folder / "dist")
    assert result.packages, [str(problem.message) for problem in result.report]
    return result.packages[0].path
