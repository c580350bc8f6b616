"""`check` as a whole: places, hints and hostile input."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormkit.checking import MOST_ALIKE, check, definitions, rules
from scormkit.diagnostics import Diagnostic, Severity

Zip = Callable[[Mapping[str, bytes]], Path]

ITEM = b"        <title>Start</title>\n"


def spoiled(good: Mapping[str, bytes], old: bytes, new: bytes) -> dict[str, bytes]:
    assert old in good["imsmanifest.xml"]
    return {**good, "imsmanifest.xml": good["imsmanifest.xml"].replace(old, new, 1)}


def only(path: Path) -> Diagnostic:
    (found,) = check(path, display="course.zip")
    return found


def test_a_finding_has_place_excerpt_message_hint_and_reference(good_files: dict[str, bytes], make_zip: Zip) -> None:
    found = only(make_zip(spoiled(good_files, b'default="org-1"', b'default="org1"')))
    assert str(found.location) == "course.zip/imsmanifest.xml:9:18"
    assert found.excerpt == '  <organizations default="org1">'
    assert found.message == "default is `org1`, but no organization has that identifier"
    assert found.hint == "did you mean `org-1`?"
    assert found.reference == "SCORM 1.2 CAM, organizations"
    assert (found.id, found.alias, found.severity) == ("SK-S12-007", "default-organization", Severity.ERROR)


def test_the_column_is_that_of_the_attribute_on_its_own_line(good_files: dict[str, bytes], make_zip: Zip) -> None:
    old, new = b'identifierref="res-1">', b"isvisible='a > b'\n              identifierref = 'res-2'>"
    places = [str(found.location) for found in check(make_zip(spoiled(good_files, old, new)), display="x")]
    assert places == ["x/imsmanifest.xml:12:33", "x/imsmanifest.xml:13:15"]


def test_the_column_counts_characters_and_no_byte_order_mark(good_files: dict[str, bytes], make_zip: Zip) -> None:
    manifest = good_files["imsmanifest.xml"].replace(b"\n", b" ").replace(b"Course", "Één 😀".encode())
    text = manifest.replace(b"res-1", b"res-2", 1).decode()
    path = make_zip({**good_files, "imsmanifest.xml": b"\xef\xbb\xbf" + text.encode()})
    assert only(path).location.column == text.index('identifierref="res-2"') + 1


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (b'identifierref="res-1"', b'identifierref="Res-1"', "did you mean `res-1`?"),
        (b'identifierref="res-1"', b'identifierref="quite-another"', "write the identifier of a resource"),
        (b'identifierref="res-1"', b'identiferref="res-1"', "did you mean `identifierref`?"),
        (
            b'<file href="index.html"/>',
            b'<file href="index.html"/><file href="indx.html"/>',
            "did you mean `index.html`?",
        ),
        (b"Course<", b"Q & A<", "write a bare & as &amp;"),
        (ITEM, ITEM + b"<titel/>", "did you mean `title`?"),
    ],
)
def test_hints_say_what_to_write(
    good_files: dict[str, bytes], make_zip: Zip, old: bytes, new: bytes, hint: str
) -> None:
    assert (only(make_zip(spoiled(good_files, old, new))).hint or "").startswith(hint)


def test_the_display_is_the_path_as_given_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"no zip")
    assert [found.location.file for found in check(path)] == [str(path)]
    assert [found.location.file for found in check(str(path), display="b")] == ["b"]


def test_a_path_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check(tmp_path / "none.zip")


def test_a_manifest_that_cannot_be_unpacked_is_one_problem(good_files: dict[str, bytes], make_zip: Zip) -> None:
    path = make_zip({**good_files, "imsmanifest.xml": good_files["imsmanifest.xml"] + b" " * (16 * 1024 * 1024)})
    assert only(path).id == "SK-PKG-015"


def test_ids_and_aliases_are_unique_and_every_rule_is_explained() -> None:
    names = [name for one in definitions() for name in (one.id, one.alias)]
    assert len(names) == len(set(names))
    assert len(rules()) >= 60
    for rule in rules():
        text = rule.definition.explanation
        assert rule.definition.reference, rule.definition.id
        assert rule.title.endswith("."), rule.definition.id
        assert "\nBad: " in text, rule.definition.id
        assert "\nGood: " in text, rule.definition.id


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "manifest"),
    [
        ("deep", b"<manifest>" * 50_000),
        ("laughs", b'<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><manifest>&b;&b;</manifest>'),
        ("external", b'<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest>&a;</manifest>'),
        ("attributes", b"<manifest " + b" ".join(b'a%d=""' % n for n in range(600_000)) + b"/>"),
        ("elements", b"<manifest>" + b"<a/>" * 600_000 + b"</manifest>"),
        ("nothing", b""),
        ("noise", bytes(range(256)) * 100),
    ],
)
def test_hostile_manifests_end_in_one_fatal_problem(
    what: str, manifest: bytes, good_files: dict[str, bytes], make_zip: Zip
) -> None:
    began = time.monotonic()
    found = only(make_zip({**good_files, "imsmanifest.xml": manifest}))
    assert found.severity is Severity.FATAL
    assert found.id.startswith("SK-XML-")
    assert time.monotonic() - began < 20


@pytest.mark.slow
def test_very_many_alike_are_shown_a_hundred_times_and_said_to_be_more(
    good_files: dict[str, bytes], make_zip: Zip
) -> None:
    items = b"".join(
        b'<item identifier="x%d" identifierref="y%d"><title>T</title></item>' % (n, n) for n in range(5000)
    )
    report = check(make_zip(spoiled(good_files, ITEM, ITEM + items)))
    ids = [found.id for found in report]
    assert ids.count("SK-S12-013") == MOST_ALIKE
    assert ids.count("SK-PKG-019") == 1
    assert len(ids) == MOST_ALIKE + 1


def test_endless_values_do_not_make_endless_messages(good_files: dict[str, bytes], make_zip: Zip) -> None:
    found = only(make_zip(spoiled(good_files, b">1.2<", b">" + b"1.2" * 100_000 + b"<")))
    assert len(found.message) < 1000
    assert found.excerpt is None


@pytest.mark.slow
@settings(derandomize=True, max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_spoiled_bytes_never_crash_the_check(data: st.DataObject, make_zip: Zip, good_files: dict[str, bytes]) -> None:
    whole = data.draw(st.booleans(), label="spoil the zip, not only the manifest")
    path = make_zip(good_files)
    target = bytearray(path.read_bytes() if whole else good_files["imsmanifest.xml"])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(target)))
        width = data.draw(st.integers(0, 12))
        target[at : at + width] = data.draw(st.binary(max_size=12))
    if whole:
        path.write_bytes(bytes(target))
    else:
        make_zip({**good_files, "imsmanifest.xml": bytes(target)})
    for found in check(path):
        assert found.message
        assert found.location.column is None or found.location.column >= 1
