"""The gallery shows every kind of activity, and every key of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from scormkit.activities.contract import Activity, Model, inside
from scormkit.activities.registry import kinds
from scormkit.course.model import Course, CourseFile
from scormkit.course.reading import load_course
from scormkit.course.theme import Theme

GALLERY = Path(__file__).parents[1] / "examples" / "gallery"


@pytest.fixture(scope="module")
def gallery() -> Course:
    loaded = load_course(GALLERY)
    assert loaded.course is not None, [str(each) for each in loaded.report]
    return loaded.course


def models(course: Course) -> Iterator[Model]:
    """Every model that the author wrote."""
    for written in (course.about, *course.modules):
        yield written
        yield from (model for _, model in inside(written))


@pytest.fixture(scope="module")
def shown(gallery: Course) -> dict[type[Model], set[str]]:
    """The keys that the gallery writes, by the model that they belong to."""
    found: dict[type[Model], set[str]] = defaultdict(set)
    for model in models(gallery):
        found[type(model)] |= model.model_fields_set
    return found


def test_every_kind_is_shown(gallery: Course) -> None:
    shown = {model.kind for model in models(gallery) if isinstance(model, Activity)}
    assert shown == set(kinds())


def test_every_key_of_every_kind_is_shown(shown: dict[type[Model], set[str]]) -> None:
    models = [model for model in shown if not issubclass(model, CourseFile) and model.__module__ != Theme.__module__]
    course = [model for model in models if model.__module__.startswith("scormkit.activities.")]
    missing = {
        f"{model.__module__.rpartition('.')[2]}.{model.__name__}.{key}"
        for model in course
        for key in model.model_fields
        if key not in shown[model] and (key, model.__name__) not in NEED_NOT
    }
    assert missing == set()


NEED_NOT = {(key, kind.model.__name__) for kind in kinds().values() for key in ("id", "title", "covers")}
"""An id, a short name for reports and the topics that are covered change nothing that can be seen."""


def test_every_choice_among_words_is_shown(gallery: Course) -> None:
    """Where a key takes one of a few words, each of them is written somewhere, or is what comes without writing."""
    written: dict[tuple[type[Model], str], set[object]] = defaultdict(set)
    words: dict[tuple[type[Model], str], set[object]] = {}
    for model in models(gallery):
        for key, field in type(model).model_fields.items():
            options = getattr(field.annotation, "__args__", ())
            if options and all(isinstance(each, str) for each in options) and len(options) > 1:
                words[type(model), key] = set(options)
                written[type(model), key].add(getattr(model, key))
    missing = {
        f"{model.__name__}.{key}: {word}"
        for (model, key), all_words in words.items()
        for word in all_words - written[model, key]
    }
    assert {each for each in missing if not each.startswith("CourseFile.")} == set()
