"""What a picture is, judged by its structure alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.course.pictures import judge_picture
from scormkit.course.problems import PICTURE_DAMAGED
from scormkit.course.raster import MAX_PIXELS, Raster, RasterError, read_raster
from tests.photos import TYPES, encode, photo, place, png


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("size", [(1, 1), (33, 7), (300, 401)])
def test_type_and_size_are_read_from_the_header(kind: str, size: tuple[int, int]) -> None:
    assert read_raster(encode(photo(*size), kind)) == Raster(kind, *size, animated=False, metadata=False)


def test_webp_without_loss_and_with_transparency_and_progressive_jpeg_are_read() -> None:
    assert read_raster(encode(photo(40, 30), "webp", lossless=True)).width == 40
    assert read_raster(encode(photo(40, 30, "RGBA"), "webp", xmp=b"<x/>")) == Raster("webp", 40, 30, False, True)
    assert read_raster(encode(photo(40, 30), "jpg", progressive=True, comment=b"x")) == Raster(
        "jpg", 40, 30, False, True
    )


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "avif"])
@pytest.mark.parametrize("orientation", [1, 3, 5, 6, 8])
def test_size_is_as_shown_and_hidden_data_is_seen(kind: str, orientation: int) -> None:
    raster = read_raster(encode(photo(60, 40), kind, exif=place(orientation)))
    assert (raster.width, raster.height) == ((60, 40) if orientation < 5 else (40, 60))
    assert raster.metadata


@pytest.mark.parametrize("kind", ["png", "gif", "webp", "avif"])
def test_a_picture_that_moves_is_told(kind: str) -> None:
    frames = [photo(20, 10), photo(20, 10).rotate(180)]
    assert read_raster(encode(frames[0], kind, save_all=True, append_images=frames[1:])).animated


@pytest.mark.parametrize("kind", TYPES)
def test_a_file_cut_anywhere_is_told_and_never_crashes(kind: str) -> None:
    data = encode(photo(200, 150), kind)
    for length in [*range(64), *range(64, len(data) - 1, max(1, len(data) // 97))]:
        with pytest.raises(RasterError):
            read_raster(data[:length])


@pytest.mark.slow
@pytest.mark.parametrize("kind", TYPES)
@given(st.data())
def test_damage_is_told_or_harmless_to_read(kind: str, data: st.DataObject) -> None:
    content = bytearray(encode(photo(24, 16), kind))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        raster = read_raster(bytes(content))
    except RasterError:
        return
    assert 0 < raster.width * raster.height <= MAX_PIXELS


@given(
    st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b"\0\0\0\x14ftypavif"]),
    st.binary(),
)
def test_anything_behind_a_picture_s_first_bytes_is_told(start: bytes, rest: bytes) -> None:
    with pytest.raises(RasterError):
        read_raster(start + rest)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"hello", "is no picture of a known type"),
        (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", "is a HEIC picture"),
        (b"II*\0" + bytes(50), "is a TIFF file by another name"),
        (b"<svg/>", "is a SVG file by another name"),
        (png(40_000, 40_000), "has 40000 by 40000 pixels"),
        (png(0, 4), "says that it has no pixels"),
        (encode(photo(9, 9), "png").replace(b"IDAT", b"IDAx"), "is damaged (part IDAx"),
        (encode(photo(200, 150), "jpg")[:-2], "is cut short"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_author_reads_what_is_wrong_with_a_picture(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "foto.jpg"
    file.write_bytes(data)
    problem = judge_picture(file)
    assert problem is not None
    assert problem.definition is PICTURE_DAMAGED
    assert f"`foto.jpg` {message}" in problem.message
    assert problem.hint


def test_a_sound_picture_by_another_name_and_a_missing_one(tmp_path: Path) -> None:
    file = tmp_path / "foto.png"
    file.write_bytes(encode(photo(9, 9), "jpg"))
    assert judge_picture(file) is None
    missing = judge_picture(tmp_path / "none.png")
    assert missing is not None
    assert "cannot be read: No such file" in missing.message
