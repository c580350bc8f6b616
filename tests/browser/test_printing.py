"""Buttons that print, in the menu and on a page: what comes on paper, and what is said where there is no printing."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import gallery_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE_BUTTON = "#sk-print button:not([data-sk-paper])"
ALL_BUTTON = "#sk-print [data-sk-paper=all]"
UNABLE = "#p-print [data-sk-unable]"


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package in which pages stand before and after the one with the button."""
    return gallery_pages(tmp_path_factory.mktemp("printing"), "{activities: none}", "cards", "print", "reflection")


@pytest.fixture
def alone(printing: Path, open_alone: Callable[..., Page]) -> Callable[..., Page]:
    """Gives the module's page without an LMS around it, in a browser of a given kind."""
    return functools.partial(open_alone, printing, at="#p-print")


def open_menu(page: Page) -> None:
    page.locator("#sk-menu > summary").click()


def stay_at_the_dialog(page: Page) -> None:
    """Let printing begin and not end: a browser without a window has no dialog, and is done at once."""
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")


def press(frame: Frame | Page) -> None:
    frame.locator("#p-print [data-sk-print]").first.click()


def test_its_page_is_printed_alone_and_the_button_stays_off_the_paper(alone: Callable[..., Page]) -> None:
    page = alone(color_scheme="dark")
    stay_at_the_dialog(page)
    press(page)
    page.emulate_media(media="print")
    expect(page.locator("main > section:visible")).to_have_count(1)
    expect(page.locator("#p-print .sk-text")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".sk-print:visible, button:visible, #sk-footer:visible")).to_have_count(0)
    expect(page.locator("#p-print")).not_to_contain_text("bring one for each of you", use_inner_text=True)
    # Then the whole document can be printed again.
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("main > section:visible")).to_have_count(3)
    expect(page.locator(".sk-print:visible")).to_have_count(0)


def test_where_it_is_printed_nothing_more_is_said(alone: Callable[..., Page]) -> None:
    page = alone()
    page.evaluate("addEventListener('beforeprint', () => { window.begun = true; })")
    press(page)
    # Longer than a browser that does not print is waited for.
    page.wait_for_timeout(1300)
    assert page.evaluate("window.begun")
    expect(page.locator(UNABLE).first).to_be_hidden()


def test_a_sheet_that_was_never_printed_is_not_printed_along(alone: Callable[..., Page]) -> None:
    page = alone()
    page.evaluate("window.print = () => {}")
    page.evaluate("location.hash = '#p-reflection'")
    page.locator("#p-reflection [data-sk-print]").first.click()
    page.evaluate("location.hash = '#p-print'")
    press(page)
    page.emulate_media(media="print")
    expect(page.locator("main > section:visible")).to_have_count(1)


def test_in_a_frame_that_may_not_print_the_page_says_where_it_can(alone: Callable[..., Page]) -> None:
    page = alone()
    # A page of a module holds no frames itself.
    body = f'<iframe sandbox="allow-scripts allow-same-origin" src="{page.url}" width="800" height="600"></iframe>'
    page.route("**/outside", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(urljoin(page.url, "outside"))
    inside = page.frame_locator("iframe")
    expect(inside.locator(UNABLE).first).to_be_hidden()
    inside.locator("#p-print [data-sk-print]").first.click()
    expect(inside.locator(UNABLE).first).to_be_visible()
    expect(inside.locator("#sk-live")).to_contain_text("cannot be printed here")


def test_a_browser_without_printing_offers_no_button_and_says_so_at_once(
    printing: Path, open_alone: Callable[..., Page]
) -> None:
    page = open_alone(printing)
    page.context.add_init_script("delete window.print; delete Window.prototype.print")
    page.reload()
    page.locator("#sk-where", has_text=" ").wait_for()
    assert page.evaluate("typeof window.print") == "undefined"
    page.evaluate("location.hash = '#p-print'")
    expect(page.locator(UNABLE).first).to_be_visible()
    expect(page.locator("#p-print [data-sk-print]:visible")).to_have_count(0)
    open_menu(page)
    expect(page.locator("#sk-print")).to_be_hidden()


def test_without_a_script_there_is_no_button_and_no_word_of_it(alone: Callable[..., Page]) -> None:
    page = alone(java_script_enabled=False)
    expect(page.locator(f"[data-sk-print]:visible, {UNABLE}:visible")).to_have_count(0)
    open_menu(page)
    expect(page.locator("#sk-print")).to_be_hidden()


def test_the_menu_prints_the_page_at_hand(alone: Callable[..., Page]) -> None:
    page = alone(color_scheme="dark")
    stay_at_the_dialog(page)
    page.evaluate("location.hash = '#p-reflection'")
    page.locator("textarea:visible").first.fill("my own words")
    open_menu(page)
    page.locator(PAGE_BUTTON).click()
    expect(page.locator("#p-reflection[data-sk-printed]")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator("main > section:visible")).to_have_count(1)
    expect(page.locator("#p-reflection")).to_be_visible()
    expect(page.locator("#p-reflection [data-sk-paper]").first).to_have_text("my own words")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("button:visible, #sk-menu:visible, #sk-footer:visible")).to_have_count(0)
    # Nothing stays of it: neither what a browser's own way prints, nor the next page, is the poorer for it.
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("main > section:visible")).to_have_count(3)


def test_the_menu_prints_the_whole_module(alone: Callable[..., Page]) -> None:
    page = alone()
    page.evaluate("window.print = () => {}")
    # A print of one page that never came to an end leaves nothing out.
    open_menu(page)
    page.locator(PAGE_BUTTON).click()
    page.locator(ALL_BUTTON).click()
    page.emulate_media(media="print")
    expect(page.locator("main > section:visible")).to_have_count(3)


def test_the_menu_says_where_a_page_can_be_printed_that_cannot_be_printed_here(alone: Callable[..., Page]) -> None:
    page = alone()
    page.evaluate("window.print = () => {}")
    open_menu(page)
    expect(page.locator("#sk-unable")).to_be_hidden()
    page.locator(ALL_BUTTON).click()
    expect(page.locator("#sk-unable")).to_be_visible()
    expect(page.locator("#sk-live")).to_contain_text("Nothing can be printed here")


def test_what_is_printed_before_the_rest_has_come_is_the_first_page_and_offers_no_more(
    printing: Path, open_alone: Callable[..., Page]
) -> None:
    page = open_alone(printing, missing="**/whole.html", whole=False)
    page.emulate_media(media="print")
    expect(page.locator("main > section:visible")).to_have_count(1)
    expect(page.locator("#sk-print button:visible, #sk-menu:visible, #sk-footer .sk-button:visible")).to_have_count(0)
