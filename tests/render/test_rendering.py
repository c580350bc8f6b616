"""Course to Site."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from scormkit.activities.registry import kinds
from scormkit.archive.pressed import Pressed
from scormkit.course.model import Language
from scormkit.course.reading import load_course
from scormkit.render.rendering import outline, render, shared_files
from scormkit.render.site import Site, Unit
from scormkit.render.state import worst_case
from scormkit.render.words import frame_words, kind_words

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "courses" / "good"
NODE = Path(sys.executable).with_name("node")


def good_site() -> Site:
    course = load_course(GOOD).course
    assert course is not None
    return render(course)


def document(unit: Unit) -> html.HtmlElement:
    content = unit.files[0].content
    assert isinstance(content, Pressed)
    return html.document_fromstring(bytes(content).decode())


def test_a_module_becomes_one_document_with_its_pages() -> None:
    unit = good_site().units[0]
    assert unit.start == "m1/index.html"
    page = document(unit)
    assert page.get("lang") == "en"
    assert [section.get("data-sk-page") for section in page.xpath("//*[@data-sk-page]")] == ["read", "answer", "think"]
    assert {each.get("data-sk-activity") for each in page.xpath("//*[@data-sk-activity]")} == {
        trackable.id for trackable in unit.trackables
    }


def test_nothing_stands_inline_and_nothing_is_fetched_from_elsewhere() -> None:
    site = good_site()
    for unit in site.units:
        page = document(unit)
        names = {file.path for file in unit.files} | {file.path for file in shared_files(site, [unit], "scorm12")}
        assert not page.xpath("//style | //*[@style]")
        assert all(script.get("src") and not (script.text or "").strip() for script in page.xpath("//script"))
        assert not [name for each in page.iter() for name in each.attrib if name.startswith("on")]
        for each in page.xpath("//*[@src] | //link[@href]"):
            target = each.get("src") or each.get("href")
            assert (Path(unit.start).parent / target).as_posix().replace("m1/../", "").replace("m2/../", "") in names


def test_no_id_of_a_module_takes_the_place_of_what_modules_share() -> None:
    site = good_site()
    unit = replace(site.units[0], id="activities")
    paths = [file.path for file in shared_files(site, [unit, site.units[1]], "cmi5")]
    assert len(paths) == len(set(paths))


def test_every_id_is_there_once() -> None:
    for unit in good_site().units:
        ids = [each.get("id") for each in document(unit).xpath("//*[@id]")]
        assert len(ids) == len(set(ids))


def test_media_have_plain_names_that_follow_their_content() -> None:
    paths = [file.path for file in good_site().units[0].files]
    assert paths[:2] == ["m1/whole.html", "m1/index.html"]
    assert [path.rpartition("-")[0] for path in paths[2:]] == ["m1/media/een-stip-rond", "m1/media/line"]
    assert all(path.isascii() for path in paths)


def test_only_what_can_be_answered_is_trackable() -> None:
    first, second = good_site().units
    assert [(t.id, t.weight) for t in first.trackables] == [
        ("single", 3),
        ("multiple", 1),
        ("explore", 0),
        ("thought", 0),
    ]
    assert second.trackables == ()


def test_the_worst_case_is_the_players_own() -> None:
    for unit in good_site().units:
        pages = ["read", "answer", "think"] if unit.id == "m1" else ["one", "two"]
        sizes = [{"id": each.id, "size": each.tracking.state_size} for each in unit.trackables]
        call = f"worstCase({json.dumps(pages)}, {json.dumps(sizes)})"
        script = f"import {{ worstCase }} from './tests/player/room.js'; console.log({call})"
        done = subprocess.run(
            [NODE, "--input-type=module", "-e", script], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert int(done.stdout) == unit.state_size == worst_case(pages, unit.trackables)


def test_every_language_has_all_words() -> None:
    languages = Language.__args__
    for words in (frame_words, *(lambda language, kind=kind: kind_words(kind, language) for kind in kinds())):
        first, *others = ({*words(language)} for language in languages)
        assert all(other == first for other in others)
        assert all(text.strip() for language in languages for text in words(language).values())


def test_a_trackable_is_what_the_model_says() -> None:
    trackable = good_site().units[0].trackables[1]
    assert trackable.id == "multiple"
    assert trackable.tracking.correct == ("x", "9")
    assert trackable.tracking.state_size == 3


@pytest.mark.parametrize(
    "course", [ROOT / "course", pytest.param(ROOT / "examples" / "gallery", marks=pytest.mark.slow), GOOD]
)
def test_an_outline_is_the_site_without_its_files(course: Path) -> None:
    loaded = load_course(course).course
    assert loaded is not None
    site = render(loaded)
    bare = tuple(replace(unit, files=()) for unit in site.units)
    parts = tuple(replace(part, units=tuple(replace(unit, files=()) for unit in part.units)) for part in site.parts)
    assert outline(loaded) == replace(site, units=bare, parts=parts, problems=())
