"""WebVTT: what is read, and what is said of what cannot be."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.course.captions import Captions, Cue, read_captions

GOOD = """\
WEBVTT - Aan de keukentafel
Kind: captions

STYLE
::cue { color: yellow }

REGION
id:left

NOTE een regel voor wie
dit bestand bewerkt

1
00:00:01.000 --> 00:00:03.500 line:85% align:start
<v Anna>Kom je <b>ook</b>
aan tafel?

NOTE

00:03.000 --> 00:05.000
Tom &amp; ik &lt;3 <c.loud>thee</c>

01:00:00.000\t-->\t100:00:00.001
&nbsp;Dag.
"""


def test_a_good_file_is_read_whole() -> None:
    assert read_captions(GOOD) == Captions(
        (
            Cue(1.0, 3.5, "Kom je ook\naan tafel?"),
            Cue(3.0, 5.0, "Tom & ik <3 thee"),
            Cue(3600.0, 360000.001, "Dag."),
        ),
        (),
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_end_and_a_byte_order_mark_will_do(end: str) -> None:
    assert read_captions("\ufeff" + GOOD.replace("\n", end)) == read_captions(GOOD)


def cue(body: str) -> str:
    return f"WEBVTT\n\n00:01.000 --> 00:02.000\nEen\n\n{body}\n"


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("", 1, "is empty", "write WEBVTT"),
        ("00:01.000 --> 00:02.000\nDag", 1, "does not begin with `WEBVTT`", "write WEBVTT, in capitals"),
        ("\nWEBVTT\n\n00:01.000 --> 00:02.000\nDag", 1, "does not begin with `WEBVTT`", "in the first line"),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nDag", 1, "does not begin with `WEBVTT`", "in the first line"),
        ("1\n00:00:01,000 --> 00:00:02,000\nDag", 1, "does not begin with `WEBVTT`", "looks like SRT"),
        ("WEBVTT\n00:01.000 --> 00:02.000\nDag", 2, "follows `WEBVTT` at once", "empty line under WEBVTT"),
        ("WEBVTT\n\nNOTE niets\n", 1, "there are no captions", "write a time"),
        (cue("00:00:03,500 --> 00:00:04.000\nTwee"), 6, "`00:00:03,500` is no time", "write 00:00:03.500"),
        (cue("00:03.5 --> 00:04.000\nTwee"), 6, "`00:03.5` is no time", "write 00:03.500"),
        (cue("00:03 --> 00:04.000\nTwee"), 6, "`00:03` is no time", "write 00:03.000"),
        (cue("0:00:03.000 --> 00:04.000\nTwee"), 6, "`0:00:03.000` is no time", "write 00:00:03.000"),
        (cue("00:03.000 --> 75:00.000\nTwee"), 6, "`75:00.000` is no time", "01:15:00.000"),
        (cue("straks --> 00:04.000\nTwee"), 6, "`straks` is no time", "a time is 00:01:02.500"),
        (cue("00:03.000 -->\nTwee"), 6, "a time is missing", "a time is 00:01:02.500"),
        (cue("00:03.000-->00:04.000\nTwee"), 6, "no blank beside", "put a blank"),
        (cue("00:03.000 --> 00:03.000\nTwee"), 6, "ends at 00:03.000, not after", "the later"),
        (cue("00:00.999 --> 00:03.000\nTwee"), 6, "at 00:00.999 begins before", "in the order"),
        (cue("00:03.000 --> 00:04.000"), 6, "says nothing", "remove the cue"),
        (cue("00:03.000 --> 00:04.000\n<i></i>"), 6, "says nothing", "remove the cue"),
        (cue("00:03.000 --> 00:04.000\nTwee\n00:05.000 --> 00:06.000\nDrie"), 8, "inside the text", "empty line"),
        (cue("00:03.000 --> 00:04.000\nTwee\n\nen nog iets"), 9, "no time above `en nog iets`", "none inside a text"),
        (cue("00:03.000 --> 00:04.000\nTwee\nals a < b"), 8, "`<` begins no tag", "&lt;"),
        (
            cue("a\n00:03.000 --> 00:04.000\nTwee\n\na\n00:05.000 --> 00:06.000\nDrie"),
            10,
            "two cues",
            "number the cues",
        ),
        (cue("NOTE\n00:03.000 --> 00:04.000\nTwee"), 7, "inside a NOTE", "empty line"),
    ],
)
def test_a_mistake_is_told_once_with_its_line_and_a_cure(text: str, line: int, message: str, hint: str) -> None:
    (problem,) = read_captions(text).problems
    assert problem.line == line
    assert message in problem.message
    assert hint in problem.hint


def test_all_mistakes_come_at_once_but_no_more_than_twenty() -> None:
    bad = "".join(f"\n00:00:{n:02},000 --> 00:00:{n:02}.500\nNee\n" for n in range(40))
    problems = read_captions(f"WEBVTT\n{bad}").problems
    assert [problem.line for problem in problems] == [3 + 3 * n for n in range(20)]


def time(thousandths: int) -> str:
    seconds, rest = divmod(thousandths, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 400_000_000), st.integers(1, 100_000), st.from_regex(r"[a-z&;<>.]{1,9}", fullmatch=True)
        )
    )
)
def test_what_is_written_by_the_rules_is_read_back(rows: list[tuple[int, int, str]]) -> None:
    rows = sorted((start, length, text) for start, length, text in rows)
    blocks = [f"{time(start)} --> {time(start + length)}\n{escape(text)}" for start, length, text in rows]
    captions = read_captions("\n\n".join(["WEBVTT", *blocks]))
    assert captions.cues == tuple(Cue(start / 1000, (start + length) / 1000, text) for start, length, text in rows)


@given(st.lists(st.sampled_from(["WEBVTT", "\n", "\n\n", "\r", "NOTE", "00:01.000", " --> ", ",", "<", "a", "9", ":"])))
def test_nothing_is_too_odd_to_read(parts: list[str]) -> None:
    text = "".join(parts)
    captions = read_captions(text)
    assert captions.cues or captions.problems
    lines = len(re.split(r"\r\n|\n|\r", text))
    assert all(1 <= problem.line <= max(2, lines) and problem.hint for problem in captions.problems)
