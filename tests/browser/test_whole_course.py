"""Every whole course in every standard: each module done to its end, left half way and found again."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import load_axe, violations
from .conftest import MODULES, SHOWN, WHOLE, Packages
from .learners import Visitor
from .profiles import assert_follows, profile_beside, unmatched
from .readers import Reader, await_whole
from .walking import walk_pages
from .ways import WAYS, Overview, Xapi, at_overview

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The gallery takes its time, so that it goes first and no process waits for it in the end.
BOTH = [(course, target) for course in SHOWN for target in WAYS]


@pytest.mark.parametrize(("course", "target"), BOTH)
def test_it_is_done_left_and_found_again(
    course: str, target: str, built: Callable[[str], Packages], meet: Callable[..., Reader]
) -> None:
    modules = MODULES[course]
    reader = meet(course, target, WHOLE)
    perfect = course == "series"
    way = WAYS[target](reader, modules)
    outcomes: list[str] = []
    asked: list[set[str]] = []
    for number in range(len(modules)):
        way.enter(number)
        pages = reader.pages
        half = len(pages) // 2
        walk_pages(reader, pages[:half])
        assert reader.outcome not in ("passed", "completed")
        if way.keeps:
            marks = reader.marks
            way.leave()
            way.enter(number)
            assert reader.current == pages[half - 1]
            assert reader.marks == marks
        walk_pages(reader, pages[half:])
        outcomes.append(reader.outcome)
        assert outcomes[-1] in ("passed", "completed"), dict(zip(pages, reader.marks, strict=True))
        asked.append(reader.interactions)
        way.go_out(number)
    if way.keeps:
        assert [way.heard(number) for number in range(len(modules))] == asked
    way.judge(outcomes, perfect=perfect)
    if isinstance(way, Overview):
        assert reader.page is not None
        look_at(reader.page)
        reader.page.close()
        reader.page = None

    # Who comes back finds all done, and nothing is said twice.
    if way.keeps:
        way.enter(len(modules) - 1)
        assert reader.outcome == outcomes[-1]
        way.leave()
        way.judge(outcomes, perfect=perfect)
    if isinstance(way, Xapi):
        profile = profile_beside(built(course)[target, WHOLE])
        left = unmatched([assert_follows(way.reader.statements, profile)], profile)
        # Only the page that leads to all modules speaks for all of them; who fails is met in test_statements.
        if target == "cmi5":
            left = {each for each in left if not each.startswith("whole-course/")}
        assert left == ({"asking/failed"} if course == "gallery" else set()), "each template is matched"


def look_at(overview: Page) -> None:
    """The page that leads to all modules is for everyone, on any screen."""
    load_axe(overview)
    for width, scheme in ((360, "light"), (1280, "dark")):
        overview.set_viewport_size({"width": width, "height": 800})
        overview.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(overview) == []
        assert overview.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture
def from_disk(
    built: Callable[[str], Packages], context: BrowserContext, tmp_path: Path
) -> Iterator[Callable[[str], Page]]:
    """Opens the site of a whole course from disk; in the end the browser may have no complaint."""
    problems: list[str] = []

    def start(course: str) -> Page:
        with zipfile.ZipFile(built(course)["web", WHOLE]) as archive:
            archive.extractall(tmp_path)
        page = context.new_page()
        page.on("console", lambda m: problems.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else problems.append(r.url))
        page.goto((tmp_path / "index.html").as_uri())
        return page

    yield start
    assert problems == []


@pytest.mark.parametrize("course", SHOWN)
def test_a_web_site_opens_from_disk(course: str, from_disk: Callable[[str], Page]) -> None:
    page = from_disk(course)
    expect(page.locator("[data-sk-module]")).to_have_count(len(MODULES[course]))
    assert page.locator(".sk-header").evaluate("h => getComputedStyle(h).borderBottomStyle") == "solid", "its look"
    for number in range(len(MODULES[course])):
        page.locator("[data-sk-module]").nth(number).click()
        await_whole(page)
        count = page.locator("[data-sk-page]").count()
        for _ in range(count - 1):
            page.locator("#sk-next").click()
        expect(page.locator("#sk-next")).to_be_hidden()
        # Nobody looked for an LMS, so nobody misses one.
        expect(page.locator("#sk-banner")).to_be_hidden()
        page.locator("#sk-overview").click()
        at_overview(page)


def test_captions_show_in_a_film_that_is_opened_from_disk(from_disk: Callable[[str], Page]) -> None:
    page = from_disk("gallery")
    page.locator("[data-sk-module]").first.click()
    await_whole(page)
    page.evaluate("location.hash = '#p-video'")
    page.wait_for_function("() => [...document.querySelector('video').textTracks].some(track => track.cues?.length)")


def test_captions_show_in_a_film_of_a_web_site(meet: Callable[..., Visitor]) -> None:
    visitor = meet("gallery", "web", "reading")
    page = visitor.open(visitor.site)
    page.locator("[data-sk-module]").click()
    visitor.ready()
    page.evaluate("location.hash = '#p-video'")
    expect(page.locator("#p-video")).to_be_visible()
    shown = page.locator("video").first
    assert shown.evaluate(
        """video => new Promise((done) => {
          const [track] = video.querySelectorAll("track");
          track.addEventListener("load", () => done(track.track.cues.length > 0));
          track.addEventListener("error", () => done(false));
          track.track.mode = "hidden";
          if (track.readyState > 1) done(track.readyState === 2);
        })"""
    )


def test_what_is_taken_along_from_disk_does_not_take_the_place_of_the_course(from_disk: Callable[[str], Page]) -> None:
    page = from_disk("gallery")
    page.locator("[data-sk-module]").first.click()
    await_whole(page)
    page.evaluate("location.hash = '#p-download'")
    with page.expect_popup() as opened:
        page.locator("a[download]:visible").first.click()
    opened.value.close()
    assert page.url.endswith("#p-download")
    expect(page.locator("#h-download")).to_be_visible()
