"""The texts for people: colour on a terminal, long values cut, nothing wrapped."""

from __future__ import annotations

from pathlib import Path

from scormkit.inspecting import compare, comparison_text, inspect, overview_text
from tests.inspecting.packages import item, manifest, sco, zipped


def test_colour_is_only_colour(tmp_path: Path) -> None:
    text = manifest(item("i1", "One", "r1"), sco("r1", "one.html"))
    path = zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "one.html": ""})
    for plain, coloured in (
        (overview_text.to_text(inspect(path)), overview_text.to_text(inspect(path), color=True)),
        (comparison_text.to_text(compare(path, path)), comparison_text.to_text(compare(path, path), color=True)),
    ):
        assert "\x1b" not in plain
        assert "\x1b[32m" in coloured


def test_long_titles_stay_in_one_line_and_many_types_become_others(tmp_path: Path) -> None:
    title = "very long " * 40
    text = manifest(item("i1", title, "r1"), sco("r1", "one.html"))
    files = {f"a.{ending}": "x" for ending in ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")}
    shown = overview_text.to_text(inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, **files})))
    assert title.strip() in shown
    assert "  others           3        3 B" in shown


def test_many_changed_files_are_counted(tmp_path: Path) -> None:
    text = manifest(item("i1", "One", "r1"), sco("r1", "one.html"))
    old = zipped(tmp_path / "old.zip", {"imsmanifest.xml": text, **{f"{n:02}": "" for n in range(25)}})
    new = zipped(tmp_path / "new.zip", {"imsmanifest.xml": text})
    shown = comparison_text.to_text(compare(old, new))
    assert "files: 0 changed, 0 added, 25 removed, 1 the same\n  removed  00\n" in shown
    assert shown.endswith("  removed  … and 5 more\n")


def test_a_label_longer_than_its_column_keeps_a_blank_and_plays_no_tricks(tmp_path: Path) -> None:
    def contribute(role: str, name: str) -> str:
        return f"<contribute><role><value>{role}</value></role><centity><vcard>{name}</vcard></centity></contribute>"

    roles = ("instructional designer", "subject expert", "author", "作者", "a\u202eb", "long " * 60)
    lom = "".join(contribute(role, "Ädä") for role in roles)
    metadata = f"<lom><lifecycle>{lom}</lifecycle></lom>"
    text = manifest(item("i1", "One", "r1"), sco("r1", "one.html"), metadata=metadata)
    shown = overview_text.to_text(inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "one.html": ""})))
    rows = [row for row in shown.splitlines() if row.endswith("Ädä")]
    assert rows[:5] == [
        "  instructional designer Ädä",
        "  subject expert Ädä",
        "  author        Ädä",
        "  作者          Ädä",
        "  a\\u202eb      Ädä",
    ]
    assert rows[5].startswith("  long long")
    assert rows[5].endswith("long… Ädä")
