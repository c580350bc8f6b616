"""What a learner can do while an LMS has yet to say what there is: read, turn pages, and begin to answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, expect

from .learners import XapiLearner
from .test_xapi import STANDARDS, question_of
from .waiting import Waiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STATE = "**/activities/state?*"


class Unanswered(Waiting[XapiLearner]):
    """A learner whose LRS keeps quiet."""

    def arrive(self) -> Frame:
        frame = super().arrive()
        # The menu names them all from the beginning.
        expect(frame.locator("main > section")).to_have_count(frame.locator("#sk-menu [data-sk-mark]").count())
        return frame


@pytest.fixture
def waiting(meet: Callable[..., XapiLearner]) -> Callable[..., Unanswered]:
    """Gives someone at a small module; the first page of `m3` has a question."""
    return lambda target, name="m2": Unanswered(meet("four", target, name), STATE)


@pytest.mark.parametrize("target", STANDARDS)
def test_who_turns_pages_meanwhile_stays_there_and_has_seen_them(
    target: str, waiting: Callable[..., Unanswered]
) -> None:
    visit = waiting(target)
    frame, pages = visit.arrive(), visit.someone.pages
    expect(frame.locator("#sk-where")).to_contain_text(f"1 van {len(pages)}")
    for page in pages[1:]:
        frame.locator("#sk-next").click()
        expect(frame.locator(f"#p-{page}")).to_be_visible()
    expect(frame.locator(f"#h-{pages[-1]}")).to_be_focused()
    assert visit.someone.said == []
    expect(frame.locator("#sk-status")).to_have_text("Je voortgang wordt opgehaald.")
    expect(frame.locator("#sk-status")).to_be_visible()
    visit.let_come()
    expect(frame.locator("#sk-status")).not_to_contain_text("opgehaald")
    assert visit.someone.current == pages[-1]
    expect(frame.locator(f"#h-{pages[-1]}")).to_be_focused()
    assert "unseen" not in visit.someone.marks
    visit.someone.settle()
    visit.someone.leave()
    assert visit.someone.said == ["initialized", "terminated"]
    visit.someone.launch()
    assert visit.someone.current == pages[-1]
    assert "unseen" not in visit.someone.marks
    visit.someone.leave()


@pytest.mark.parametrize("target", STANDARDS)
def test_who_comes_back_is_led_on_from_the_first_page(target: str, waiting: Callable[..., Unanswered]) -> None:
    visit = waiting(target)
    someone = visit.someone
    someone.launch()
    pages, question = someone.pages, question_of(someone)
    someone.answer(question, question.right)
    someone.go(pages[-1])
    someone.settle()
    marks = someone.marks
    someone.leave()
    visit.arrive()
    assert someone.current == pages[0]
    visit.let_come()
    assert someone.current == pages[-1]
    assert someone.marks == marks
    someone.leave()


def test_who_turned_pages_meanwhile_goes_back_by_the_way_they_came(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5")
    frame, pages = visit.arrive(), visit.someone.pages
    assert visit.someone.page is not None
    for page in pages[1:3]:
        frame.locator("#sk-next").click()
        expect(frame.locator(f"#p-{page}")).to_be_visible()
    visit.let_come()
    for page in (pages[1], pages[0]):
        visit.someone.page.go_back()
        expect(frame.locator(f"#p-{page}")).to_be_visible()
    visit.someone.leave()


def test_who_is_led_on_begins_at_the_top_and_is_told_where(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5")
    someone = visit.someone
    pages = visit.have_left_at(2)
    frame = visit.arrive()
    frame.evaluate("() => { document.body.style.minHeight = '300vh'; scrollTo(0, 400); }")
    visit.let_come()
    assert someone.current == pages[2]
    assert frame.evaluate("scrollY") == 0
    assert frame.locator("#sk-live p").all_inner_texts() == [f"Pagina 3 van {len(pages)}"]
    someone.leave()


def test_who_went_past_what_the_address_led_to_is_not_taken_back(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5", "m3")
    frame = visit.arrive()
    assert visit.someone.page is not None
    visit.someone.page.keyboard.press("Tab")
    expect(frame.locator(".sk-skip")).to_be_focused()
    visit.someone.page.keyboard.press("Enter")
    option = frame.locator(f"#p-{visit.someone.pages[0]} input").first
    option.focus()
    visit.let_come()
    expect(option).to_be_focused()
    visit.someone.leave()


def test_who_answers_again_what_was_answered_before_is_left_to_it(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5", "m3")
    someone = visit.someone
    someone.launch()
    question = next(each for each in someone.activities if each.page == someone.pages[0] and each.options)
    earlier, other = question.options[:2]
    someone.answer(question, (earlier,))
    someone.settle()
    someone.leave()
    visit.arrive()
    option = someone.locate(question).locator(f"input[value='{other}']")
    option.check()
    visit.let_come()
    expect(option).to_be_checked()
    expect(option).to_be_enabled()
    expect(option).to_be_focused()
    assert someone.locate(question).get_attribute("data-sk-verdict") is None
    someone.leave()
    someone.launch()
    expect(someone.locate(question).locator(f"input[value='{earlier}']")).to_be_checked()
    someone.leave()


def test_who_comes_back_and_turns_at_once_keeps_all_of_both(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5")
    someone = visit.someone
    someone.launch()
    pages, question = someone.pages, question_of(someone)
    someone.answer(question, question.right)
    someone.settle()
    someone.leave()
    visit.arrive().locator("#sk-next").click()
    visit.let_come()
    assert someone.current == pages[1]
    assert someone.locate(question).get_attribute("data-sk-verdict") == "right"
    someone.leave()


def test_what_is_chosen_meanwhile_stays_chosen(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5")
    frame = visit.arrive()
    question = question_of(visit.someone)
    visit.someone.go(question.page)
    option = visit.someone.locate(question).locator(f"input[value='{question.right[0]}']")
    option.check()
    visit.let_come()
    expect(option).to_be_checked()
    assert visit.someone.locate(question).get_attribute("data-sk-verdict") is None
    expect(frame.locator("#sk-banner")).to_be_hidden()
    visit.someone.leave()


def test_who_comes_back_and_begins_to_answer_is_left_to_it(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5", "m3")
    someone = visit.someone
    pages = visit.have_left_at(1)
    frame = visit.arrive()
    option = frame.locator(f"#p-{pages[0]} input").first
    option.check()
    visit.let_come()
    assert someone.current == pages[0]
    expect(option).to_be_checked()
    expect(option).to_be_focused()
    someone.leave()


def test_who_is_on_the_way_to_a_later_page_and_begins_to_answer_gets_there(waiting: Callable[..., Unanswered]) -> None:
    visit = waiting("cmi5", "m3")
    someone = visit.someone
    someone.launch()
    pages = someone.pages
    someone.leave()
    visit.hold()
    someone.context.route("**/whole.html", lambda route: route.abort())
    page = someone.open(f"{someone.host.launch_url(someone.sco)}#p-{pages[-1]}")
    page.locator("#sk-banner p").wait_for()
    option = page.locator(f"#p-{pages[0]} input").first
    option.check()
    someone.context.unroute(STATE)
    # Another route is still there, so that what was held does not go on by itself.
    for route in visit.held:
        route.continue_()
    page.locator("#sk-status[data-sk-saving=kept]").wait_for(state="attached")
    someone.context.unroute("**/whole.html")
    someone.whole()
    assert someone.current == pages[-1]
    someone.go(pages[0])
    expect(option).to_be_checked()
    someone.leave()


def test_who_begins_to_answer_before_the_other_pages_have_come_is_left_to_it_too(
    waiting: Callable[..., Unanswered],
) -> None:
    visit = waiting("cmi5", "m3")
    someone = visit.someone
    pages = visit.have_left_at(1)
    visit.hold()
    someone.context.route("**/whole.html", lambda route: route.abort())
    frame = someone.launch(whole=False)
    option = frame.locator(f"#p-{pages[0]} input").first
    option.check()
    someone.context.unroute(STATE)
    for route in visit.held:
        route.continue_()
    someone.settle()
    someone.context.unroute("**/whole.html")
    someone.whole()
    assert someone.current == pages[0]
    expect(option).to_be_checked()
    someone.leave()
