"""What a picture becomes: made ready with Pillow, copied without."""

import struct
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from scormkit.course.media import MediaSettings
from scormkit.course.pictures import judge_picture
from scormkit.course.problems import METADATA_KEPT, PICTURE_DAMAGED
from scormkit.course.raster import Raster, read_raster
from scormkit.render.pictures import Pictures
from scormkit.render.variants import Variant, Variants
from tests.photos import TYPES, encode, photo, place, png


def opened(variant: Variant) -> Image.Image:
    return Image.open(BytesIO(variant.content))


def prepare(path: Path, data: bytes, **wanted: object) -> Variants:
    path.write_bytes(data)
    pictures = Pictures(MediaSettings(**wanted))
    prepared = pictures.prepare(path)
    assert pictures.problems() == ()
    assert prepared.variants is not None
    assert (prepared.width, prepared.height) == prepared.variants.size
    return prepared.variants


@pytest.fixture
def without_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "scormkit.render.conversion", raising=False)
    for name in [name for name in sys.modules if name == "PIL" or name.startswith("PIL.")]:
        monkeypatch.setitem(sys.modules, name, None)


def test_a_photo_comes_in_webp_of_several_widths_with_its_own_format_last(tmp_path: Path) -> None:
    variants = prepare(tmp_path / "a.jpg", encode(photo(2000, 1000), "jpg"))
    assert [(v.type, v.width, v.height) for v in variants.sources] == [
        ("webp", 480, 240),
        ("webp", 960, 480),
        ("webp", 1600, 800),
    ]
    assert (variants.fallback.type, variants.fallback.width) == ("jpg", 960)
    for each in (*variants.sources, variants.fallback):
        assert read_raster(each.content) == Raster(each.type, each.width, each.height, animated=False, metadata=False)


@pytest.mark.parametrize(("width", "widths"), [(300, [300]), (500, [500]), (700, [480, 700]), (1600, [480, 960, 1600])])
def test_no_variant_is_wider_than_the_picture(tmp_path: Path, width: int, widths: list[int]) -> None:
    variants = prepare(tmp_path / "a.png", encode(photo(width, 20), "png"))
    assert [each.width for each in variants.sources] == widths
    assert variants.fallback.width == max(each for each in widths if each <= 960)


@pytest.mark.slow
def test_a_photo_saved_as_png_falls_back_to_jpeg_and_a_see_through_one_to_png(tmp_path: Path) -> None:
    grainy = Image.blend(photo(900, 600), Image.effect_noise((900, 600), 20).convert("RGB"), 0.3)
    data = encode(grainy, "png")
    variants = prepare(tmp_path / "a.png", data)
    assert variants.fallback.type == "jpg"
    assert len(variants.fallback.content) < len(data) / 4
    grainy.putalpha(128)
    assert prepare(tmp_path / "b.png", encode(grainy, "png")).fallback.type == "png"


def test_avif_comes_first_where_it_is_asked_for_and_no_format_means_its_own(tmp_path: Path) -> None:
    both = prepare(tmp_path / "a.jpg", encode(photo(300, 200), "jpg"), formats=["webp", "avif"])
    assert [each.type for each in both.sources] == ["avif", "webp"]
    own = prepare(tmp_path / "b.jpg", encode(photo(3000, 20), "jpg"), formats=[])
    assert own.sources == ()
    assert (own.fallback.type, own.fallback.width) == ("jpg", 1600)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "avif"])
def test_a_picture_is_turned_upright_and_its_place_is_gone(tmp_path: Path, kind: str) -> None:
    upright = photo(200, 120)
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    data = encode(lying, kind, exif=place(6), **({"icc_profile": srgb()} if kind == "png" else {}))
    assert b"Camera of Tom" in data
    variants = prepare(tmp_path / f"a.{kind}", data)
    for each in (*variants.sources, variants.fallback):
        image = opened(each)
        assert image.size == (200, 120)
        assert not image.getexif()
        assert not set(image.info) & {"exif", "xmp", "icc_profile", "comment"}
        assert b"Camera of Tom" not in each.content
        assert near(image.convert("RGB").getpixel((195, 5)), upright.getpixel((195, 5)), 24)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_turned_upright(tmp_path: Path, orientation: int) -> None:
    corner = Image.new("RGB", (90, 60), "white")
    corner.paste("red", (0, 0, 30, 20))
    undo = [None, 0, 3, 1, 5, 2, 6, 4][orientation - 1]
    lying = corner if undo is None else corner.transpose(Image.Transpose(undo))
    variants = prepare(tmp_path / "a.png", encode(lying, "png", exif=place(orientation)))
    assert opened(variants.fallback).convert("RGB").tobytes() == corner.tobytes()


@given(st.binary(max_size=40))
def test_a_damaged_exif_block_leaves_the_picture_as_it_lies(rest: bytes) -> None:
    from scormkit.render.conversion import convert

    data = encode(photo(30, 20), "jpg", exif=b"Exif\0\0II*\0" + rest)
    variants = convert(data, read_raster(data), MediaSettings(widths=[30]))
    assert variants.fallback.width in (30, 20)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def near(one: object, other: object, distance: int) -> bool:
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return len(one) == len(other) and all(abs(a - b) <= distance for a, b in zip(one, other, strict=True))


def test_colours_of_another_space_become_srgb(tmp_path: Path) -> None:
    # A space in which red is called blue tells whether the profile is used at all.
    swapped = bytearray(srgb())
    red, blue = swapped.index(b"rXYZ"), swapped.index(b"bXYZ")
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    data = encode(Image.new("RGB", (40, 40), (250, 20, 10)), "png", icc_profile=bytes(swapped))
    variants = prepare(tmp_path / "a.png", data)
    assert near(opened(variants.fallback).convert("RGB").getpixel((9, 9)), (10, 20, 250), 4)


def test_a_broken_profile_changes_nothing(tmp_path: Path) -> None:
    data = encode(Image.new("RGB", (40, 40), (250, 20, 10)), "png", icc_profile=b"no profile")
    assert opened(prepare(tmp_path / "a.png", data).fallback).getpixel((9, 9)) == (250, 20, 10)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_is_kept(tmp_path: Path, mode: str) -> None:
    image = Image.new("RGBA", (700, 700), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((100, 100, 600, 600), fill=(90, 90, 90, 255))
    image = image.quantize(16) if mode == "P" else image.convert(mode)
    variants = prepare(tmp_path / "a.png", encode(image, "png"), formats=["webp", "avif"])
    for each in (*variants.sources, variants.fallback):
        shown = opened(each).convert("RGBA")
        middle = each.width // 2
        assert shown.getpixel((2, 2))[3] == 0, each.type
        assert near(shown.getpixel((middle, middle)), (90, 90, 90, 255), 4), each.type


@pytest.mark.parametrize(("mode", "kind"), [("L", "jpg"), ("CMYK", "jpg"), ("1", "png"), ("P", "gif"), ("I;16", "png")])
def test_other_kinds_of_colour_are_shown_right(tmp_path: Path, mode: str, kind: str) -> None:
    if mode == "I;16":
        image = Image.new(mode, (30, 30), 128 * 257)
        expected = (128, 128, 128)
    else:
        expected = (255, 255, 255) if mode == "1" else (128, 128, 128)
        image = Image.new("RGB", (30, 30), expected)
        image = image.quantize(4) if mode == "P" else image.convert(mode)
    variants = prepare(tmp_path / f"a.{kind}", encode(image, kind))
    for each in (*variants.sources, variants.fallback):
        assert near(opened(each).convert("RGB").getpixel((9, 9)), expected, 4), each.type


def test_a_palette_is_kept_and_flat_drawings_lose_nothing(tmp_path: Path) -> None:
    image = Image.new("P", (400, 300), 0)
    image.putpalette([255, 255, 255, 200, 30, 30])
    ImageDraw.Draw(image).line((0, 0, 399, 299), fill=1)
    data = encode(image, "png")
    variants = prepare(tmp_path / "a.png", data)
    assert len(variants.fallback.content) <= len(data)
    assert opened(variants.fallback).mode == "P"
    assert opened(variants.sources[0]).convert("RGB").tobytes() == image.convert("RGB").tobytes()


@pytest.mark.slow
@pytest.mark.parametrize("kind", TYPES)
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, kind: str) -> None:
    data = encode(photo(600, 300), kind)
    first, second = (prepare(tmp_path / f"{n}.{kind}", data, formats=["avif", "webp"]) for n in "ab")
    assert first == second


def test_a_picture_that_moves_is_copied_and_what_it_hides_is_said(tmp_path: Path) -> None:
    frames = [photo(20, 10), photo(20, 10).rotate(180)]
    file = tmp_path / "a.gif"
    file.write_bytes(encode(frames[0], "gif", save_all=True, append_images=frames[1:], comment=b"Tom"))
    pictures = Pictures()
    prepared = pictures.prepare(file)
    assert (prepared.variants, prepared.width, prepared.height) == (None, 20, 10)
    (problem,) = pictures.problems()
    assert (problem.definition, problem.file) == (METADATA_KEPT, file)
    assert "pictures that move" in problem.hint


def test_what_only_decoding_shows_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(png(300, 300, b"far too few"))
    assert judge_picture(file) is None
    pictures = Pictures()
    assert pictures.prepare(file).variants is None
    pictures.prepare(file)
    (problem,) = pictures.problems()
    assert (problem.definition, problem.file) == (PICTURE_DAMAGED, file)
    assert problem.message.startswith("the picture `a.png` cannot be decoded")


def test_bombs_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(png(30_000, 30_000))
    pictures = Pictures()
    assert pictures.prepare(file).variants is None
    assert "30000 by 30000 pixels" in pictures.problems()[0].message


@pytest.mark.usefixtures("without_pillow")
def test_without_pillow_pictures_are_copied_and_what_they_hide_is_said_once(tmp_path: Path) -> None:
    pictures = Pictures()
    for n in range(7):
        file = tmp_path / f"{n}.jpg"
        # A JPEG of 8 by 6 pixels would need Pillow to be made; its structure is enough here.
        exif = b"Exif\0\0II*\0\x08\0\0\0\0\0"
        file.write_bytes(
            b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
            + b"\xff\xc0\x00\x0b\x08\x00\x06\x00\x08\x01\x01\x11\x00"
            + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + bytes([n]) + b"\xff\xd9"
        )  # fmt: skip
        prepared = pictures.prepare(file)
        assert (prepared.variants, prepared.width, prepared.height) == (None, 8, 6)
    (problem,) = pictures.problems()
    assert problem.definition is METADATA_KEPT
    assert problem.message.startswith("7 pictures go into the package")
    assert "`0.jpg`, `1.jpg`, `2.jpg`, `3.jpg`, `4.jpg`, …" in problem.message
    assert "pip install 'scormkit[media]'" in problem.hint
