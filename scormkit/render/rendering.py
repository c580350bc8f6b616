"""Course to Site: every module becomes one document whose sections are its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from scormkit.activities.contract import Activity, inside, part_folder, text_of
from scormkit.activities.registry import kinds
from scormkit.course.model import Course, CourseFile, Module, Page
from scormkit.render.media import MediaShelf
from scormkit.render.scripts import player
from scormkit.render.site import Site, SiteFile, Trackable, Unit
from scormkit.render.state import worst_case
from scormkit.render.styles import style
from scormkit.render.text import markdown, markdown_inline
from scormkit.render.words import frame_words, kind_words

STYLE = "shared/style.css"
PLAYER = "shared/player.js"


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as the unit's template sees it."""

    id: str
    title: str
    required: bool
    activities: tuple[Markup, ...]


def render(course: Course) -> Site:
    """The course as a site. The same course gives the same bytes."""
    about = course.about
    return Site(
        id=about.id,
        slug=about.slug,
        title=about.title,
        language=about.language,
        version=about.version,
        description=about.description,
        base_iri=about.base_iri,
        units=tuple(_render_unit(about, module) for module in course.modules),
    )


def shared_files(units: Iterable[Unit], connector: str) -> tuple[SiteFile, ...]:
    """The files that these units share: their style, and the player that reports through `connector`."""
    used = frozenset().union(*(unit.kinds for unit in units))
    return (SiteFile(PLAYER, player(connector, used)), SiteFile(STYLE, style(used)))


def _render_unit(about: CourseFile, module: Module) -> Unit:
    shelf = MediaShelf(module.id)
    painter = _Painter(about, module, shelf)
    pages = tuple(painter.page(page) for page in module.pages)
    trackables = tuple(_trackables(module))
    html = _template("unit.html").render(
        course=about,
        unit=module,
        pages=pages,
        words=frame_words(about.language),
        style_href=f"../{STYLE}",
        player_src=f"../{PLAYER}",
    )
    start = f"{module.id}/index.html"
    return Unit(
        id=module.id,
        slug=module.slug,
        title=module.title,
        description=module.description,
        start=start,
        files=(SiteFile(start, html.encode()), *shelf.files()),
        kinds=frozenset(activity.kind for activity in module.activities()),
        trackables=trackables,
        state_size=worst_case([page.id for page in module.pages], trackables),
    )


def _trackables(module: Module) -> Iterator[Trackable]:
    for page in module.pages:
        for _, activity in inside(page):
            if isinstance(activity, Activity) and activity.id is not None and (tracking := activity.tracking()):
                required, weight = module.requires(activity), module.weight(activity)
                yield Trackable(activity.id, activity.kind, page.id, tracking, required, weight)


@dataclass(frozen=True, slots=True)
class _Painter:
    """Turns the pages of one module into HTML."""

    about: CourseFile
    module: Module
    shelf: MediaShelf

    def page(self, page: Page) -> PageView:
        completion = self.module.completion
        required = completion.pages == "all" or page.id in completion.pages
        return PageView(page.id, page.title, required, self.activities(page.content, page.id))

    def activities(self, content: Iterable[Activity], uid: str) -> tuple[Markup, ...]:
        """The activities, one after another; `uid` begins the HTML ids inside them, and no other's may begin so."""
        return tuple(self.activity(each, f"{uid}-{number}") for number, each in enumerate(content, start=1))

    def activity(self, activity: Activity, uid: str) -> Markup:
        html = _kind_template(activity.kind).render(
            activity=activity,
            about=self.about,
            module=self.module,
            language=self.about.language,
            words=kind_words(activity.kind, self.about.language),
            uid=uid,
            media=self.shelf.url,
            picture=self.shelf.picture,
            activities=self.activities,
        )
        return Markup(  # noqa: S704 - autoescaped
            _template("activity.html").render(
                activity=activity,
                uid=uid,
                html=Markup(html),  # noqa: S704 - autoescaped
                tracking=activity.tracking(),
                required=self.module.requires(activity),
                weight=self.module.weight(activity),
            )
        )


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        loader=FunctionLoader(_source),
    )
    environment.filters |= {"markdown": markdown, "markdown_inline": markdown_inline, "line": str, "packed": packed}
    return environment


def packed(values: Iterable[str]) -> str:
    """Texts as one attribute that the player takes apart again: each encoded as in a URL, joined by blanks."""
    return " ".join(quote(value, safe="") for value in values)


def _source(name: str) -> str | None:
    """The frame's own templates, and the macros that kinds share as `<part>/macros.html`."""
    folder, _, file = name.rpartition("/")
    return text_of(part_folder(folder) if folder else files("scormkit.render").joinpath("templates"), file)


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _kind_template(kind: str) -> Template:
    return _environment().from_string(kinds()[kind].text("template.html") or "")
