"""The real course, built once, and a real browser."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Frame,
    Locator,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)
from playwright.sync_api import Error as PlaywrightError

from scormkit import build
from scormkit.preview import Call, Conditions, PackageHost

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
RUNTIME_2004 = RUNTIME.with_name("scorm2004.min.js")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECRET = "Geheim-7351 wat niemand leest"
"""What the learner types into every reflection: it may turn up nowhere."""


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity as the page declares it."""

    id: str
    kind: str
    page: str
    required: bool
    weight: float
    correct: tuple[str, ...] | None
    options: tuple[str, ...]

    @property
    def right(self) -> tuple[str, ...]:
        """The answer of a learner who knows; the first option where nothing is right or wrong."""
        return self.correct or self.options[:1]

    @property
    def wrong(self) -> tuple[str, ...]:
        """An answer without one right option."""
        return tuple(option for option in self.options if option not in (self.correct or ()))[:1]


class Learner:
    """One learner at one SCO, from launch to launch. Whatever the browser complains of is in `problems`."""

    def __init__(self, context: BrowserContext, host: PackageHost, sco: str) -> None:
        self.context = context
        self.host = host
        self.sco = sco
        self.problems: list[str] = []
        self.page: Page | None = None

    def watch(self, page: Page) -> None:
        """Note what goes wrong on a page, and what it asks of anyone but the host."""
        page.on("console", lambda m: self.problems.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._judge_request)
        page.on("response", lambda r: self.problems.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def _judge_request(self, request: Request) -> None:
        if not request.url.startswith((self.host.url, "blob:", "data:")):
            self.problems.append(f"asked for {request.url}")

    def launch(self, conditions: Conditions | None = None) -> Frame:
        """Open the SCO in the LMS, in a new tab, and wait for its player."""
        self.page = self.context.new_page()
        self.watch(self.page)
        self.page.goto(self.host.launch_url(self.sco, conditions))
        return self.ready()

    def ready(self) -> Frame:
        """The SCO's frame, once its player runs."""
        assert self.page is not None
        self.page.frame_locator("iframe").locator("#sk-where", has_text=" ").wait_for()
        return self.frame

    @property
    def frame(self) -> Frame:
        assert self.page is not None
        frame = self.page.frame("sco")
        assert frame is not None
        return frame

    def leave(self) -> list[Call]:
        """Close the tab; gives all calls of the launch."""
        assert self.page is not None
        number = self.page.evaluate("JSON.parse(document.getElementById('launch').textContent).number")
        self.page.close()
        self.page = None
        self._wait_for(lambda: any(call.name in ("LMSFinish", "Terminate") for call in self._of(number)))
        return self._of(number)

    def crash(self) -> None:
        """Kill the tab: no event tells the page."""
        assert self.page is not None
        with self.page.expect_event("crash"), contextlib.suppress(PlaywrightError):
            self.page.goto("chrome://crash")
        self.page.close()
        self.page = None

    def _of(self, number: int) -> list[Call]:
        return [call for call in self.host.calls if call.launch == number]

    @staticmethod
    def _wait_for(condition: Callable[[], object]) -> None:
        for _ in range(200):
            if condition():
                return
            time.sleep(0.02)
        raise AssertionError("the LMS never heard of the end")

    @property
    def calls(self) -> list[Call]:
        """The calls of this launch so far, from the LMS page itself."""
        assert self.page is not None
        return [
            Call(self.sco, 0, call["name"], tuple(call["values"]), call["result"], call["error"])
            for call in self.page.evaluate("window.calls")
        ]

    def wait_for_commit(self, count: int) -> None:
        """Wait until the LMS page has seen this many commits."""
        assert self.page is not None
        self.page.wait_for_function("n => calls.filter(c => c.name === 'LMSCommit').length >= n", arg=count)

    @property
    def elements(self) -> dict[str, str]:
        """What the LMS keeps of this SCO."""
        return self.host.records[self.sco].elements

    @property
    def pages(self) -> list[str]:
        return self.frame.eval_on_selector_all("[data-sk-page]", "all => all.map(one => one.dataset.skPage)")

    @property
    def current(self) -> str:
        shown = self.frame.eval_on_selector_all(
            "[data-sk-page]:not([hidden])", "all => all.map(one => one.dataset.skPage)"
        )
        assert len(shown) == 1
        return str(shown[0])

    @property
    def activities(self) -> list[Activity]:
        rows = self.frame.eval_on_selector_all(
            "[data-sk-activity]",
            """all => all.map(one => ({
              id: one.dataset.skActivity, kind: one.dataset.skKind, page: one.closest("[data-sk-page]").dataset.skPage,
              required: "skRequired" in one.dataset, weight: Number(one.dataset.skWeight),
              correct: one.dataset.skCorrect === undefined ? null : one.dataset.skCorrect.split(" "),
              options: [...one.querySelectorAll("input")].map(input => input.value) }))""",
        )
        return [
            Activity(**row | {"correct": row["correct"] and tuple(row["correct"]), "options": tuple(row["options"])})
            for row in rows
        ]

    @property
    def passing(self) -> int | None:
        passing = self.frame.evaluate("document.body.dataset.skPassing")
        return None if passing is None else int(passing)

    def go(self, page: str) -> None:
        """Turn to a page by the menu."""
        if self.current == page:
            return
        self.frame.locator("#sk-menu > summary").click()
        self.frame.locator(f"#sk-menu a[href='#p-{page}']").click()
        expect(self.frame.locator(f"#p-{page}")).to_be_visible()

    def locate(self, activity: Activity) -> Locator:
        return self.frame.locator(f"[data-sk-activity='{activity.id}']")

    def answer(self, activity: Activity, options: Sequence[str]) -> None:
        """Choose these options and no others, and check."""
        self.go(activity.page)
        place = self.locate(activity)
        retry = place.locator("[data-sk-retry]")
        if retry.is_visible():
            retry.click()
        for option in activity.options:
            box = place.locator(f"input[value='{option}']")
            if option in options:
                box.check()
            elif box.get_attribute("type") == "checkbox":
                box.uncheck()
        place.locator("[data-sk-check]").click()
        expect(place.locator("[data-sk-feedback]")).to_be_visible()

    def do(self, activity: Activity) -> None:
        """Do an activity as one does who knows the answer."""
        if activity.kind == "choice":
            self.answer(activity, activity.right)
        elif activity.kind == "reflection":
            self.go(activity.page)
            place = self.locate(activity)
            place.locator("textarea").fill(SECRET)
            place.locator("[data-sk-done]").click()
            expect(place.locator("[data-sk-thanks]")).to_be_visible()
        else:
            raise AssertionError(f"nobody told the learner how to do a {activity.kind}")

    def finish_all(self) -> None:
        """See every page and do every required activity that is not done."""
        todo = [activity for activity in self.activities if activity.required]
        for page in self.pages:
            self.go(page)
            for activity in todo:
                if activity.page == page:
                    self.do(activity)


def gallery_pages(folder: Path, completion: str, *pages: str) -> Path:
    """A package made in `folder` of one module with these pages of the gallery."""
    course = Path(shutil.copytree(ROOT / "examples" / "gallery", folder / "course"))
    about = 'id: g\nslug: g\ntitle: Gallery\nlanguage: en\nversion: "1"\nmodules: [m]\n'
    (course / "course.yaml").write_text(about, encoding="utf-8")
    (course / "m").mkdir()
    includes = "".join(f"  - include: ../kinds/{page}.yaml\n" for page in pages)
    module = f"id: m\nslug: m\ntitle: Pages\ncompletion: {completion}\npages:\n{includes}"
    (course / "m" / "module.yaml").write_text(module, encoding="utf-8")
    result = build(course, folder / "dist")
    assert result.packages, [str(problem.message) for problem in result.report]
    return result.packages[0].path


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The packages of the real course by name: `m1` to `m4`, and `series`."""
    result = build(ROOT / "course", tmp_path_factory.mktemp("packages"))
    assert result.packages, [str(problem.message) for problem in result.report]
    found = {"series" if each.modules > 1 else each.path.name.split("-")[1]: each.path for each in result.packages}
    assert len(found) == len(result.packages)
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    # Playwright's own Node.js needs a library that a fresh Debian lacks; the one from the test extra needs nothing.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(Path(sys.executable).with_name("node")))
        with sync_playwright() as driver:
            yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no Chromium on this machine")
    browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(10000)
    yield context
    context.close()


@pytest.fixture
def host(packages: dict[str, Path]) -> Iterator[Callable[[str], PackageHost]]:
    """Gives a running host for a package, by name."""
    with contextlib.ExitStack() as hosts:
        yield lambda name: hosts.enter_context(PackageHost(packages[name], runtime=RUNTIME))


@pytest.fixture
def learner(host: Callable[[str], PackageHost], context: BrowserContext) -> Iterator[Callable[[str], Learner]]:
    """Gives a learner at the single SCO of a package, by name; in the end the browser may have no complaint."""
    learners: list[Learner] = []

    def meet(name: str) -> Learner:
        at = host(name)
        learners.append(Learner(context, at, at.launches[0].identifier))
        return learners[-1]

    yield meet
    for each in learners:
        assert each.problems == []


@pytest.fixture
def learner_at(context: BrowserContext) -> Callable[[PackageHost, str], Learner]:
    """Gives a learner at one SCO of a running host."""
    return lambda host, sco: Learner(context, host, sco)
