"""Pictures: judged by their structure, made ready with Pillow, copied without."""

import random
import struct
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms, ImageDraw

from scormkit.course.media import MediaSettings
from scormkit.course.pictures import judge_picture, judge_svg
from scormkit.course.problems import METADATA_KEPT, PICTURE_DAMAGED, SVG_UNSAFE
from scormkit.course.raster import MAX_PIXELS, Raster, RasterError, read_raster
from scormkit.course.svg import DrawingError, read_drawing
from scormkit.render.pictures import Cache, Pictures
from scormkit.render.variants import Variant, Variants

TYPES = ["png", "jpg", "gif", "webp", "avif"]
FORMATS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'


def photo(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Soft colours, as a photo has them: blue above, red at the right."""
    small = Image.new("RGB", (8, 8))
    noise = random.Random(7)
    for x in range(8):
        for y in range(8):
            small.putpixel((x, y), (x * 32, noise.randrange(160), 255 - y * 32))
    return small.resize((width, height), Image.Resampling.BICUBIC).convert(mode)


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, FORMATS[kind], **options)
    return stream.getvalue()


def place(orientation: int) -> Image.Exif:
    """Exif as a phone writes it: the orientation, the maker and the place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Camera of Tom"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 5.0, 24.0)
    return exif


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


# What a file is, by its structure alone.


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


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(pixels)) + part(b"IEND", b"")


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


# Drawings.


@pytest.mark.parametrize(
    ("attributes", "content", "message"),
    [
        ("", "<script>1</script>", "an element `script`"),
        ("", "<g><a:script xmlns:a='http://www.w3.org/2000/svg'/></g>", "an element `script`"),
        ("", "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "an element `iframe`"),
        ("onload='x()'", "", "an event handler, `onload`"),
        ("", "<rect onClick='x()'/>", "an event handler, `onClick`"),
        ("", "<image href='https://example.org/a.png'/>", "`href` is `https://example.org/a.png`"),
        ("", "<image xlink:href='//example.org/a.png'/>", "`href` is `//example.org"),
        ("", "<use href='other.svg#a'/>", "`href` is `other.svg#a`"),
        ("", "<set attributeName='href' to=' java&#10;script:x()'/>", "a program in `to`"),
        ("", "<rect fill='url(https://example.org/a.svg#b)'/>", "`url(https://example.org"),
        ("", "<rect style=\"fill: u\\72l('//example.org')\"/>", "`url(//example.org)`"),
        ("", "<style>@import 'a.css';</style>", "`@import`"),
        ("", "<style>@im<![CDATA[p/**/ort 'a.css';]]></style>", "`@import`"),
        ("", "<style>@\\69mport 'a.css';</style>", "`@import`"),
        ("", "<style>@font-face{src:url( \"http://example.org/f\" )}</style>", "`url(http://example.org/f)`"),
        ("xml:base='https://example.org/'", "", "`base` is"),
        ("", "<g>", "is not well-formed XML: mismatched tag (line 1)"),
        ("", "&nbsp;", "is not well-formed XML: undefined entity"),
    ],
)  # fmt: skip
def test_a_drawing_that_does_not_stand_on_its_own_is_refused(
    tmp_path: Path, attributes: str, content: str, message: str
) -> None:
    file = tmp_path / "tekening.svg"
    file.write_text(SVG.format(attributes, content), encoding="utf-8")
    problem = judge_svg(file)
    assert problem is not None
    assert problem == judge_picture(file)
    assert problem.definition is SVG_UNSAFE
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<html/>", "its first element is `html`"),
        ("<svg/>", "not an `svg` of http://www.w3.org/2000/svg"),
        ("\x1f\x8b\x08", "is not well-formed XML"),
        ("<?xml-stylesheet href='a.css'?>" + SVG.format("", ""), "a style sheet outside it"),
        ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + SVG.format("", "&a;"), "declares an entity, `a`"),
        ("<?xml version='1.0' encoding='x-none'?>" + SVG.format("", ""), "in an encoding that cannot be read"),
    ],
)
def test_a_file_that_is_no_drawing_is_refused(text: str, message: str) -> None:
    with pytest.raises(DrawingError, match=message.replace("(", r"\(")):
        read_drawing(text.encode())


def test_what_drawing_programs_write_is_let_through() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    body = """
      <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><license rdf:resource="http://x.org/"/></rdf:RDF></metadata>
      <style>.a { fill: url(#warm) } .b { mask: url("#m") } /* see https://example.org */</style>
      <rect style="fill:url('#warm')" fill="url(#warm)" clip-path="url( #c )"/><use xlink:href="#a"/>
      <image href="data:image/png;base64,AAAA"/><text>on load: http://example.org</text>
    """
    assert read_drawing((doctype + SVG.format('width="4cm" height="3cm"', body)).encode()).width == 151


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="800" height="450px"', (800, 450)),
        ('width="3in" height="72pt"', (288, 96)),
        ('width="200" viewBox="0 0 4 3"', (200, 150)),
        ('height="30" viewBox="0,0,4,3"', (40, 30)),
        ('width="100%" height="100%" viewBox="0 0 1600 900"', (1600, 900)),
        ('viewBox="0 0 24 12"', (960, 480)),
        ('width="0" height="9"', (None, None)),
        ('viewBox="0 0 nan 0"', (None, None)),
        ("", (None, None)),
    ],
)
def test_the_size_of_a_drawing(attributes: str, size: tuple[int | None, int | None]) -> None:
    drawing = read_drawing(SVG.format(attributes, "").encode())
    assert (drawing.width, drawing.height) == size


# What a picture becomes.


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


# The cache.


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
