"""The media shelf: names, addresses, and the HTML of pictures; and the kind figure, which shows them."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined
from lxml import html
from PIL import Image

from scormkit.activities.figure import KIND, Figure
from scormkit.archive import fingerprint
from scormkit.archive.fingerprint import Fingerprint
from scormkit.course.media import MediaSettings
from scormkit.render.media import SIZES, MediaShelf
from scormkit.render.pictures import Pictures
from scormkit.render.text import Texts

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}/>'


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "Onze tafel, één.JPG"
    Image.radial_gradient("L").resize((700, 350)).convert("RGB").save(file, "JPEG")
    return file


@pytest.fixture
def shelf() -> MediaShelf:
    return MediaShelf("m1", Pictures(MediaSettings(formats=["webp", "avif"])))


# libxml2 puts what follows a <source> inside it; HTML parsers since 2010 do not.
def element(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(markup)


def test_a_file_is_copied_once_under_an_ascii_name_with_its_digest(tmp_path: Path) -> None:
    film = tmp_path / "Één film (2).MP4"
    film.write_bytes(b"film")
    shelf = MediaShelf("m1")
    assert shelf.url(film) == shelf.url(film)
    assert re.fullmatch(r"media/een-film-2-[0-9a-f]{8}\.mp4", shelf.url(film))
    (file,) = shelf.files()
    assert (file.path, file.content) == (f"m1/{shelf.url(film)}", film)


def test_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    shelf = MediaShelf("m1")
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "…").write_text(folder)
    urls = {shelf.url(tmp_path / folder / "…") for folder in ("a", "b")}
    assert len(urls) == 2
    assert all(re.fullmatch(r"media/file-[0-9a-f]{8}", url) for url in urls)


def test_a_picture_offers_every_variant_and_the_site_holds_each(shelf: MediaShelf, photo: Path) -> None:
    picture = element(shelf.picture(photo, 'Een "tafel" & thee', css_class="a b"))
    sources, (image,) = list(picture.iter("source")), picture.iter("img")
    assert [each.get("type") for each in sources] == ["image/avif", "image/webp"]
    assert dict(image.attrib) | {"src": ""} == {
        "src": "",
        "alt": 'Een "tafel" & thee',
        "width": "700",
        "height": "350",
        "class": "a b",
        "loading": "lazy",
        "decoding": "async",
    }
    urls = {image.get("src")}
    for source, kind in zip(sources, ("avif", "webp"), strict=True):
        assert source.get("sizes") == SIZES
        wanted = rf"(media/onze-tafel-een-480-\w{{8}}\.{kind}) 480w, (media/onze-tafel-een-700-\w{{8}}\.{kind}) 700w"
        match = re.fullmatch(wanted, source.get("srcset"))
        assert match is not None
        urls.update(match.groups())
    files = shelf.files()
    assert [file.path for file in files] == sorted(f"m1/{url}" for url in urls)
    assert all(isinstance(file.content, bytes) for file in files)


def test_a_picture_shown_twice_is_there_once(shelf: MediaShelf, photo: Path) -> None:
    first = shelf.picture(photo, "")
    files = shelf.files()
    assert shelf.picture(photo, "") == first
    assert shelf.files() == files


def test_sizes_and_loading_are_the_template_s_to_say(shelf: MediaShelf, photo: Path) -> None:
    picture = element(shelf.picture(photo, "", sizes="50vw", loading="eager"))
    assert {source.get("sizes") for source in picture.iter("source")} == {"50vw"}
    (image,) = picture.iter("img")
    assert image.get("loading") == "eager"
    assert image.get("alt") == ""
    assert "class" not in image.attrib


def test_a_drawing_is_one_img_with_its_size_where_it_says_one(shelf: MediaShelf, tmp_path: Path) -> None:
    for name, attributes in (("a.svg", 'width="80" height="20"'), ("b.svg", "")):
        (tmp_path / name).write_text(SVG.format(attributes), encoding="utf-8")
    image = element(shelf.picture(tmp_path / "a.svg", "x"))
    assert (image.tag, image.get("width"), image.get("height")) == ("img", "80", "20")
    assert re.fullmatch(r"media/a-\w{8}\.svg", image.get("src"))
    assert "width" not in element(shelf.picture(tmp_path / "b.svg", "x")).attrib
    assert [file.content for file in shelf.files()] == [tmp_path / "a.svg", tmp_path / "b.svg"]


def test_a_picture_that_moves_gets_the_name_of_what_it_is(shelf: MediaShelf, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    image = element(shelf.picture(file, "x"))
    assert re.fullmatch(r"media/a-\w{8}\.gif", image.get("src"))
    assert (image.get("width"), image.get("height")) == ("20", "10")


def figure(shelf: MediaShelf, **keys: object) -> html.HtmlElement:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"markdown": Texts("en").block, "line": Texts("en").line}
    template = environment.from_string(KIND.text("template.html") or "")
    activity = Figure.model_validate({"kind": "figure", **keys})
    return element(template.render(activity=activity, picture=shelf.picture))


def test_a_figure_shows_picture_caption_and_credit(shelf: MediaShelf, photo: Path) -> None:
    shown = figure(shelf, image=photo, alt="Thee", caption="Een *kop* thee.", credit="Foto: A. <Jansen>")
    assert [each.tag for each in shown] == ["picture", "figcaption"]
    assert shown.find(".//img").get("alt") == "Thee"
    assert [p.text_content() for p in shown.findall("figcaption//p")] == ["Een kop thee.", "Foto: A. <Jansen>"]
    assert shown.get("class") is None


def test_a_decorative_figure_has_an_empty_alt_and_no_empty_caption(shelf: MediaShelf, photo: Path) -> None:
    shown = figure(shelf, image=photo, decorative=True)
    assert shown.find(".//img").get("alt") == ""
    assert shown.find("figcaption") is None


def test_a_wide_figure_asks_for_wider_variants(shelf: MediaShelf, photo: Path) -> None:
    shown = figure(shelf, image=photo, alt="Kaart", wide=True, credit="Kadaster")
    assert shown.get("class") == "sk-wide"
    assert {source.get("sizes") for source in shown.iter("source")} == {"(min-width: 79em) 72.25em, 92vw"}
    assert shown.find("figcaption").text_content().strip() == "Kadaster"


def test_a_file_bears_the_fingerprint_that_its_name_was_made_of(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"film")
    shelf = MediaShelf("m1")
    url = shelf.url(file)
    file.write_bytes(b"another film, and a page may already tell how long the first one is")
    assert shelf.url(file) == url
    (found,) = shelf.files()
    assert found.fingerprint == Fingerprint.of(b"film")
    assert f"-{Fingerprint.of(b'film').crc32:08x}." in url


def test_two_files_of_one_name_and_one_checksum_stay_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Checksums of 32 bits can be alike by chance; here all are.
    monkeypatch.setattr(fingerprint, "crc32", lambda content, crc=0: 7)
    files = []
    for folder, content in (("a", b"one"), ("b", b"another")):
        (tmp_path / folder).mkdir()
        files.append(tmp_path / folder / "paper.csv")
        files[-1].write_bytes(content)
    shelf = MediaShelf("m1")
    addresses = [shelf.url(file) for file in (*files, *files)]
    assert addresses == ["media/paper-00000007.csv", "media/paper-00000007-7.csv"] * 2
    assert {each.path: each.content for each in shelf.files()} == {
        f"m1/{address}": file for address, file in zip(addresses, files, strict=False)
    }
