"""Pictures are made once: in a build, and from build to build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scormkit.course.media import MediaSettings
from scormkit.course.raster import Raster
from scormkit.render.pictures import Cache, Pictures
from scormkit.render.variants import Variants
from tests.photos import encode, photo


@pytest.fixture
def conversions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with every conversion."""
    from scormkit.render import conversion

    made: list[int] = []
    convert: Callable[..., Variants] = conversion.convert

    def counting(data: bytes, raster: Raster, wanted: MediaSettings) -> Variants:
        made.append(len(data))
        return convert(data, raster, wanted)

    monkeypatch.setattr(conversion, "convert", counting)
    return made


def test_each_picture_is_made_once_per_build_whatever_its_name(tmp_path: Path, conversions: list[int]) -> None:
    data = encode(photo(60, 40), "jpg")
    pictures = Pictures()
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(data)
        pictures.prepare(tmp_path / name)
    pictures.prepare(tmp_path / "a.jpg")
    assert len(conversions) == 1


def test_a_cache_keeps_pictures_from_build_to_build(tmp_path: Path, conversions: list[int]) -> None:
    file, folder = tmp_path / "a.jpg", tmp_path / "deep" / "cache"
    file.write_bytes(encode(photo(700, 40), "jpg"))

    def build(**wanted: object) -> Variants | None:
        return Pictures(MediaSettings(**wanted), Cache(folder)).prepare(file).variants

    first = build()
    assert build() == first
    assert len(conversions) == 1
    build(quality=50)
    assert len(conversions) == 2
    kept = sorted(folder.iterdir())
    assert len(kept) == 2
    for each in kept:
        each.write_bytes(each.read_bytes()[:-1] + b"!")
    assert build() == first
    assert len(conversions) == 3
    assert sorted(folder.iterdir()) == kept


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    (tmp_path / "a.jpg").write_bytes(encode(photo(60, 40), "jpg"))
    assert Pictures(cache=Cache(tmp_path / "cache")).prepare(tmp_path / "a.jpg").variants
