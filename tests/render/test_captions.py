"""Captions within a page."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from scormkit.archive.fingerprint import Fingerprint, SourceChangedError
from scormkit.render.captions import within_page
from scormkit.render.policy import POLICY
from scormkit.render.site import SiteFile

VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nDag.\n"
TRACK = '<track kind="captions" src="media/a-1.vtt" srclang="nl">'


def page(body: str) -> SiteFile:
    return SiteFile("m/index.html", f'<meta content="{POLICY}">{body}'.encode())


def captions(folder: Path) -> SiteFile:
    source = folder / "a.vtt"
    source.write_bytes(VTT)
    return SiteFile("m/media/a-1.vtt", source, Fingerprint.of(VTT))


def test_the_page_holds_its_captions_and_may_show_them(tmp_path: Path) -> None:
    film = SiteFile("m/media/film.mp4", b"film")
    made, rest = within_page({"m/index.html"}, [page(TRACK + TRACK), captions(tmp_path), film])
    text = bytes(made.content).decode() if not isinstance(made.content, Path) else ""
    data = f'src="data:text/vtt;base64,{base64.b64encode(VTT).decode()}" srclang="nl"'
    assert text.count(data) == 2
    assert "media-src 'self' data:" in text
    assert "a-1.vtt" not in text
    assert rest == film


def test_the_first_page_may_show_the_captions_of_films_that_it_takes_from_the_other_document(tmp_path: Path) -> None:
    first = page("<p>")
    whole = replace(page(TRACK), path="m/whole.html")
    made = within_page({"m/index.html", "m/whole.html"}, [first, whole, captions(tmp_path)])
    texts = {each.path: bytes(each.content).decode() for each in made if not isinstance(each.content, Path)}
    assert set(texts) == {"m/index.html", "m/whole.html"}
    assert all("media-src 'self' data:" in text for text in texts.values())
    assert "data:text/vtt" not in texts["m/index.html"]


def test_captions_that_are_for_downloading_too_stay(tmp_path: Path) -> None:
    files = [page(f'{TRACK}<a href="media/a-1.vtt">'), captions(tmp_path)]
    assert [file.path for file in within_page({"m/index.html"}, files)] == ["m/index.html", "m/media/a-1.vtt"]


def test_a_page_without_films_is_as_it_was() -> None:
    files = (page("<p>&lt;track kind=&quot;captions&quot;"), SiteFile("m/media/a.svg", b"<svg/>"))
    assert within_page({"m/index.html"}, files) == files


def test_captions_that_changed_stop_the_build(tmp_path: Path) -> None:
    file = captions(tmp_path)
    (tmp_path / "a.vtt").write_bytes(VTT + b"\n")
    with pytest.raises(SourceChangedError):
        within_page({"m/index.html"}, [page(TRACK), file])
