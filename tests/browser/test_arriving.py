"""What a learner meets while the pages after the first are on their way, and the ways that lead straight to one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import load_axe, violations
from tests.browser.conftest import gallery_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REST = "**/whole.html"
FIRST, LATER, LAST = "reflection", "cards", "choice"
FIELD = f"#p-{FIRST} textarea"
WAITING = "not been loaded yet"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package whose first page has a field to write in."""
    return gallery_pages(tmp_path_factory.mktemp("arriving"), "{activities: none}", FIRST, LATER, LAST)


@pytest.fixture
def alone(package: Path, open_alone: Callable[..., Page]) -> Callable[..., Page]:
    """Gives the module without an LMS around it. The words of that stay out of what is said here."""
    return functools.partial(open_alone, package)


@pytest.fixture
def waiting(package: Path, open_alone: Callable[..., Page]) -> Callable[..., Page]:
    """Gives the module while nothing comes but its first page; `let_come` ends that."""
    return functools.partial(open_alone, package, missing=REST, whole=False)


def let_come(page: Page) -> None:
    page.unroute(REST)
    expect(page.locator("main > section")).to_have_count(3)
    expect(page.locator("#sk-menu [data-sk-is]")).to_have_count(3)


def shown(page: Page) -> list[str]:
    """The pages that are shown."""
    return [str(each.get_attribute("data-sk-page")) for each in page.locator("main > section:visible").all()]


def said(page: Page) -> list[str]:
    return page.locator("#sk-live p").all_inner_texts()


def test_who_writes_on_the_first_page_is_not_disturbed_by_the_rest(waiting: Callable[..., Page]) -> None:
    page = waiting()
    before = said(page)
    page.locator(FIELD).first.focus()
    page.keyboard.insert_text("in the middle of a")
    let_come(page)
    page.keyboard.insert_text(" sentence")
    expect(page.locator(FIELD).first).to_be_focused()
    expect(page.locator(FIELD).first).to_have_value("in the middle of a sentence")
    assert said(page) == before
    assert shown(page) == [FIRST]


def test_what_is_written_before_an_activity_is_awake_stays_and_counts(waiting: Callable[..., Page]) -> None:
    page = waiting()
    page.locator(FIELD).first.fill("so soon")
    let_come(page)
    expect(page.locator(FIELD).first).to_have_value("so soon")
    expect(page.locator(f"#p-{FIRST} [data-sk-done]").first).to_be_visible()


def test_who_turns_the_page_too_early_is_told_and_gets_there_by_itself(waiting: Callable[..., Page]) -> None:
    page = waiting()
    page.locator("#sk-next").click()
    expect(page.locator("#sk-banner")).to_contain_text(WAITING)
    expect(page.locator("#sk-banner p", has_text=WAITING)).to_be_in_viewport()
    assert [text for text in said(page) if WAITING in text] != []
    assert shown(page) == [FIRST]
    let_come(page)
    assert shown(page) == [LATER]
    expect(page.locator(f"#h-{LATER}")).to_be_focused()
    assert said(page)[-1] == "Page 2 of 3"
    expect(page.locator("#sk-banner")).not_to_contain_text(WAITING)
    page.go_back()
    expect(page.locator(f"#p-{FIRST}")).to_be_visible()
    assert shown(page) == [FIRST]


def test_who_turns_the_page_on_a_slow_line_is_told_before_anything_has_failed(
    package: Path, open_alone: Callable[..., Page]
) -> None:
    page = open_alone(package, missing=REST, whole=False)
    held = []
    page.unroute(REST)
    page.route(REST, lambda route: held.append(route))
    page.reload()
    page.locator("#sk-where", has_text=" ").wait_for()
    page.locator("#sk-next").click()
    expect(page.locator("#sk-banner")).to_contain_text(WAITING)
    for route in held:
        route.continue_()
    expect(page.locator(f"#p-{LATER}")).to_be_visible()
    expect(page.locator("#sk-banner")).not_to_contain_text(WAITING)


def test_who_changes_their_mind_while_waiting_stays(waiting: Callable[..., Page]) -> None:
    page = waiting()
    page.locator("#sk-next").click()
    page.go_back()
    let_come(page)
    assert shown(page) == [FIRST]


def test_an_address_of_a_later_page_leads_there_and_leaves_the_first_unseen(
    package: Path, open_alone: Callable[..., Page]
) -> None:
    page = open_alone(package, at=f"#p-{LAST}")
    expect(page.locator("#sk-menu [data-sk-is]")).to_have_count(3)
    assert shown(page) == [LAST]
    assert page.title().startswith(page.locator(f"#h-{LAST}").inner_text())
    assert page.locator("#sk-menu [data-sk-is]").first.get_attribute("data-sk-is") == "unseen"
    # As with any page that is opened, the reading begins at its top.
    expect(page.locator("#sk-live")).not_to_contain_text("Page 3 of 3")
    page.locator("#sk-previous").click()
    expect(page.locator(f"#p-{LATER}")).to_be_visible()
    page.go_back()
    expect(page.locator(f"#p-{LAST}")).to_be_visible()


def test_an_address_of_what_stands_on_a_later_page_leads_to_it(alone: Callable[..., Page]) -> None:
    page = alone()
    expect(page.locator("main > section")).to_have_count(3)
    name = page.locator(f"#p-{LAST} [data-sk-activity] [id]").first.get_attribute("id")
    page.goto("about:blank")
    page = alone(at=f"#{name}")
    expect(page.locator(f"#p-{LAST}")).to_be_visible()
    assert shown(page) == [LAST]
    expect(page.locator(f"#{name}")).to_be_focused()


def test_what_is_not_there_yet_is_not_offered(package: Path, open_alone: Callable[..., Page]) -> None:
    page = open_alone(package)
    page.route(REST, lambda route: route.abort())
    address = page.url
    page.goto("about:blank")
    page.goto(f"{address}#p-{LAST}")
    expect(page.locator("#sk-banner")).to_contain_text(WAITING)
    expect(page.locator("#sk-turn")).to_be_hidden()
    expect(page.locator("#sk-progress")).to_be_hidden()
    page.unroute(REST)
    expect(page.locator(f"#p-{LAST}")).to_be_visible()
    expect(page.locator("#sk-turn")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_page_is_as_it_should_be_without_all_that_comes_later(
    package: Path, open_alone: Callable[..., Page], width: int
) -> None:
    page = open_alone(
        package, missing="**/{whole.html,activities.*}", whole=False, viewport={"width": width, "height": 800}
    )
    expect(page.locator("#sk-banner")).to_contain_text(WAITING)
    load_axe(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert (scheme, violations(page)) == (scheme, [])
        page.locator("#sk-menu > summary").click()
        assert (scheme, "menu", violations(page)) == (scheme, "menu", [])
        page.locator("#sk-menu > summary").click()


def test_the_document_of_all_pages_works_by_itself(alone: Callable[..., Page]) -> None:
    page = alone()
    page.goto(page.url.replace("index.html", "whole.html") + f"#p-{LATER}")
    page.locator("#sk-where", has_text="Page 2 of 3").wait_for()
    assert shown(page) == [LATER]
    expect(page.locator("#sk-menu [data-sk-is]")).to_have_count(3)
    page.locator("#sk-next").click()
    assert shown(page) == [LAST]
    assert page.locator(".sk-outcome").evaluate("one => getComputedStyle(one).paddingTop") != "0px", "its look"


def test_an_activity_is_no_page(tmp_path: Path, open_alone: Callable[..., Page]) -> None:
    """Films and puzzles have marks of their own."""
    page = open_alone(gallery_pages(tmp_path, "{activities: none}", "ordering", "matching"))
    expect(page.locator("#sk-where")).to_have_text("Page 1 of 2")
    page.locator("#sk-next").click()
    expect(page.locator("#p-matching")).to_be_visible()
    expect(page.locator("#sk-next")).to_be_hidden()


def test_without_a_script_the_first_page_leads_to_all_of_them(package: Path, open_alone: Callable[..., Page]) -> None:
    page = open_alone(package, java_script_enabled=False)
    assert shown(page) == [FIRST]
    page.locator("noscript a").click()
    expect(page.locator("main > section:visible")).to_have_count(3)
    expect(page.locator("noscript a")).to_have_count(0)
    # The menu leads to each of them.
    page.locator("#sk-menu > summary").click()
    page.locator(f"#sk-menu a[href='#p-{LAST}']").click()
    expect(page.locator(f"#h-{LAST}")).to_be_in_viewport()
