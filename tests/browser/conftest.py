"""Every package of the courses, built once for all processes of a run; a real browser; and learners in it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from scormkit import build
from scormkit.preview import PackageHost, XapiHost

from .learners import Learner, SiteHost, Visitor, XapiLearner, at_first_unit
from .readers import PATIENCE, await_whole

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
RUNTIME_2004 = RUNTIME.with_name("scorm2004.min.js")
COURSES = {
    "series": ROOT / "course",
    "gallery": ROOT / "examples" / "gallery",
    "four": ROOT / "tests" / "courses" / "four",
}
MODULES = {
    "series": ("m1", "m2", "m3", "m4"),
    "gallery": ("reading", "asking", "doing"),
    "four": ("m1", "m2", "m3", "m4"),
}
SHOWN = ("gallery", "series")
"""The courses that are made to be looked at; `four` is made to be counted on: choices and reflections, and no more."""
SHOWN_MODULES = [(course, module) for course in SHOWN for module in MODULES[course]]
WHOLE = "all"
"""The name of the package of a whole course; any other bears that of its module."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Packages = Mapping[tuple[str, str], Path]
"""The packages of a course, by target and name."""
Host = PackageHost | XapiHost | SiteHost
AnyLearner = Learner | XapiLearner | Visitor


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Packages]:
    """Gives all packages of a course. Whichever process asks first builds them; the others find them there.

    Of a course that is none of `COURSES`, `make` writes the source into a folder that is not there yet.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    @cache
    def get(course: str, make: Callable[[Path], object] | None = None, targets: tuple[str, ...] = ("all",)) -> Packages:
        folder = shared / f"built-{course}"
        listing = folder / "packages.json"
        with FileLock(shared / f"built-{course}.lock"):
            if not listing.is_file():
                if make is not None:
                    make(folder / "source")
                source = COURSES[course] if make is None else folder / "source"
                listing.write_text(json.dumps(_build(source, folder, targets)), encoding="utf-8")
        return {(target, name): Path(path) for target, name, path in json.loads(listing.read_text(encoding="utf-8"))}

    return get


def _build(course: Path, folder: Path, targets: tuple[str, ...]) -> list[tuple[str, str, str]]:
    result = build(course, folder, targets=targets)
    assert result.packages, [str(problem.message) for problem in result.report]
    return [
        (each.target, WHOLE if each.modules > 1 else each.path.name.split("-")[1], str(each.path))
        for each in result.packages
    ]


def gallery_pages(folder: Path, completion: str, *pages: str) -> Path:
    """A package made in `folder` of one module with these pages of the gallery."""
    course = Path(shutil.copytree(COURSES["gallery"], folder / "course"))
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
def playwright() -> Iterator[Playwright]:
    # Playwright's own Node.js needs a library that a fresh Debian lacks; the one from the test extra needs nothing.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(Path(sys.executable).with_name("node")))
        with sync_playwright() as driver:
            expect.set_options(timeout=PATIENCE * 1000)
            yield driver


def chromium() -> str:
    """Where Chromium is; without a window of its own, where it comes so, it takes much less of a machine."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    return found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Host]]:
    """Gives a running host for a package of a target. An LRS has an origin of its own there, as it has in the world."""
    with contextlib.ExitStack() as hosts:

        def start(package: Path, target: str = "scorm12") -> Host:
            if target == "web":
                site = SiteHost(package)
                hosts.callback(site.stop)
                site.start()
                return site
            if target in ("cmi5", "tincan"):
                return hosts.enter_context(XapiHost(package, cross_origin=True))
            runtime = RUNTIME if target == "scorm12" else RUNTIME_2004
            return hosts.enter_context(PackageHost(package, runtime=runtime))

        yield start


@pytest.fixture
def visit(serve: Callable[..., Host], context: BrowserContext) -> Iterator[Callable[..., AnyLearner]]:
    """Gives a learner at the first unit of a package, in `context` or another.

    In the end the browser may have no complaint; nor may an LRS, which says by itself what was not right.
    """
    learners: list[AnyLearner] = []

    def meet(package: Path, target: str = "scorm12", *, context: BrowserContext = context) -> AnyLearner:
        learner = at_first_unit(context, serve(package, target))
        learners.append(learner)
        return learner

    yield meet
    assert [problem for each in learners for problem in each.problems] == []
    assert [refused for each in learners if isinstance(each, XapiLearner) for refused in each.refused] == []


@pytest.fixture
def meet(built: Callable[[str], Packages], visit: Callable[..., AnyLearner]) -> Callable[..., AnyLearner]:
    """Gives a learner at the first unit of a package, by course, target and name; otherwise as `visit` does."""
    return lambda course, target, name, **where: visit(built(course)[target, name], target, **where)


@pytest.fixture
def learner(meet: Callable[..., Learner]) -> Callable[[str], Learner]:
    """Gives a learner at one of the four small modules, by SCORM 1.2."""
    return lambda name: meet("four", "scorm12", name)


@pytest.fixture
def open_alone(serve: Callable[..., PackageHost], browser: Browser) -> Iterator[Callable[..., Page]]:
    """Gives the first unit of a package of SCORM 1.2 without an LMS around it, in a browser of a given kind.

    It is given once all its pages are there, unless `whole` is false or there is no script to bring them in. `at`
    stands behind its address, and what `missing` matches cannot be loaded.
    """
    contexts: list[BrowserContext] = []

    def open_it(package: Path, *, at: str = "", missing: str = "", whole: bool = True, **options: object) -> Page:
        context = browser.new_context(reduced_motion="reduce", **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        page = context.new_page()
        if missing:
            page.route(missing, lambda route: route.abort())
        host = serve(package)
        page.goto(host.content_url(host.launches[0].href) + at)
        if options.get("java_script_enabled", True):
            page.locator("#sk-where", has_text=" ").wait_for()
            if whole:
                await_whole(page)
        return page

    yield open_it
    for context in contexts:
        context.close()
