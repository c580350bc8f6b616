"""Course to Site: every module becomes one document whose sections are its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from scormkit.activities.contract import Activity, Tracking
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
class ActivityView:
    """An activity as the page's template sees it."""

    id: str | None
    kind: str
    html: Markup
    tracking: Tracking | None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as the page's template sees it."""

    id: str
    title: str
    activities: tuple[ActivityView, ...]


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
    pages = tuple(_view_page(page, about.language, shelf) for page in module.pages)
    trackables = tuple(
        Trackable(activity.id, tracking)
        for page in module.pages
        for activity in page.content
        if activity.id is not None and (tracking := activity.tracking()) is not None
    )
    html = _unit_template().render(
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
        kinds=frozenset(activity.kind for page in module.pages for activity in page.content),
        trackables=trackables,
        state_size=worst_case([page.id for page in module.pages], trackables),
    )


def _view_page(page: Page, language: str, shelf: MediaShelf) -> PageView:
    views = (
        _view_activity(activity, f"{page.id}-{number}", language, shelf)
        for number, activity in enumerate(page.content, start=1)
    )
    return PageView(page.id, page.title, tuple(views))


def _view_activity(activity: Activity, uid: str, language: str, shelf: MediaShelf) -> ActivityView:
    html = _kind_template(activity.kind).render(
        activity=activity, words=kind_words(activity.kind, language), uid=uid, media=shelf.url
    )
    return ActivityView(activity.id, activity.kind, Markup(html), activity.tracking())  # noqa: S704 - autoescaped


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
    )
    environment.filters |= {"markdown": markdown, "markdown_inline": markdown_inline}
    return environment


@cache
def _unit_template() -> Template:
    text = files("scormkit.render").joinpath("templates/unit.html").read_text(encoding="utf-8")
    return _environment().from_string(text)


@cache
def _kind_template(kind: str) -> Template:
    return _environment().from_string(kinds()[kind].text("template.html") or "")
