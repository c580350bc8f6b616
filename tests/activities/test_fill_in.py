"""What a text with blanks reports, and how long its answers can get."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scormkit.activities.fill_in import Blank, FillIn

BEHAVIOUR = Path(__file__).parents[2] / "scormkit/activities/fill_in/behaviour.js"


def fill_in(text: str, *blanks: dict[str, Any]) -> FillIn:
    return FillIn(kind="fill-in", id="q", question="What is missing?", text=text, blanks=tuple(map(blank, blanks)))


def blank(keys: dict[str, Any]) -> Blank:
    return Blank.model_validate(keys)


def test_pattern_follows_the_text() -> None:
    both = fill_in("First [b], then [a].", {"id": "a", "answers": ["one"]}, {"id": "b", "answers": ["two", "2"]})
    tracking = both.tracking()
    assert (tracking.interaction, tracking.correct) == ("fill-in", ("two", "one"))
    assert tracking.state_size == 2 * (len("a") + 4 * 12) + len("--")


@pytest.mark.parametrize(
    ("keys", "room"),
    [
        ({"answers": ["ja"]}, 12),
        ({"answers": ["ja", "samenwerking"]}, 18),
        ({"answers": ["x" * 60]}, 60),
        ({"answers": ["ja"], "size": 3}, 3),
    ],
)
def test_room_is_enough_for_each_answer(keys: dict[str, Any], room: int) -> None:
    one = blank({"id": "a", **keys})
    assert (one.room, one.state_size) == (room, 1 + 4 * room)


def test_size_of_a_choice_is_that_of_the_longest_one_as_the_player_packs_it() -> None:
    choices = ["ja", "nee, nog niet", "één", "50 %", "日本", "🙂", "a_b-c"]
    one = blank({"id": "a", "answers": ["ja"], "choices": choices})
    node = Path(sys.executable).with_name("node")
    script = (
        "const [b, ...c] = process.argv.slice(1); const { pack } = await import(b); console.log(c.map(pack).join())"
    )
    command = [shutil.which("node") if not node.exists() else node, "--input-type=module", "-e", script]
    done = subprocess.run([*map(str, command), str(BEHAVIOUR), *choices], capture_output=True, text=True, check=True)
    assert one.state_size == 1 + max(map(len, done.stdout.strip().split(",")))


def test_paragraphs_and_blanks_are_taken_apart() -> None:
    text = "It begins\nwith [a].\n\n[sic] is no blank.\n"
    it = fill_in(text, {"id": "a", "answers": ["trust"]})
    assert it.paragraphs == ("It begins with [a].", "[sic] is no blank.")
    assert it.pieces(it.paragraphs[0]) == (("It begins with ", it.blanks[0]), (".", None))
    assert it.pieces(it.paragraphs[1]) == (("[sic] is no blank.", None),)
