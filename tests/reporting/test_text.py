"""Reports as text, to the letter."""

from __future__ import annotations

from textwrap import dedent

import pytest

from scormkit.diagnostics import Diagnostic, Location, Report, Severity
from scormkit.reporting import summary, to_text
from scormkit.reporting.printable import printable


def one(
    excerpt: str | None = None,
    column: int | None = None,
    *,
    message: str = "something is wrong",
    hint: str | None = None,
    severity: Severity = Severity.ERROR,
    file: str = "course/module.yaml",
    member: str | None = None,
) -> Report:
    location = Location(file, None if column is None else 14, column, member)
    return Report.of([Diagnostic("SK-SRC-012", "alias", severity, location, message, hint, None, excerpt)])


def test_a_diagnostic_is_a_line_the_source_a_caret_and_a_hint() -> None:
    report = one("title: [Welcome", 8, message="the bracket is not closed", hint="close it")
    assert to_text(report) == dedent("""\
        course/module.yaml:14:8: error SK-SRC-012: the bracket is not closed
            title: [Welcome
                   ^
            hint: close it
        """)


def test_a_place_in_a_package_names_package_and_member() -> None:
    report = one(file="a.zip", member="imsmanifest.xml", severity=Severity.WARNING)
    assert to_text(report) == "a.zip/imsmanifest.xml: warning SK-SRC-012: something is wrong\n"


def test_no_diagnostics_are_no_text() -> None:
    assert to_text(Report()) == ""


def caret(excerpt: str, column: int) -> tuple[str, str]:
    """The source line as shown, and the caret line."""
    _, shown, below = to_text(one(excerpt, column)).splitlines()
    return shown[4:], below[4:]


@pytest.mark.parametrize(
    ("excerpt", "column", "shown", "below"),
    [
        ("abc", 1, "abc", "^"),
        ("abc", 4, "abc", "   ^"),
        ("abc", 99, "abc", "   ^"),
        ("\tabc", 2, "    abc", "    ^"),
        ("ab\tcd", 4, "ab  cd", "    ^"),
        ("ab\tcd\te", 6, "ab  cd  e", "      ^"),
        ("日本: x", 5, "日本: x", "      ^"),
        ("e\u0301x", 3, "e\u0301x", " ^"),
        ("a\x1b[31mb", 7, "a\\x1b[31mb", "         ^"),
    ],
)
def test_the_caret_stands_under_the_column(excerpt: str, column: int, shown: str, below: str) -> None:
    assert caret(excerpt, column) == (shown, below)


def test_a_very_long_line_is_shown_around_the_column() -> None:
    line = "a" * 5000 + "X" + "b" * 5000
    shown, below = caret(line, 5001)
    assert shown == "…" + "a" * 40 + "X" + "b" * 59 + "…"
    assert shown[below.index("^")] == "X"


@pytest.mark.parametrize("column", [1, 2, 60, 99, 120])
def test_near_the_ends_of_a_long_line_the_window_stays_inside(column: int) -> None:
    line = "".join(chr(ord("a") + n % 26) for n in range(120))
    shown, below = caret(line, column)
    assert shown[below.index("^")] == line[column - 1]
    assert len(shown.strip("…")) == 100


def test_hostile_text_cannot_play_with_the_terminal() -> None:
    evil = "a\x1b[2J\r\n\u202eb\x9b\udc80\u2028"
    text = to_text(one(evil, 1, message=evil, hint=evil, file=evil, member=evil))
    assert text.count("\n") == 4
    assert not set(text) & set("\x1b\r\u202e\x9b\udc80\u2028")
    assert "a\\x1b[2J\\r\\n\\u202eb\\x9b\\udc80\\u2028" in text


def test_ordinary_writing_stays_as_it_is() -> None:
    text = "Één “vraag” – 日本 \u00a0 😀"
    assert printable(text) == text


def test_color_only_when_asked_for() -> None:
    plain, colored = to_text(one("abc", 2, hint="h")), to_text(one("abc", 2, hint="h"), color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert "\x1b[32m^\x1b[0m" in colored


def test_the_summary_counts_severities_and_files() -> None:
    def at(severity: Severity, file: str, member: str | None = None) -> Diagnostic:
        return Diagnostic("ID", "alias", severity, Location(file, member=member), "m")

    assert summary(Report()) == "no problems"
    assert summary(Report.of([at(Severity.ERROR, "a")])) == "1 error in 1 file"
    many = [at(Severity.ERROR, "a"), at(Severity.ERROR, "a", "x"), at(Severity.WARNING, "b"), at(Severity.INFO, "b")]
    assert summary(Report.of(many)) == "2 errors, 1 warning, 1 note in 3 files"
