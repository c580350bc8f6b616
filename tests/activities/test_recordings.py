"""What films and recordings ask for, how large their answers get, and how the length of a film is read."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.activities.audio import Audio
from scormkit.activities.registry import complete
from scormkit.activities.video import MOST_MOMENTS, Video
from scormkit.activities.video.length import film_length

complete()

MEDIA = Path(__file__).parents[2] / "examples" / "gallery" / "media"
FILM: dict[str, Any] = {
    "kind": "video",
    "id": "visit",
    "title": "The bell rings",
    "files": ["film.webm", "film.mp4"],
    "captions": [{"file": "film.vtt"}],
    "transcript": "Come in!",
}
RECORDING: dict[str, Any] = {
    "kind": "audio",
    "title": "One breath",
    "files": ["a.opus", "a.mp3"],
    "transcript": "Hello",
}


def pauses(count: int) -> list[dict[str, Any]]:
    text = {"kind": "text", "text": "What do you see?"}
    ids = "abcdefghijklmnopqrstuvwxyz0123456789"
    return [{"id": ids[n], "at": f"0:{n:02}", "title": "A pause", "content": [text]} for n in range(count)]


def test_a_plain_film_asks_nothing_and_keeps_one_character() -> None:
    film = Video.model_validate(FILM)
    tracking = film.tracking()
    assert (tracking.asks, tracking.state_size, tracking.interaction, tracking.scored) == (False, 1, None, False)
    assert [kind for _, kind in film.sources] == ["video/webm", "video/mp4"]


def test_the_longest_answer_has_all_pauses_and_as_many_moments_as_there_can_be() -> None:
    film = Video.model_validate(FILM | {"pauses": pauses(36), "step_in": {"question": "Where?"}})
    answer = "1" + "".join(pause.id for pause in film.pauses) + "_zzz" * MOST_MOMENTS
    assert film.tracking().state_size == len(answer)
    assert film.tracking().asks
    only_pauses = Video.model_validate(FILM | {"pauses": pauses(2)})
    assert (only_pauses.tracking().asks, only_pauses.tracking().state_size) == (True, 3)


def test_a_pause_tells_its_time_in_seconds_and_to_readers() -> None:
    one = pauses(1)[0] | {"at": "1:05.5"}
    (pause,) = Video.model_validate(FILM | {"pauses": [one]}).pauses
    assert (pause.seconds, pause.time) == (65.5, "1:05")


def test_a_recording_is_kept_only_with_an_id() -> None:
    assert Audio.model_validate(RECORDING).tracking() is None
    tracking = Audio.model_validate(RECORDING | {"id": "bell"}).tracking()
    assert tracking is not None
    assert (tracking.asks, tracking.state_size, tracking.interaction) == (False, 1, None)
    assert [kind for _, kind in Audio.model_validate(RECORDING).sources] == ["audio/ogg; codecs=opus", "audio/mpeg"]


@pytest.mark.parametrize("name", ["visit.mp4", "visit.webm"])
def test_the_length_of_a_film_stands_in_its_header(name: str) -> None:
    assert film_length(MEDIA / name) == pytest.approx(12, abs=0.05)


def test_a_long_header_box_and_a_long_movie_header_are_read(tmp_path: Path) -> None:
    header = b"\1\0\0\0" + struct.pack(">QQIQ", 0, 0, 90000, 90000 * 7)
    movie = struct.pack(">I4s", 8 + len(header), b"mvhd") + header
    file = tmp_path / "film.mp4"
    file.write_bytes(struct.pack(">I4sQ", 1, b"moov", 16 + len(movie)) + movie)
    assert film_length(file) == 7


@given(content=st.binary(max_size=200), at=st.integers(0, 600), suffix=st.sampled_from(["mp4", "webm"]))
def test_a_damaged_film_has_no_length_or_a_sane_one(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, at: int, suffix: str
) -> None:
    whole = (MEDIA / f"visit.{suffix}").read_bytes()[:2000]
    file = tmp_path_factory.mktemp("film") / f"film.{suffix}"
    file.write_bytes(whole[:at] + content + whole[at + len(content) :])
    length = film_length(file)
    assert length is None or 0 < length < 1_000_000


def test_a_film_that_is_not_there_has_no_length(tmp_path: Path) -> None:
    assert film_length(tmp_path / "none.mp4") is None
