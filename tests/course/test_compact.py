"""A sequence that takes little room: the same values, made anew."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from scormkit.course.compact import Compact
from scormkit.course.reading import load_course
from scormkit.diagnostics import Location

ROOT = Path(__file__).parents[2]


def test_what_comes_out_equals_what_was_put_in() -> None:
    values = [Location("a.yaml", 1, 2), Location("b.yaml"), Location("a.yaml", 1, 2)]
    compact = Compact(values)
    assert list(compact) == values
    assert len(compact) == 3
    assert (compact[0], compact[-1], compact[1:]) == (values[0], values[-1], tuple(values[1:]))
    assert Location("b.yaml") in compact
    assert compact == Compact(values)
    assert compact != Compact(values[:2])
    assert compact != Compact([*values[:2], Location("c.yaml")])
    assert compact != values
    with pytest.raises(IndexError):
        compact[3]
    assert list(Compact[int]()) == []


@pytest.mark.slow
def test_values_are_taken_one_by_one() -> None:
    """What is given may be made as it is asked for: no two values are ever there together."""

    def large() -> Iterator[list[str]]:
        for number in range(20):
            yield [f"{number} {each}" for each in range(10_000)]

    tracemalloc.start()
    try:
        one = list(next(large()))
        alone = tracemalloc.get_traced_memory()[1]
        del one
        tracemalloc.reset_peak()
        compact = Compact(large())
        assert sum(map(len, compact)) == 200_000
        assert tracemalloc.get_traced_memory()[1] < 4 * alone
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("folder", ["examples/gallery", "tests/courses/good"])
def test_models_of_all_kinds_come_out_as_they_were(folder: str) -> None:
    course = load_course(ROOT / folder).course
    assert course is not None
    modules = tuple(course.modules)
    assert tuple(Compact(modules)) == modules
    assert all(one is not another for one, another in zip(modules, course.modules, strict=True))
