"""The films of module 3: they fit their scripts and drawings, and are small; and a script that is wrong is told."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from course.studio.film import stagings
from course.studio.film.__main__ import main as make_films
from course.studio.film.captions import captions
from course.studio.film.encoding import EncodingError, encode
from course.studio.film.frames import RATE, Size, drawing, rasters
from course.studio.film.made import Files, files, films, note
from course.studio.film.score import Score
from course.studio.film.script import LONGEST, SHORTEST, Script, ScriptError, read_script
from course.studio.film.stagings import Staging, staging_of
from course.studio.film.timeline import Move, Track, blend, shut, voice
from course.studio.film.transcript import transcript
from course.studio.people import Person
from scormkit.activities.video.length import film_length
from scormkit.course.captions import read_captions

LARGEST = 1_500_000
RIGHT = """\
title: Proef
length: 40
people:
  kim: {name: Kim, about: "moeder"}
beats:
  - {at: 0, does: "Een kamer."}
  - {at: 2, until: 4, who: kim, says: "Dag <allemaal>."}
  - {at: 5, until: 6.5, sound: "de bel"}
  - {at: 7, who: kim, does: "zwaait"}
"""

each_film = pytest.mark.parametrize("film", films())


def the_script(film: str) -> Script:
    return read_script(files(film).script)


def test_there_are_three() -> None:
    assert films() == ("jas", "rapport", "taarten")


@each_film
def test_the_words_beside_a_film_are_those_of_its_script(film: str) -> None:
    script, beside = the_script(film), files(film)
    assert beside.captions.read_text(encoding="utf-8") == captions(script)
    assert beside.transcript.read_text(encoding="utf-8") == transcript(script)


@pytest.mark.slow
@each_film
def test_a_film_is_no_older_than_its_script_and_drawings(film: str) -> None:
    beside = files(film)
    made = note(the_script(film), staging_of(beside.script))
    assert beside.note.read_text(encoding="utf-8") == made, f"make it again: python -m course.studio.film {film}"


@pytest.mark.slow
def test_a_film_is_older_where_somebody_speaks_a_tenth_of_a_second_later() -> None:
    """Its drawings at whole seconds may be the same."""
    script = the_script("jas")
    first = script.speech()[0]
    later = replace(script, beats=tuple(replace(b, at=b.at + 0.1) if b is first else b for b in script.beats))
    staging = staging_of(files("jas").script)
    assert note(later, staging) != note(script, staging)


@each_film
def test_a_film_is_in_both_formats_as_long_as_written_and_small(film: str) -> None:
    script, beside = the_script(film), files(film)
    for file in (beside.mp4, beside.webm):
        length = film_length(file)
        assert length is not None
        assert SHORTEST <= length <= LONGEST
        assert length == pytest.approx(script.length, abs=0.1)
        assert file.stat().st_size < LARGEST
    assert 0 < beside.poster.stat().st_size < 100_000


@each_film
def test_captions_are_read_without_a_word_by_scormkit(film: str) -> None:
    script = the_script(film)
    read = read_captions(captions(script))
    assert not read.problems
    assert len(read.cues) == len(script.captioned())
    assert all(first.end <= second.start for first, second in pairwise(read.cues))


@each_film
def test_a_transcript_tells_all_that_is_seen_said_and_heard(film: str) -> None:
    script = the_script(film)
    text = transcript(script)
    for beat in script.beats:
        words = beat.says or beat.does or beat.sound
        assert words is not None
        assert words in text
    assert all(role.name in text and role.about in text for role in script.people.values())


@each_film
def test_mouths_move_only_while_their_caption_is_up(film: str) -> None:
    script = the_script(film)
    for who in script.people:
        for tenth in range(int(script.length * 10)):
            if script.speaker(tenth / 10) != who:
                assert voice(script, who, tenth / 10) == 0
        own = [beat for beat in script.speech() if beat.who == who]
        assert all(max(voice(script, who, beat.at + part / 20) for part in range(24)) > 0.3 for beat in own)


def test_who_speaks_and_what_is_heard_is_in_the_captions(tmp_path: Path) -> None:
    text = captions(read(tmp_path, RIGHT))
    assert "00:00:02.000 --> 00:00:04.000\n<v Kim>Kim: Dag &lt;allemaal&gt;.</v>\n" in text
    assert "00:00:05.000 --> 00:00:06.500\n[de bel]\n" in text


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("length: 40", "length: 12", "a film lasts 40 to 90 seconds, not 12"),
        ("length: 40", "", "`length` is missing"),
        ("title: Proef", "titel: Proef", "`titel` is no key of a script"),
        ("at: 7, who: kim", "at: 1, who: kim", "the beat at 1 stands behind the one at 5"),
        ("at: 7, who: kim", "at: 41, who: kim", "the beat at 41 goes on after the film has ended"),
        ("at: 7, who: kim", "at: 7, who: jan", "the beat at 7: `jan` is not in people"),
        ("at: 7, who: kim", "who: kim", "beat 4 has no time"),
        ("until: 4", "until: 5.5", "the captions at 2 and 5 overlap"),
        ("until: 4", "until: 3", "the caption at 2 stands for 1.0 s; give it at least 1.2"),
        ("until: 4, ", "", "the beat at 2: `says` needs `until`"),
        ("Dag <allemaal>.", "Dag " * 10, "the caption at 2 is too fast to read: 39 characters want 3.0 s"),
        ("until: 4, who: kim", "until: 4", "the beat at 2: `says` needs `who`"),
        ('sound: "de bel"', 'song: "de bel"', "the beat at 5: `song` is no key of a beat"),
        ('does: "zwaait"', 'does: ""', "the beat at 7 needs one of `says`, `does` and `sound`"),
        ('about: "moeder"', "about: 3", "`kim` in people needs `name` and `about`"),
        ("beats:", "beats: [", "cannot be read"),
    ],
)
def test_a_mistake_in_a_script_is_told(right: str, wrong: str, told: str, tmp_path: Path) -> None:
    assert right in RIGHT
    read(tmp_path, RIGHT)
    with pytest.raises(ScriptError, match=r"proef\.yaml: ") as caught:
        read(tmp_path, RIGHT.replace(right, wrong))
    assert told in str(caught.value)


def read(folder: Path, text: str) -> Script:
    file = folder / "proef.yaml"
    file.write_text(text, encoding="utf-8")
    return read_script(file)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("[3.4, mila, 0.5]", "[3.4, milo, 0.5]", "anneke, looks, at 3.4: `milo` is no such thing"),
        ("[3.6, smile, 0.5]", "[3.6, grin, 0.5]", "anneke, faces, at 3.6: `grin` is no such thing"),
        (
            "[8.8, {turn: 0.2}, 0.8]",
            "[8.8, {twist: 0.2}, 0.8]",
            "anneke, poses, at 8.8: `{'twist': 0.2}`",
        ),
        ("[3.4, mila, 0.5]", "[34, mila, 0.5]", "anneke, looks: 8.9 stands behind 34"),
        ("  tarik:", "  tom:", "the people of the score are not those of the script"),
        ("camera:", "kamera:", "a score has camera and people, and may have places"),
    ],
)
def test_a_mistake_in_a_score_is_told(right: str, wrong: str, told: str, tmp_path: Path) -> None:
    script = the_script("taarten")
    text = (Path(stagings.__file__).parent / "taarten.yaml").read_text(encoding="utf-8")
    assert right in text
    file = tmp_path / "taarten.yaml"
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ScriptError, match=re.escape(f"taarten.yaml: {told}")):
        Score(file, script).actor("anneke", Person())


def test_a_track_rests_moves_and_goes_on_from_where_it_was_broken_off() -> None:
    track = Track(0.0, [Move(1, 10.0, 2), Move(2, 0.0, 1), Move(5, 3.0, 0)], blend)
    assert [track.at(time) for time in (0, 1, 2, 3, 4.99, 5)] == pytest.approx([0, 0, 5, 0, 0, 3])
    assert track.at(1.999) == pytest.approx(track.at(2.001), abs=0.05)


def test_people_blink_each_at_their_own_times() -> None:
    def blinks(who: str) -> list[int]:
        return [frame for frame in range(1500) if shut(who, frame / 25) > 0.5]

    assert 10 <= len({frame // 10 for frame in blinks("kim")}) <= 30
    assert blinks("kim") != blinks("mila")
    assert blinks("kim") == blinks("kim")


@each_film
def test_frames_are_drawings_without_anything_from_outside(film: str) -> None:
    staging: Staging = staging_of(files(film).script)
    for time in (0.0, 20.0, 39.96):
        text = drawing(staging, time)
        assert text == drawing(staging, time)
        root = etree.fromstring(text)
        assert not {etree.QName(each).localname for each in root.iter()} & {"text", "image", "script", "use"}


@pytest.mark.slow
def test_a_second_of_film_is_rendered_to_both_formats(tmp_path: Path) -> None:
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg is not on the PATH")
    if find_spec("resvg_py") is None or find_spec("PIL") is None:
        pytest.skip("resvg-py and Pillow are not installed: pip install -e '.[studio]'")
    small = Size(320, 180)
    made: list[Files] = [files("jas", tmp_path / name) for name in ("one", "two")]
    for each in made:
        each.mp4.parent.mkdir()
        encode(rasters(each.script, (frame / RATE for frame in range(round(RATE))), small), small, each.mp4, each.webm)
        assert film_length(each.mp4) == pytest.approx(1, abs=0.1)
        assert film_length(each.webm) == pytest.approx(1, abs=0.1)
        assert len(list(each.mp4.parent.iterdir())) == 2
    assert made[0].mp4.read_bytes() == made[1].mp4.read_bytes()
    assert made[0].webm.read_bytes() == made[1].webm.read_bytes()


def test_without_ffmpeg_it_is_said_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EncodingError, match="ffmpeg is not on the PATH"):
        encode([], Size(2, 2), tmp_path / "a.mp4", tmp_path / "a.webm")


def test_who_lacks_what_films_need_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.studio.film.__main__.find_spec", lambda _: None)
    result = CliRunner().invoke(make_films, ["jas"])
    assert result.exit_code == 1
    assert result.output == "Error: not installed: resvg-py, Pillow. Bring them in by: pip install -e '.[studio]'\n"
