"""Films and recordings, really played: pauses, marked moments, transcripts, and what is there without any playing."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.conftest import gallery_pages
from tests.browser.learners import Learner

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the gallery's films and recordings."""
    return gallery_pages(tmp_path_factory.mktemp("films"), "{activities: [visit, bell]}", "video", "audio")


@pytest.fixture
def viewer(films: Path, visit: Callable[[Path], Learner]) -> Iterator[Learner]:
    """A learner at the films; in the end the LMS may have refused nothing."""
    learner = visit(films)
    yield learner
    assert learner.refused == []


@pytest.fixture
def alone(films: Path, open_alone: Callable[..., Page]) -> Callable[..., Page]:
    """Gives the module's page without an LMS around it, in a browser of a given kind."""
    return functools.partial(open_alone, films)


def film(frame: Frame | Page) -> Locator:
    return frame.locator("[data-sk-activity='visit']")


def turn(frame: Frame, page: str) -> None:
    frame.evaluate("page => { location.hash = `#p-${page}`; }", page)
    expect(frame.locator(f"#p-{page}")).to_be_visible()


def play(place: Locator) -> None:
    """Start or go on as a keyboard user does in the browser's own player."""
    place.locator("video").focus()
    place.page.keyboard.press("Space")


def now(place: Locator) -> float:
    return float(place.locator("video").evaluate("video => video.currentTime"))


def jump(place: Locator, to: float) -> None:
    place.locator("video").evaluate(
        "(video, to) => new Promise(done => { video.onseeked = done; video.currentTime = to; })", to
    )


def until(place: Locator, time: float) -> None:
    """Wait until the film has come so far."""
    place.page.wait_for_function("([video, time]) => video.currentTime >= time", arg=[handle(place), time])


def picture(place: Locator) -> Image.Image:
    return Image.open(io.BytesIO(place.screenshot())).convert("RGB")


def handle(place: Locator) -> object:
    return place.locator("video").element_handle()


def test_a_film_stops_at_each_pause_goes_on_and_is_done_at_its_end(viewer: Learner) -> None:
    place = film(viewer.launch())
    pauses = place.locator(".sk-pause")
    expect(pauses.nth(0)).to_be_hidden()

    play(place)
    expect(pauses.nth(0)).to_be_visible()
    assert place.locator("video").evaluate("video => video.paused")
    assert now(place) == pytest.approx(5.5, abs=0.3)
    expect(pauses.nth(0).locator("[data-sk-head]")).to_be_focused()
    expect(viewer.frame.locator("#sk-live")).to_contain_text("The film has stopped.")
    expect(pauses.nth(1)).to_be_hidden()

    # What stands in the pause is an activity like any other.
    choice = pauses.nth(0).locator(".sk-choice")
    choice.locator("label").first.click()
    choice.locator("[data-sk-check]").click()
    expect(choice.locator("[data-sk-feedback]")).to_be_visible()

    pauses.nth(0).locator("[data-sk-on]").click()
    expect(pauses.nth(0)).to_be_hidden()
    expect(place.locator("video")).to_be_focused()
    expect(pauses.nth(1)).to_be_visible()
    assert now(place) == pytest.approx(9, abs=0.3)

    pauses.nth(1).locator("[data-sk-on]").click()
    expect(place.locator("[data-sk-finished]")).to_be_visible()
    viewer.leave()

    # A later launch knows what was seen and what was answered, and does not stop there again.
    place = film(viewer.launch())
    expect(place.locator("[data-sk-seen]:visible")).to_have_count(2)
    expect(place.locator("[data-sk-finished]")).to_be_visible()
    place.locator("[data-sk-stop='a']").click()
    expect(place.locator(".sk-choice [data-sk-feedback]")).to_be_visible()
    play(place)
    until(place, 6)
    expect(place.locator(".sk-pause").nth(0)).to_be_hidden()
    viewer.leave()


def test_pauses_seen_before_the_film_was_left_are_known_later(viewer: Learner) -> None:
    place = film(viewer.launch())
    place.locator("[data-sk-stop='b']").click()
    expect(place.locator(".sk-pause").nth(1)).to_be_visible()
    viewer.leave()
    place = film(viewer.launch())
    expect(place.locator("[data-sk-stop='b'] [data-sk-seen]")).to_be_visible()
    expect(place.locator("[data-sk-stop='a'] [data-sk-seen]")).to_be_hidden()
    expect(place.locator("[data-sk-finished]")).to_be_hidden()
    viewer.leave()


def test_who_jumps_past_a_pause_is_offered_it_and_not_held_up(viewer: Learner) -> None:
    place = film(viewer.launch())
    play(place)
    until(place, 0.2)
    jump(place, 7)
    expect(place.locator("[data-sk-passed]")).to_be_visible()
    expect(place.locator(".sk-pause").nth(0)).to_be_hidden()
    assert not place.locator("video").evaluate("video => video.paused")
    place.locator("[data-sk-back]").click()
    expect(place.locator(".sk-pause").nth(0)).to_be_visible()
    expect(place.locator("[data-sk-passed]")).to_be_hidden()
    assert now(place) == pytest.approx(5.5, abs=0.01)
    place.locator(".sk-pause [data-sk-on]:visible").click()
    until(place, 6)
    viewer.leave()


def test_a_pause_opened_while_the_film_is_about_to_go_on_stays_open(viewer: Learner) -> None:
    place = film(viewer.launch())
    stops, pauses = place.locator("[data-sk-stop]"), place.locator(".sk-pause")
    stops.first.click()
    # Both before the browser says that it plays.
    place.evaluate("""place => new Promise((said) => {
        place.querySelector("video").addEventListener("play", () => setTimeout(said), { once: true });
        place.querySelectorAll("[data-sk-on]")[0].click();
        place.querySelectorAll("[data-sk-stop]")[1].click();
    })""")
    expect(pauses.nth(1)).to_be_visible()
    expect(pauses.nth(1).locator("[data-sk-head]")).to_be_focused()
    assert place.locator("video").evaluate("video => video.paused")


def test_moments_are_marked_compared_removed_and_kept(viewer: Learner) -> None:
    place = film(viewer.launch())
    mark, mine = place.locator("[data-sk-mark]"), place.locator("[data-sk-at-second]")
    others, compare = place.locator("[data-sk-other]"), place.locator("[data-sk-compare]")

    mark.click()
    expect(place.locator("[data-sk-early]")).to_be_visible()
    expect(mine).to_have_count(0)

    play(place)
    until(place, 1.1)
    mark.click()
    expect(mine).to_have_count(1)
    expect(others.first).to_be_hidden()
    until(place, 2.1)
    mark.click()
    expect(mine).to_have_count(2)
    times = mine.locator(".sk-time").all_inner_texts()
    assert times == sorted(times)

    compare.click()
    expect(compare).to_be_hidden()
    expect(others.first).to_be_visible()
    expect(place.locator("[data-sk-closing]")).to_be_visible()
    expect(place.locator("[data-sk-strip] i")).to_have_count(4)
    mine.first.locator("[data-sk-remove]").click()
    expect(mine).to_have_count(1)
    expect(mark).to_be_focused()
    viewer.leave()

    place = film(viewer.launch())
    expect(place.locator("[data-sk-at-second] .sk-time")).to_have_text(times[1:])
    expect(place.locator("[data-sk-other]").first).to_be_hidden()
    viewer.leave()


def test_reading_the_transcripts_does_as_well(viewer: Learner) -> None:
    frame = viewer.launch()
    for page, name in (("video", "visit"), ("audio", "bell")):
        turn(frame, page)
        place = frame.locator(f"[data-sk-activity='{name}']")
        place.locator("[data-sk-transcript] summary").click()
        place.locator("[data-sk-read]").click()
        expect(place.locator("[data-sk-finished]")).to_be_focused()
    viewer.leave()
    assert viewer.elements["cmi.core.lesson_status"] == "completed"


def test_a_recording_is_heard_to_its_end(viewer: Learner) -> None:
    frame = viewer.launch()
    turn(frame, "audio")
    place = frame.locator("[data-sk-activity='bell']")
    place.locator("audio").evaluate("audio => { audio.currentTime = 7; return audio.play(); }")
    expect(place.locator("[data-sk-finished]")).to_be_visible()
    viewer.leave()
    assert "bell-1" in viewer.elements["cmi.suspend_data"]


def test_a_film_falls_silent_when_the_page_is_turned(viewer: Learner) -> None:
    frame = viewer.launch()
    place = film(frame)
    play(place)
    until(place, 0.3)
    turn(frame, "audio")
    viewer.page.wait_for_function("video => video.paused", arg=handle(place))  # type: ignore[union-attr]
    viewer.leave()


def test_captions_show_from_the_start_and_both_files_play(alone: Callable[..., Page]) -> None:
    page = alone()
    place = film(page)
    tracks = place.locator("video").evaluate("video => [...video.textTracks].map(t => [t.language, t.mode])")
    assert tracks == [["en", "showing"], ["nl", "disabled"]]
    page.wait_for_function("video => video.textTracks[0].cues?.length === 4", arg=handle(place))
    for source in page.locator("video source, audio source").all():
        plays = source.evaluate(
            """source => new Promise(done => {
              const media = document.createElement(source.parentElement.tagName);
              media.onloadeddata = () => done(media.duration > 5); media.onerror = () => done(false);
              media.src = source.src; media.load(); })"""
        )
        assert plays, source.get_attribute("src")


def test_captions_can_be_read_on_a_phone_held_upright(alone: Callable[..., Page]) -> None:
    """A browser sizes them by the height of the film, which on a phone is some 180 pixels."""
    page = alone(viewport={"width": 360, "height": 740})
    page.evaluate("location.hash = '#p-video'")
    place = film(page)
    jump(place, 1)
    video = place.locator("video")
    video.scroll_into_view_if_needed()
    with_captions = picture(video)
    video.evaluate("video => { video.textTracks[0].mode = 'hidden'; }")
    changed = ImageChops.difference(with_captions, picture(video)).getbbox()
    assert changed is not None
    _, top, _, bottom = changed
    assert bottom - top >= 16


def test_a_film_that_cannot_be_loaded_leaves_all_to_read_and_do(alone: Callable[..., Page]) -> None:
    page = alone(missing="**/media/*.{webm,mp4,ogg,mp3}")
    place = film(page)
    expect(place.locator("[data-sk-failed]")).to_be_visible()
    expect(place.locator("video")).to_be_hidden()
    expect(place.locator("[data-sk-read]")).to_be_visible()
    for part in (*place.locator(".sk-pause").all(), *place.locator("[data-sk-other]").all()):
        expect(part).to_be_visible()
    expect(place.locator("[data-sk-mark], [data-sk-stops], [data-sk-on]").locator("visible=true")).to_have_count(0)


def test_paper_and_pages_without_script_show_it_all(alone: Callable[..., Page]) -> None:
    page = alone()
    place = film(page)
    expect(place.locator("[data-sk-stops]")).to_be_visible()
    page.emulate_media(media="print")
    for part in (".sk-pause >> nth=0", ".sk-pause >> nth=1", "[data-sk-other] >> nth=0", "[data-sk-closing]"):
        expect(place.locator(part)).to_be_visible()
    assert place.locator("[data-sk-transcript] .sk-folded").evaluate("one => one.checkVisibility()")
    expect(place.locator("video")).to_be_hidden()

    place = film(alone(java_script_enabled=False))
    for part in (".sk-pause >> nth=0", ".sk-pause >> nth=1", "[data-sk-other] >> nth=0", "video"):
        expect(place.locator(part)).to_be_visible()
    expect(place.locator("[data-sk-mark], [data-sk-stops], [data-sk-on]").locator("visible=true")).to_have_count(0)
    place.locator("[data-sk-transcript] summary").click()
    expect(place.locator("[data-sk-transcript] .sk-folded")).to_be_visible()
