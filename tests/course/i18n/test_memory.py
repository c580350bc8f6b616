"""Which translation belongs to which text."""

from collections.abc import Iterator, Mapping

from scormkit.course.i18n.entry import OUTDATED, Entry
from scormkit.course.i18n.memory import match
from scormkit.course.i18n.texts import Text


def entry(name: str, source: str, target: str | None = "T", **more: object) -> Entry:
    return Entry(name, source, target, **{"state": "translated", **more})  # type: ignore[arg-type]


def matched(sources: Mapping[str, str], *entries: Entry) -> Iterator[tuple[str, str, str | None]]:
    wanted = [Text(name, "m", name, source, None, "", True, None) for name, source in sources.items()]
    for each in match(wanted, entries).all:
        yield each.text.id, each.status.value, each.entry and each.entry.target


def test_the_same_source_under_the_same_id_comes_first() -> None:
    own, other = entry("m:b", "Ja", "Yes"), entry("m:a", "Ja", "Aye")
    assert [*matched({"m:a": "Ja", "m:b": "Ja", "m:c": "Ja"}, own, other)] == [
        ("m:a", "translated", "Aye"),
        ("m:b", "translated", "Yes"),
        ("m:c", "translated", "Yes"),
    ]


def test_a_repeated_text_has_the_translation_of_the_one_that_is_nearest() -> None:
    far, near = entry("x:q:a", "Ja", "Oui"), entry("m:q1:b", "Ja", "Yes")
    assert [*matched({"m:q1:c": "Ja"}, far, near)] == [("m:q1:c", "translated", "Yes")]


def test_numbers_that_shift_take_their_translations_along() -> None:
    before = [entry("m:text1", "Een", "One"), entry("m:text2", "Twee", "Two")]
    assert [*matched({"m:text1": "Nul", "m:text2": "Een", "m:text3": "Twee"}, *before)] == [
        ("m:text1", "missing", None),
        ("m:text2", "translated", "One"),
        ("m:text3", "translated", "Two"),
    ]


def test_a_changed_text_keeps_its_old_translation_as_outdated() -> None:
    assert [*matched({"m:a": "Nieuw"}, entry("m:a", "Oud", "Old"))] == [("m:a", "outdated", "Old")]
    marked = entry("m:a", "Nieuw", "Old", state="initial", sub_state=OUTDATED)
    assert [*matched({"m:a": "Nieuw"}, marked)] == [("m:a", "outdated", "Old")]


def test_an_empty_target_and_a_copy_of_the_source_are_no_translation() -> None:
    nothing = [entry("m:a", "A", None), entry("m:a", "A", " "), entry("m:a", "A", "A", state="initial")]
    assert [*matched({"m:a": "A"}, *nothing)] == [("m:a", "missing", None)]
    assert [*matched({"m:a": "A"}, entry("m:a", "A", "A"))] == [("m:a", "translated", "A")]


def test_what_belongs_to_no_text_is_kept_once() -> None:
    gone = [entry("m:a", "Weg", "Gone"), entry("m:b", "Weg", "Gone too"), entry("m:c", "Oud", "Old")]
    found = match([Text("m:c", "m", "c", "Nieuw", None, "", True, None)], [*gone, entry("m:c", "Nieuw", "New")])
    assert [each.target for each in found.unused] == ["Gone"]
