"""The weight of a package."""

from pathlib import Path

import pytest

from scormkit.render.budget import MEGABYTE, Weight, megabytes, weigh
from scormkit.render.site import SiteFile


def test_files_on_disk_and_in_memory_count_and_the_largest_come_first(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(bytes(3000))
    files = [SiteFile(f"m1/{n:02}.txt", b"x" * n) for n in range(20)]
    weight = weigh([*files, SiteFile("m1/film.mp4", film), SiteFile("a.txt", b"x" * 19)])
    assert weight.total == 3000 + 19 + sum(range(20))
    assert weight.largest[:3] == (("m1/film.mp4", 3000), ("a.txt", 19), ("m1/19.txt", 19))
    assert len(weight.largest) == 10
    assert weight == weigh([SiteFile("a.txt", b"x" * 19), SiteFile("m1/film.mp4", film), *reversed(files)])


def test_nothing_weighs_nothing() -> None:
    assert weigh([]) == Weight(0, ())
    assert weigh([]).text() == ""


@pytest.mark.parametrize(
    ("total", "budget", "over"), [(2 * MEGABYTE, 2, False), (2 * MEGABYTE + 1, 2, True), (10**12, None, False)]
)
def test_over_the_budget_is_more_than_the_budget(total: int, budget: int | None, over: bool) -> None:
    assert Weight(total, ()).over(budget) is over


def test_the_text_names_size_and_path_a_line_each() -> None:
    weight = Weight(0, (("m1/media/film.mp4", 12_340_000), ("m1/media/a.webp", 940_000), ("b.css", 1)))
    assert weight.text() == "12.3 MB  m1/media/film.mp4\n 0.9 MB  m1/media/a.webp\n   1 kB  b.css"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 kB"), (1, "1 kB"), (99_001, "100 kB"), (100_000, "0.1 MB"), (20_040_000, "20.0 MB")]
)
def test_sizes_are_said_for_readers(size: int, text: str) -> None:
    assert megabytes(size) == text
