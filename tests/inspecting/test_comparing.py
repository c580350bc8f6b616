"""What learners keep when one package replaces another."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scormkit.checking import check
from scormkit.diagnostics import Severity
from scormkit.inspecting import Comparison, UnreadableError, compare
from scormkit.inspecting.comparison import Detail, Fate, Files, ItemChange, Progress
from tests.inspecting.packages import CMI5, CP_2004, TINCAN, item, manifest, page, sco, zipped

ONE, TWO = item("i1", "One", "r1"), item("i2", "Two", "r2")
RESOURCES = sco("r1", "one.html") + sco("r2", "two.html")
PAGES = {"one.html": "1", "two.html": "2"}


def scorm(
    items: str = ONE + TWO, resources: str = RESOURCES, files: dict[str, str] | None = None, **parts: str
) -> dict[str, str]:
    return {"imsmanifest.xml": manifest(items, resources, **parts), **(PAGES if files is None else files)}


def compared(tmp_path: Path, old: dict[str, str], new: dict[str, str]) -> Comparison:
    return compare(zipped(tmp_path / "old.zip", old), zipped(tmp_path / "new.zip", new))


def by_id(comparison: Comparison) -> dict[str, ItemChange]:
    return {change.identifier: change for change in comparison.items}


def test_the_same_package_keeps_all(tmp_path: Path) -> None:
    found = compared(tmp_path, scorm(), scorm())
    assert (found.progress, found.keeps_progress, found.details) == (Progress.KEPT, True, ())
    assert found.reasons == ("2 items keep their identifiers",)
    assert found.files == Files((), (), (), 3)
    assert {change.fate for change in found.items} == {Fate.KEPT}


def test_other_titles_and_launch_files_keep_progress(tmp_path: Path) -> None:
    new = scorm(item("i1", "Eins", "r1") + TWO, sco("r1", "eins.html") + sco("r2", "zwei.html"))
    found = compared(tmp_path, scorm(), new)
    assert found.progress is Progress.KEPT
    changes = by_id(found)
    assert changes["i1"].details == (Detail("title", "One", "Eins"), Detail("launch", "one.html", "eins.html"))
    assert "where title and launch show other content" in changes["i1"].reason
    assert changes["i2"].details == (Detail("launch", "two.html", "zwei.html"),)
    assert changes["i2"].reason == "identifier unchanged"


def test_an_item_that_is_gone_and_one_that_is_new(tmp_path: Path) -> None:
    found = compared(
        tmp_path, scorm(), scorm(ONE + item("i3", "Three", "r3"), sco("r1", "one.html") + sco("r3", "three.html"))
    )
    assert [(change.identifier, change.fate, change.progress) for change in found.items] == [
        ("i1", Fate.KEPT, Progress.KEPT),
        ("i3", Fate.NEW, Progress.NONE),
        ("i2", Fate.GONE, Progress.LOST),
    ]
    assert (found.progress, found.reasons) == (Progress.PARTLY, ("1 item is gone",))


@pytest.mark.parametrize(
    ("new", "resource"),
    [
        (item("j1", "One", "r1"), "one.html"),  # title and launch stayed
        (item("j1", "Another", "r1"), "one.html"),  # the launch stayed
        (item("j1", "One", "r1"), "other.html"),  # the title stayed
    ],
)
def test_an_identifier_that_changed_is_recognised_and_its_progress_lost(
    tmp_path: Path, new: str, resource: str
) -> None:
    found = compared(tmp_path, scorm(), scorm(new + TWO, sco("r1", resource) + sco("r2", "two.html")))
    change = by_id(found)["j1"]
    assert (change.fate, change.progress) == (Fate.REIDENTIFIED, Progress.LOST)
    assert change.reason == "identifier changed from i1: LMSs lose progress here"
    assert change.details[0] == Detail("identifier", "i1", "j1")
    assert (found.progress, found.reasons) == (Progress.PARTLY, ("1 item has another identifier",))


def test_what_could_be_either_of_two_is_not_guessed(tmp_path: Path) -> None:
    old = scorm(item("i1", "Quiz", "r1") + item("i2", "Quiz", "r2"))
    new = scorm(item("j1", "Quiz", "r1") + item("j2", "Quiz", "r2"), sco("r1", "a.html") + sco("r2", "b.html"))
    fates = [change.fate for change in compared(tmp_path, old, new).items]
    assert fates == [Fate.NEW, Fate.NEW, Fate.GONE, Fate.GONE]


def test_moves_to_another_part_and_among_neighbours_are_told(tmp_path: Path) -> None:
    three = item("i3", "Three", "r1")
    old = scorm(ONE + TWO + three + item("part", "Part"))
    new = scorm(three + ONE + item("part", "Part", inside=TWO))
    found = compared(tmp_path, old, new)
    places = {name: [one for one in change.details if one.name == "place"] for name, change in by_id(found).items()}
    assert places["i2"] == [Detail("place", "", "part")]
    assert [name for name, moved in places.items() if moved] in (["i3", "i2"], ["i1", "i2"])
    assert found.progress is Progress.KEPT


def test_one_that_moved_to_the_front_moved_and_not_all_the_others(tmp_path: Path) -> None:
    items = [item(f"i{n}", f"Title {n}", "r1") for n in range(6)]
    found = compared(tmp_path, scorm("".join(items)), scorm("".join([items[5], *items[:5]])))
    assert [change.identifier for change in found.items if change.details] == ["i5"]
    assert by_id(found)["i5"].details == (Detail("place", "", ""),)


def test_a_heading_has_nothing_to_lose(tmp_path: Path) -> None:
    old = scorm(item("part", "Part", inside=ONE + TWO))
    found = compared(tmp_path, old, scorm())
    assert by_id(found)["part"].progress is Progress.NONE
    assert found.progress is Progress.KEPT


def test_settings_that_changed_are_told(tmp_path: Path) -> None:
    new = item("i1", "One", "r1", "<adlcp:masteryscore>80</adlcp:masteryscore>", 'isvisible="false"')
    found = compared(tmp_path, scorm(), scorm(new + TWO))
    assert by_id(found)["i1"].details == (Detail("visible", "yes", "no"), Detail("masteryscore", "", "80"))


def test_another_manifest_identifier_puts_progress_at_risk(tmp_path: Path) -> None:
    found = compared(tmp_path, scorm(), scorm(identifier="other"))
    assert (found.progress, found.keeps_progress) == (Progress.AT_RISK, False)
    assert found.details == (Detail("identifier", "course", "other"),)
    assert "Moodle goes by the items alone" in found.reasons[0]


def test_another_organization_identifier_is_told(tmp_path: Path) -> None:
    found = compared(tmp_path, scorm(), scorm(organization="other"))
    assert found.details == (Detail("organization", "org", "other"),)
    assert found.progress is Progress.KEPT
    assert all(change.details == () for change in found.items)


def test_another_standard_loses_all_and_another_edition_of_it_nothing(tmp_path: Path) -> None:
    third, fourth = (
        scorm(namespaces=CP_2004, metadata=f"<schemaversion>2004 {name} Edition</schemaversion>")
        for name in ("3rd", "4th")
    )
    found = compared(tmp_path, scorm(), third)
    assert found.progress is Progress.LOST
    assert found.reasons == ("SCORM 1.2 became SCORM 2004: an LMS takes it for another course",)
    found = compared(tmp_path, third, fourth)
    assert found.progress is Progress.KEPT
    assert found.details == (Detail("edition", "SCORM 2004 3rd Edition", "SCORM 2004 4th Edition"),)


def test_a_sco_that_became_an_asset_or_a_heading_is_not_tracked_any_more(tmp_path: Path) -> None:
    new = scorm(ONE + item("i2", "Two"), RESOURCES.replace('adlcp:scormtype="sco"', 'adlcp:scormtype="asset"'))
    changes = by_id(compared(tmp_path, scorm(), new))
    assert changes["i1"].reason == "it is no SCO any more, so nothing that it does is kept"
    assert changes["i2"].reason == "it can no longer be launched"
    assert {change.progress for change in changes.values()} == {Progress.LOST}


def test_files_are_told_apart_by_their_contents(tmp_path: Path) -> None:
    found = compared(tmp_path, scorm(files={"a": "1", "b": "2", "c": "3"}), scorm(files={"b": "2", "c": "4", "d": "1"}))
    assert found.files == Files(added=("d",), removed=("a",), changed=("c",), same=2)


def test_a_zip_and_a_folder_of_the_same_files_are_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, content in scorm().items():
        (folder / name).write_text(content)
    assert compare(zipped(tmp_path / "p.zip", scorm()), folder).files == Files((), (), (), 3)


def test_the_answers_inside_a_page_of_ours_are_compared(tmp_path: Path) -> None:
    old = scorm(files=PAGES | {"one.html": page({"q1": "choice", "q2": "choice", "q3": "matching"}, ("start", "end"))})
    new = scorm(files=PAGES | {"one.html": page({"q1": "choice", "q3": "ordering", "q4": "choice"}, ("start", "more"))})
    found = compared(tmp_path, old, new)
    change = by_id(found)["i1"]
    assert change.progress is Progress.PARTLY
    assert change.reason == "answers lost: q2; answers that may not fit: q3; pages gone: end"
    assert change.inside is not None
    assert (change.inside.activities_kept, change.inside.activities_new, change.inside.pages_new) == (
        1,
        ("q4",),
        ("more",),
    )
    assert (found.progress, found.reasons) == (Progress.PARTLY, ("1 item loses something inside",))


def test_what_is_only_added_to_a_page_costs_nothing(tmp_path: Path) -> None:
    old = scorm(files=PAGES | {"one.html": page({"q1": "choice"})})
    new = scorm(files=PAGES | {"one.html": page({"q0": "choice", "q1": "choice"}, ("start", "more"), room=5)})
    assert compared(tmp_path, old, new).progress is Progress.KEPT
    change = by_id(compared(tmp_path, new, old))["i1"]
    assert change.reason == "answers lost: q0; answers that may not fit: q1; pages gone: more"


def test_a_page_of_another_module_and_one_that_is_not_ours_any_more(tmp_path: Path) -> None:
    old = scorm(files=PAGES | {"one.html": page({"q1": "choice"})})
    other = scorm(files=PAGES | {"one.html": page({"q1": "choice"}, unit="m2")})
    foreign = scorm(files=PAGES | {"one.html": "<p>Hello</p>"})
    assert "notes on the learner's device are lost" in by_id(compared(tmp_path, old, other))["i1"].reason
    assert by_id(compared(tmp_path, old, foreign))["i1"].reason == "answers lost: q1; pages gone: start"
    assert compared(tmp_path, foreign, old).progress is Progress.KEPT


def test_aus_of_cmi5_are_known_by_their_ids(tmp_path: Path) -> None:
    old = {"cmi5.xml": CMI5, "one/index.html": ""}
    found = compared(tmp_path, old, old | {"cmi5.xml": CMI5.replace("/c/1", "/c/one").replace("<url>one", "<url>eins")})
    assert [change.fate for change in found.items] == [Fate.KEPT, Fate.REIDENTIFIED, Fate.KEPT]
    assert found.progress is Progress.PARTLY
    found = compared(tmp_path, old, old | {"cmi5.xml": CMI5.replace('"CompletedAndPassed"', '"Passed"')})
    assert found.progress is Progress.KEPT
    assert found.items[1].details == (Detail("moveOn", "CompletedAndPassed", "Passed"),)
    found = compared(
        tmp_path, old, old | {"cmi5.xml": CMI5.replace('course id="https://example.org/c"', 'course id="urn:x:c"')}
    )
    assert (found.progress, found.reasons) == (
        Progress.AT_RISK, ("the course id changed: LMSs that know a course by it start afresh",),
    )  # fmt: skip


def test_activities_of_tin_can_are_known_by_their_ids(tmp_path: Path) -> None:
    old = {"tincan.xml": TINCAN, "index.html": ""}
    found = compared(tmp_path, old, old | {"tincan.xml": TINCAN.replace('/t"', '/u"')})
    assert found.progress is Progress.PARTLY
    assert found.items[0].reason == "identifier changed from https://example.org/t: LMSs lose progress here"
    assert compared(tmp_path, old, old).progress is Progress.KEPT


def test_what_has_no_readable_tree_cannot_be_compared(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"new\.zip cannot be compared: imsmanifest\.xml:1:4: .*scormkit check"):
        compared(tmp_path, scorm(), {"imsmanifest.xml": "<a>"})


def test_web_sites_are_not_compared(tmp_path: Path) -> None:
    site = {"index.html": "", "scormkit.webmanifest": "{}"}
    with pytest.raises(UnreadableError, match="it is a web site, of which no LMS keeps progress"):
        compared(tmp_path, site, site)


def test_two_identifiers_alike_and_none_at_all_do_no_harm(tmp_path: Path) -> None:
    odd = scorm(ONE + ONE.replace("One", "Again") + item("", "Nameless", "r2"))
    found = compared(tmp_path, odd, odd)
    assert [change.title for change in found.items] == ["One", "Again", "Nameless"]
    assert found.items[0].fate is Fate.KEPT


def test_a_page_damaged_inside_a_zip_counts_as_unchanged_and_check_finds_it(tmp_path: Path) -> None:
    old, new = (zipped(tmp_path / f"{name}.zip", scorm(files=PAGES | {"one.html": "Hello"})) for name in ("old", "new"))
    with zipfile.ZipFile(new) as archive:
        entry = archive.getinfo("one.html")
    data = bytearray(new.read_bytes())
    # The packed data stands behind the header (30 bytes) and the name.
    data[entry.header_offset + 30 + len("one.html")] ^= 0xFF
    new.write_bytes(data)
    found = compare(old, new)
    assert (found.progress, found.files, found.remarks) == (Progress.KEPT, Files((), (), (), 3), ())
    errors = [{one.location.member for one in check(path) if one.severity >= Severity.ERROR} for path in (old, new)]
    assert errors[1] - errors[0] == {"one.html"}
