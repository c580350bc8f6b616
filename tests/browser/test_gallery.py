"""The gallery: every kind of activity with all its options, looked at and walked by keyboard in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from scormkit import build
from scormkit.activities.registry import kinds
from scormkit.diagnostics import Severity
from scormkit.preview import PackageHost
from tests.browser.keyboard import Keyboard
from tests.browser.walking import WALKS, walk

from .conftest import ROOT, RUNTIME, Learner

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.xdist_group("gallery")]

GALLERY = ROOT / "examples" / "gallery"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MODULES = ("reading", "asking", "doing")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The packages of the gallery, by module."""
    result = build(GALLERY, tmp_path_factory.mktemp("gallery"))
    assert [str(each.message) for each in result.report if each.severity > Severity.WARNING] == []
    return {each.path.name.split("-")[1]: each.path for each in result.packages if each.modules == 1}


@pytest.fixture
def visit(gallery: dict[str, Path]) -> Iterator[Callable[[BrowserContext, str], Learner]]:
    """Gives a learner at a module of the gallery; in the end the browser may have no complaint."""
    learners: list[Learner] = []
    hosts: list[PackageHost] = []

    def meet(context: BrowserContext, module: str) -> Learner:
        hosts.append(PackageHost(gallery[module], runtime=RUNTIME).__enter__())
        learners.append(Learner(context, hosts[-1], hosts[-1].launches[0].identifier))
        return learners[-1]

    yield meet
    for host in hosts:
        host.__exit__(None, None, None)
    assert [problem for each in learners for problem in each.problems] == []


def test_every_kind_has_a_page_in_the_gallery() -> None:
    assert sorted(file.stem for file in (GALLERY / "kinds").glob("*.yaml")) == sorted(kinds())


def test_every_kind_that_does_something_has_a_walk() -> None:
    active = {name for name, kind in kinds().items() if kind.text("behaviour.js")}
    assert active <= {file.stem.replace("_", "-") for file in WALKS.glob("*.py")}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_done_by_keyboard_alone(
    visit: Callable[[BrowserContext, str], Learner], context: BrowserContext, module: str
) -> None:
    learner = visit(context, module)
    frame = learner.launch()
    assert learner.page is not None
    keys = Keyboard(learner.page, frame)
    for page in learner.pages:
        expect(frame.locator(f"#p-{page}")).to_be_visible()
        for place in frame.locator(f"#p-{page} > .sk-activity").all():
            walk(keys, place)
        if page != learner.pages[-1]:
            keys.choose(frame.locator("#sk-next"))
    verdict = frame.locator("#sk-outcome")
    assert verdict.get_attribute("data-sk-is") in ("passed", "completed"), verdict.inner_text()
    calls = learner.leave()
    assert [call for call in calls if call.error not in ("0", 0)] == []
    assert learner.elements["cmi.core.lesson_status"] in ("passed", "completed")


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light"), (1280, "dark")])
def test_nothing_is_found_wrong_on_any_page(
    visit: Callable[[BrowserContext, str], Learner], browser: Browser, module: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    learner = visit(context, module)
    frame = learner.launch()
    frame.evaluate(AXE.read_text(encoding="utf-8"))
    for page in learner.pages:
        learner.go(page)
        found = frame.evaluate(
            """tags => axe.run(document, {runOnly: tags}).then(({violations}) =>
              violations.map(({id, nodes}) => [id, ...nodes.map(({html}) => html.slice(0, 200))]))""",
            TAGS,
        )
        assert found == [], page
        assert frame.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, page
    context.close()
