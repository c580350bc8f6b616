"""Packages of every standard, spoiled at random in many ways: the checker keeps its promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.promises import hold
from tests.fuzz.spoiling import BASES, WAYS, base, zipped

EACH = pytest.mark.parametrize("name", BASES)
EACH_WAY = pytest.mark.parametrize("way", WAYS)
ANY = list(HealthCheck)


class Drawn:
    """Choices by Hypothesis."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def number(self, low: int, high: int) -> int:
        return self._data.draw(st.integers(low, high))

    def octets(self, most: int) -> bytes:
        return self._data.draw(st.binary(max_size=most))


def judged(name: str, way: str, data: st.DataObject, folder: Path) -> None:
    path = folder / "package.zip"
    path.write_bytes(WAYS[way](base(name), Drawn(data)))
    hold(path)


@EACH
def test_what_is_not_spoiled_is_without_a_finding(name: str, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(zipped(base(name)))
    assert list(hold(path)) == []


@EACH_WAY
@settings(derandomize=True, deadline=None, max_examples=10, suppress_health_check=ANY)
@given(name=st.sampled_from(BASES), data=st.data())
def test_spoiled_packages(name: str, way: str, data: st.DataObject, tmp_path: Path) -> None:
    judged(name, way, data, tmp_path)


@pytest.mark.slow
@EACH_WAY
@EACH
@settings(derandomize=True, deadline=None, max_examples=100, suppress_health_check=ANY)
@given(data=st.data())
def test_many_spoiled_packages(name: str, way: str, data: st.DataObject, tmp_path: Path) -> None:
    judged(name, way, data, tmp_path)
