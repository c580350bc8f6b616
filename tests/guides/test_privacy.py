"""The privacy sheet: that it names every activity, and all that the player writes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from scormkit.activities.contract import InteractionType
from scormkit.course.reading import load_course
from scormkit.guides import guides
from scormkit.guides.pages import guide_words
from scormkit.guides.privacy.written import WRITTEN
from scormkit.render.rendering import render
from scormkit.targets.registry import TARGETS
from scormkit.xapi.profile.events import table
from tests.guides.courses import JUDGED, PLAIN, READING, SITE, site_of, trackable, unit, write

ROOT = Path(__file__).parents[2]
PLAYER = ROOT / "scormkit" / "player"
PAGE = "What is written or chosen stays on the page, and is gone when it is closed"
DEVICE = "What is written or chosen stays in this browser (localStorage)"
DONE = "How far it is, and that it is done"


def sheet(site: Any = SITE, *targets: str) -> str:
    return write(site, *targets)["privacy.en.md"]


def section(text: str, heading: str) -> str:
    return text.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]


def fates(text: str) -> dict[str, tuple[str, str]]:
    """What the sheet says of each activity, by its id: what the LMS gets, and what stays outside it."""
    lines = re.findall(r"^\| Title of (\w+) .*? \| (.*) \| (.*) \|$", text.replace("\\_", "_"), re.MULTILINE)
    return {name: (goes, stays) for name, goes, stays in lines}


def test_each_activity_is_named_with_what_becomes_of_it() -> None:
    assert fates(sheet()) == {
        "question": ("The ids of the options chosen", "–"),
        "typed": ("**What is typed or picked in each blank**", "–"),
        "kept_by_lms": (
            "**What was written or chosen in it**, and that it is done; in the saved state only, never among the"
            " answers",
            "–",
        ),
        "kept_on_device": (DONE, DEVICE),
        "kept_nowhere": (DONE, PAGE),
        "play": ("The way taken: ids of scenes and choices", PAGE),
        "film": (DONE, "–"),
    }


@pytest.mark.parametrize("interaction", get_args(InteractionType))
def test_every_kind_of_answer_has_words(interaction: str) -> None:
    site = site_of(unit("m", trackable("it", interaction=interaction)))
    assert fates(sheet(site))["it"] == (guide_words("privacy", "en")[f"sends_{interaction}"], "–")


def test_what_learners_write_is_listed_by_where_it_is_kept() -> None:
    text = section(sheet(), "## What learners write or say of themselves")
    found = re.split(r"^.*`storage: (\w+)`.*$", text, flags=re.MULTILINE)
    listed = {found[n]: re.findall(r"^- Module plain: .*?\(`(\w+)`\)$", found[n + 1], re.MULTILINE) for n in (1, 3, 5)}
    assert listed == {"lms": ["kept_by_lms"], "device": ["kept_on_device"], "none": ["kept_nowhere", "play"]}
    assert "about other people too" in text


def test_a_course_that_keeps_no_texts_says_so() -> None:
    text = sheet(site_of(JUDGED, READING), "scorm12")
    assert "No text that a learner writes freely" in text
    assert section(text, "## What learners write or say of themselves").count("– no activity") == 3
    assert "Nothing is asked in this module" in text
    assert "neither read nor written" in text
    assert "student_id" not in text
    assert "localStorage" not in text


def test_the_number_of_a_learner_is_read_for_notes_alone() -> None:
    text = sheet(site_of(PLAIN), "scorm12")
    assert "Their number at the LMS is read where notes are kept in the browser" in text
    assert "`cmi.core.student_id`" in text


def test_what_no_module_has_is_not_said_to_be_written() -> None:
    text = sheet(site_of(READING), "scorm12", "scorm2004-4")
    for absent in ("cmi.core.score", "cmi.score", "cmi.success_status", "cmi.interactions.n"):
        assert absent not in text
    assert "`cmi.core.lesson_status`" in text


def test_only_what_was_built_is_told() -> None:
    text = sheet(SITE, "scorm12")
    assert re.findall(r"^## What is written: (.*)$", text, re.MULTILINE) == ["SCORM 1.2"]
    assert "record store" not in text
    assert "Statements" not in text
    all_of_them = re.findall(r"^## What is written: (.*)$", sheet(), re.MULTILINE)
    assert all_of_them == [
        "SCORM 1.2",
        "SCORM 2004 3rd edition, SCORM 2004 4th edition",
        "cmi5",
        "Tin Can (xAPI)",
        "Web site",
    ]


def test_a_record_store_is_told_of_as_the_one_exception() -> None:
    text = sheet(SITE, "cmi5")
    assert "the one exception is the learning record store" in text
    assert "keeps the browser from any request outside the package" not in text
    assert "sessionStorage" in text
    assert "sessionStorage" not in sheet(SITE, "tincan")


def test_a_web_site_alone_reports_nothing() -> None:
    text = sheet(SITE, "web")
    assert "reports nothing to anyone" in text
    assert "does not know learners apart" in text
    assert "What the LMS gets" not in text
    assert "`storage: lms`" not in text


def test_questions_are_those_that_the_course_raises() -> None:
    few = section(sheet(site_of(READING), "scorm12"), "## Questions for the data protection officer")
    many = section(sheet(), "## Questions for the data protection officer")
    assert (few.count("\n1. "), many.count("\n1. ")) == (4, 9)


def script(*names: str) -> str:
    return "\n".join((PLAYER / name).read_text(encoding="utf-8") for name in names)


@pytest.mark.parametrize(
    ("target", "connector"), [("scorm12", "scorm12"), ("scorm2004-3", "scorm2004"), ("scorm2004-4", "scorm2004")]
)
def test_all_that_a_scorm_connector_touches_is_on_the_sheet(target: str, connector: str) -> None:
    source = script(
        f"connectors/{connector}.js",
        f"connectors/{connector}_answers.js",
        "connectors/counting.js",
        "connectors/api.js",
    )
    written = {
        name.replace("${at}", "cmi.interactions.n") for name in re.findall(r'api\.set\([`"]([^`"]+)[`"]', source)
    }
    read = set(re.findall(r'(?:get|number)\("([a-z_.]+)"', source))
    told = WRITTEN[target]
    assert written == {name for element in told.elements for name in element.names}
    assert read - written == {*told.reads, *told.reads_for_notes}


@pytest.mark.parametrize("target", ["cmi5", "tincan"])
def test_all_that_a_statement_holds_is_on_the_sheet(target: str) -> None:
    told = {name for element in WRITTEN[target].elements for name in element.names}
    (made,) = re.findall(r"return \{ (id, actor, .*) \};", script("statements.js"))
    flat = re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", made))
    parts = {re.split(r"[: ]", part.strip())[0].removeprefix("...") for part in flat.split(",")}
    assert parts == {"id", "actor", "verb", "object", "told", "context", "timestamp"}
    rows = [row for of in ("module", "activity") for row in table(of).values()]
    results = {f"result.{name}" for row in rows for name in (*row.said, *row.apart)}
    assert told == results | (parts - {"told"}) | {"scormkit (State)"}


@pytest.mark.parametrize("language", ["en", "nl", "de", "fr"])
def test_all_verbs_are_on_the_sheet(language: str) -> None:
    told = re.findall(r"`(\w+)`", guide_words("privacy", language)["x_verb_holds"])
    assert sorted(told) == sorted({*table("module"), *table("activity")})


def test_what_is_done_without_an_answer_is_told_of_where_there_is_any() -> None:
    line = "| `result.completion`, `result.duration` |"
    assert line in sheet(SITE, "cmi5")
    assert line not in sheet(site_of(unit("m", trackable("it", interaction="choice"))), "cmi5")
    assert line not in sheet(SITE, "scorm12")


def test_the_document_of_the_state_holds_what_the_sheet_says() -> None:
    (fields,) = re.findall(r"const \{ (state, .*) \} = found", script("record.js"))
    assert sorted(fields.split(", ")) == ["page", "registration", "score", "state", "status", "told"]
    assert 'stateId: "scormkit"' in script("record.js")


def test_the_player_keeps_nothing_where_the_sheet_does_not_say() -> None:
    scripts = [*PLAYER.rglob("*.js"), *(ROOT / "scormkit" / "activities").rglob("*.js")]
    kept = {
        (word, path.name)
        for path in scripts
        for word in ("localStorage", "sessionStorage", "indexedDB", "document.cookie", "caches.")
        if word in re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    }
    assert kept == {("localStorage", "notes.js"), ("sessionStorage", "cmi5.js")}
    days = re.search(r"const LONGEST = (\d+) \* 24 \* 60 \* 60 \* 1000", script("../activities/parts/sheet/device.js"))
    assert days is not None
    assert all(
        f" {days[1]} " in guide_words("privacy", language)["kept_device"] for language in ("en", "nl", "de", "fr")
    )


@pytest.mark.slow
def test_the_sheet_of_the_gallery_names_every_activity_that_keeps_something() -> None:
    course = load_course(ROOT / "examples" / "gallery").course
    assert course is not None
    site = render(course)
    planned = [(TARGETS["scorm12"], package) for package in TARGETS["scorm12"].package(site)]
    (content,) = [file.content for file in guides(site, planned) if file.path == "privacy.en.md"]
    assert isinstance(content, bytes)
    text = content.decode().replace("\\_", "_")
    for one in site.units:
        for each in one.trackables:
            assert re.search(rf"^\| .*\b{each.id}\b", text, re.MULTILINE), each.id
    stored = [each.id for one in site.units for each in one.trackables if each.tracking.personal == "lms"]
    assert len(stored) == 3
    for name in stored:
        assert re.search(
            rf"^- .*: .*\b{name}\b", section(text, "## What learners write or say of themselves"), re.MULTILINE
        )


def test_titles_do_not_break_the_tables() -> None:
    odd = replace(trackable("odd"), tracking=replace(trackable("odd").tracking, title="One | two\n**three**"))
    assert "| One \\| two \\*\\*three\\*\\* (`odd`) |" in sheet(site_of(unit("m", odd)))
