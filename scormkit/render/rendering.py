"""Course to Site: every module becomes a document whose sections are its pages, and one of its first page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from markupsafe import Markup

from scormkit.activities.contract import Activity, Question, inside
from scormkit.activities.registry import kinds
from scormkit.archive.fingerprint import Fingerprints
from scormkit.archive.pressed import Pressed
from scormkit.course.glossary import Glossary
from scormkit.course.model import Course, CourseFile, Module, Page
from scormkit.course.references import Bibliography
from scormkit.render.media import MediaShelf
from scormkit.render.pictures import Pictures
from scormkit.render.policy import POLICY
from scormkit.render.scripts import activities, late_connector, player
from scormkit.render.site import Part, Site, SiteFile, Trackable, Unit, iri
from scormkit.render.state import worst_case
from scormkit.render.styles import later_style, style
from scormkit.render.templating import kind_template, template
from scormkit.render.text import Texts
from scormkit.render.theme import logo_view, theme_files
from scormkit.render.words import frame_words, kind_words

START = "index.html"
WHOLE = "whole.html"
LATER_STYLE = "shared/activities.css"
PLAYER = "shared/player.js"
LATE_CONNECTOR = "shared/connector.js"
LATER_SCRIPT = "shared/activities.js"


@dataclass(frozen=True, slots=True)
class PageView:
    """A page as the unit's template sees it."""

    id: str
    title: str
    required: bool
    activities: tuple[Markup, ...]


def render(course: Course, pictures: Pictures | None = None, fingerprints: Fingerprints | None = None) -> Site:
    """The course as a site. The same course gives the same bytes.

    `pictures` makes the course's pictures ready, `fingerprints` tells its files apart; who has a cache of them brings
    his own. Raises OSError where a file of the course cannot be read.
    """
    about = course.about
    pictures = pictures or Pictures(about.media)
    units = tuple(_render_unit(about, module, pictures, fingerprints) for module in course.modules)
    return replace(_site(about, units), problems=pictures.problems())


def outline(course: Course) -> Site:
    """The course as a site without any files: all that can be told of it, and nothing to be packed.

    It takes no picture in hand, and so little time.
    """
    about = course.about
    return _site(about, tuple(_outline_unit(about, module) for module in course.modules))


def _site(about: CourseFile, units: tuple[Unit, ...]) -> Site:
    return Site(
        id=about.id,
        slug=about.slug,
        title=about.title,
        language=about.language,
        version=about.version,
        description=about.description,
        keywords=about.keywords,
        audience=about.audience,
        level=about.level,
        contact=about.contact,
        contributors=about.contributors,
        rights=about.rights,
        base_iri=about.base_iri,
        theme=about.theme,
        units=units,
        parts=_parts(about, units),
        bundles=about.package,
        linear=about.order == "linear",
        shared_objectives=about.shared_objectives,
        released=about.released,
    )


def _parts(about: CourseFile, units: Iterable[Unit]) -> tuple[Part, ...]:
    # The parts hold all modules in their order: the model has seen to that.
    rest = iter(units)
    return tuple(
        Part(part.id, part.title, part.description, tuple(islice(rest, len(part.modules)))) for part in about.parts
    )


def style_path(unit: str) -> str:
    """Where the style of a unit's first page is, by its id: beside all that themes name, with a name like no other."""
    return f"shared/first-{unit}.css"


def shared_files(site: Site, units: Iterable[Unit], connector: str) -> tuple[SiteFile, ...]:
    """The files that these units share: their style, and the player that reports through `connector`.

    Of both, what no first page needs comes in a file of its own, which is loaded once a first page is there.

    Raises OSError where a font or the logo cannot be read.
    """
    used = frozenset().union(*(unit.kinds for unit in units))
    common = frozenset.intersection(*(unit.first_kinds for unit in units))
    made = [
        SiteFile(PLAYER, player(connector)),
        SiteFile(LATER_SCRIPT, activities(connector, used)),
        *(SiteFile(style_path(unit.id), style(unit.first_kinds, site.theme)) for unit in units),
        SiteFile(LATER_STYLE, later_style(common, used)),
    ]
    if late := late_connector(connector):
        made.append(SiteFile(LATE_CONNECTOR, late))
    return (*made, *theme_files(site.theme))


def _render_unit(about: CourseFile, module: Module, pictures: Pictures, fingerprints: Fingerprints | None) -> Unit:
    painter = _Painter(about, module, MediaShelf(module.id, pictures, fingerprints))
    whole, *start = painter.documents()
    unit = _unit(module, painter.texts)
    files = [SiteFile(unit.whole, Pressed(whole.encode()))]
    files += [SiteFile(unit.start, Pressed(html.encode())) for html in start]
    return replace(unit, files=(*files, *painter.shelf.files()))


def _outline_unit(about: CourseFile, module: Module) -> Unit:
    return _unit(module, Texts(about.language, Bibliography(about.references), Glossary(about.glossary)))


def _unit(module: Module, texts: Texts) -> Unit:
    """The unit without its files."""
    trackables = tuple(_trackables(module, texts))
    return Unit(
        id=module.id,
        slug=module.slug,
        title=module.title,
        description=module.description,
        goals=module.goals,
        minutes=module.minutes,
        weight=module.weight,
        passing_score=module.completion.passing_score,
        reports_failure=module.completion.on_fail == "report",
        start=f"{module.id}/{START}",
        whole=f"{module.id}/{WHOLE if len(module.pages) > 1 else START}",
        files=(),
        pages=tuple(page.id for page in module.pages),
        kinds=frozenset(activity.kind for activity in module.activities()),
        first_kinds=frozenset(one.kind for _, one in inside(module.pages[0]) if isinstance(one, Activity)),
        trackables=trackables,
        state_size=worst_case([page.id for page in module.pages], trackables),
    )


def _trackables(module: Module, texts: Texts) -> Iterator[Trackable]:
    for page in module.pages:
        for _, activity in inside(page):
            if isinstance(activity, Activity) and activity.id is not None and (tracking := activity.tracking()):
                required, weight = module.requires(activity), module.weight_of(activity)
                question = texts.plain(activity.question) if isinstance(activity, Question) else None
                yield Trackable(activity.id, activity.kind, page.id, tracking, required, weight, question)


@dataclass(slots=True)
class _Painter:
    """Turns one module into HTML."""

    about: CourseFile
    module: Module
    shelf: MediaShelf
    texts: Texts = field(init=False)
    cited: frozenset[str] = frozenset()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of activity that the module uses."""
        return frozenset(activity.kind for activity in self.module.activities())

    def documents(self) -> Iterator[str]:
        """The document of all pages and, where there are several, that of the first alone."""
        has_list = any(kinds()[kind].lists_references for kind in self.kinds)
        pages = self.module.pages
        # A list of what all texts cite can be written once all of them have been.
        for _ in range(2 if has_list else 1):
            self.texts = self._new_texts(has_list=has_list)
            views = tuple(self.page(page) for page in pages)
            self.cited = frozenset(self.texts.cited)
        yield self._document(views, views)
        if len(pages) > 1:
            whole, self.texts = self.texts, self._new_texts(has_list=has_list)
            yield self._document(views, (self.page(pages[0]),))
            self.texts = whole

    def _new_texts(self, *, has_list: bool) -> Texts:
        about = self.about
        return Texts(about.language, Bibliography(about.references), Glossary(about.glossary), has_list=has_list)

    def _document(self, pages: tuple[PageView, ...], shown: tuple[PageView, ...]) -> str:
        about = self.about
        return template("unit.html").render(
            course=about,
            unit=self.module,
            pages=pages,
            shown=shown,
            whole=WHOLE if len(shown) < len(pages) else None,
            texts=self.texts,
            logo=logo_view(about.theme),
            words=frame_words(about.language),
            iri=about.base_iri and iri(about.base_iri, about.id, self.module.id),
            policy=POLICY,
            style_href=f"../{style_path(self.module.id)}",
            later_style_href=f"../{LATER_STYLE}",
            player_src=f"../{PLAYER}",
        )

    def page(self, page: Page) -> PageView:
        completion = self.module.completion
        required = completion.pages == "all" or page.id in completion.pages
        return PageView(page.id, page.title, required, self.activities(page.content, page.id))

    def activities(self, content: Iterable[Activity], uid: str) -> tuple[Markup, ...]:
        """The activities, one after another; `uid` begins the HTML ids inside them, and no other's may begin so."""
        return tuple(self.activity(each, f"{uid}-{number}") for number, each in enumerate(content, start=1))

    def activity(self, activity: Activity, uid: str) -> Markup:
        html = kind_template(activity.kind).render(
            activity=activity,
            about=self.about,
            module=self.module,
            language=self.about.language,
            words=kind_words(activity.kind, self.about.language),
            uid=uid,
            texts=self.texts,
            cited=self.cited,
            media=self.shelf.url,
            picture=self.shelf.picture,
            activities=self.activities,
        )
        return Markup(  # noqa: S704 - autoescaped
            template("activity.html").render(
                activity=activity,
                html=Markup(html),  # noqa: S704 - autoescaped
                tracking=activity.tracking(),
                required=self.module.requires(activity),
                weight=self.module.weight_of(activity),
            )
        )
