"""Where a course covers its topics: read from what pages and activities say under `covers`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scormkit.activities.contract import Activity, inside
from scormkit.course import problems
from scormkit.course.lists import items
from scormkit.course.model import Course, Module, Page
from scormkit.course.topics import Topic
from scormkit.course.tree import Node
from scormkit.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a module a topic is covered: on a page, or in an activity on it.

    `kind` is that of the activity, and None for a page as a whole. `name` is the activity's title, or else its id.
    """

    page: str
    kind: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class InModule:
    """Where a module covers a topic, in the order of the module; nowhere where there are no `places`."""

    number: int
    title: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A topic and all modules of the course, in order, with the places that cover it."""

    topic: Topic
    modules: tuple[InModule, ...]

    @property
    def there(self) -> tuple[InModule, ...]:
        """The modules that cover it."""
        return tuple(module for module in self.modules if module.places)

    @property
    def lacking(self) -> tuple[InModule, ...]:
        """The modules that would have to cover it and do not: all of them where it is covered nowhere."""
        if self.topic.every_module or not self.there:
            return tuple(module for module in self.modules if not module.places)
        return ()


def coverage(course: Course) -> tuple[Covered, ...]:
    """Every topic of the course with the places that cover it, in the order in which `course.yaml` declares them."""
    found = [(module.title, _places(module)) for module in course.modules]
    return tuple(
        Covered(
            topic,
            tuple(InModule(n, title, places.get(topic.id, ())) for n, (title, places) in enumerate(found, start=1)),
        )
        for topic in course.about.topics
    )


def _places(module: Module) -> dict[str, tuple[Place, ...]]:
    """Where a module covers which topics, each place once."""
    found: dict[str, dict[Place, None]] = {}
    for page in module.pages:
        for topic, place in _on(page):
            found.setdefault(topic, {})[place] = None
    return {topic: tuple(places) for topic, places in found.items()}


def _on(page: Page) -> Iterator[tuple[str, Place]]:
    """The topics that a page covers, first as a whole and then by its activities, at any depth."""
    yield from ((topic, Place(page.title)) for topic in page.covers)
    for _, model in inside(page):
        if isinstance(model, Activity):
            place = Place(page.title, model.kind, getattr(model, "title", None) or model.id)
            yield from ((topic, place) for topic in model.covers)


def topics_of(module: Module) -> frozenset[str]:
    """The ids of all topics that a module covers."""
    return frozenset(topic for page in module.pages for topic, _ in _on(page))


def gaps(topics: Sequence[Topic], covered: Mapping[str, frozenset[str]], tree: Node) -> Iterator[Diagnostic]:
    """What is not covered as it has to be, told at each topic in `course.yaml`, which `tree` is.

    `covered` has the topics of every module of the course, by the module's id.
    """
    for topic, node in zip(topics, items(tree, "topics"), strict=True):
        lacking = [module for module, found in covered.items() if topic.id not in found]
        place = node.find(["id"])
        if len(lacking) == len(covered):
            hint = f"name it where it is covered, as in `covers: [{topic.id}]`, or remove it"
            yield place.problem(problems.TOPIC_NOT_COVERED, f"nothing covers the topic `{topic.id}`", hint)
        elif topic.every_module and lacking:
            names = ", ".join(f"`{module}`" for module in lacking)
            what = f"the module {names} does" if len(lacking) == 1 else f"the modules {names} do"
            message = f"{what} not cover the topic `{topic.id}`, as every module has to"
            hint = f"name it there where it is covered, as in `covers: [{topic.id}]`"
            yield place.problem(problems.TOPIC_NOT_EVERYWHERE, message, hint)
