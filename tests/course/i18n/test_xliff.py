"""XLIFF out of a course and back: what the specification asks, and what translation tools do to a file."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from scormkit.course.i18n import reading, xml
from scormkit.course.i18n.entry import OUTDATED, Entry
from scormkit.course.i18n.memory import Match, Matches, Status, match
from scormkit.course.i18n.problems import NOT_XLIFF
from scormkit.course.i18n.reading import Translation, read_translation
from scormkit.course.i18n.texts import Text, plain
from scormkit.course.i18n.writing import write
from scormkit.course.problems import NOT_UTF8
from scormkit.course.source import Mark
from scormkit.diagnostics import Diagnostic

NS = "{urn:oasis:names:tc:xliff:document:2.0}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HEAD = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="nl" trgLang="en">'


def text(name: str, source: str, part: str = "m1", longest: int | None = None, markdown: bool = True) -> Text:
    return Text(name, part, name.replace(".", "/"), plain(source), "choice", "What is asked.", markdown, longest)


def written(*matches: Match, unused: tuple[Entry, ...] = ()) -> bytes:
    originals = {"course.yaml": "course.yaml", "m1": "modules/1/module.yaml"}
    return write("nl", "en", originals, Matches(matches, unused))


def read(content: bytes | str, folder: Path) -> Translation | Diagnostic:
    file = folder / "en.xlf"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_translation(file, "en.xlf")


def entries(content: bytes | str, folder: Path) -> dict[str, Entry]:
    found = read(content, folder)
    assert isinstance(found, Translation), found
    return {entry.id: entry for entry in found.entries}


def unit(inside: str, folder: Path) -> Entry:
    return entries(f'{HEAD}<file id="f"><unit id="u">{inside}</unit></file></xliff>', folder)["u"]


def refusal(content: bytes | str, folder: Path) -> Diagnostic:
    found = read(content, folder)
    assert isinstance(found, Diagnostic)
    return found


ALL = written(
    Match(text("course.yaml:title", "Titel", "course.yaml", 200, markdown=False), None, Status.MISSING),
    Match(text("m1:q:question", "Wie?\n\n*Jij*"), Entry("m1:q:question", "Wie?", "Who?"), Status.OUTDATED),
    Match(text("m1:q:a", "Ja & <nee>"), Entry("m1:q:a", "Ja & <nee>", "Yes & <no>", "final"), Status.TRANSLATED),
    unused=(Entry("m1:gone", "Weg", "Gone", "reviewed"),),
)


def test_the_file_is_as_the_specification_has_it() -> None:
    # XLIFF 2.0, 4.2: which elements stand where, in which order; 4.3.1: which attributes they have.
    children = {
        "xliff": "(file )+",
        "file": "(notes )?(unit )+",
        "unit": "(notes )?segment ",
        "notes": "(note )+",
        "segment": "source (target )?",
        "source": "(cp )*",
        "target": "(cp )*",
        "note": "",
    }
    attributes = {
        "xliff": {"version", "srcLang", "trgLang"},
        "file": {"id", "original", "canResegment", "translate", SPACE},
        "unit": {"id", "name"},
        "segment": {"state", "subState"},
        "note": {"category", "appliesTo"},
    }
    root = etree.fromstring(ALL)
    assert dict(root.attrib) == {"version": "2.0", "srcLang": "nl", "trgLang": "en"}
    for element in root.iter():
        name = str(element.tag).removeprefix(NS)
        order = "".join(str(child.tag).removeprefix(NS) + " " for child in element)
        assert re.fullmatch(children[name], order), name
        assert set(element.attrib) <= attributes.get(name, set()), name
    for kind in ("file", "unit"):
        ids = [str(each.get("id")) for each in root.iter(NS + kind)]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[\w.:-]+", each, re.ASCII) for each in ids)
    for segment in root.iter(NS + "segment"):
        has_target = segment.find(NS + "target") is not None
        assert segment.get("state") in ("initial", "translated", "reviewed", "final")
        assert has_target or segment.get("state") == "initial"
        assert re.fullmatch(r"[^\s:]+:[^\s:]+", segment.get("subState", "a:b"))
    assert all(file.get(SPACE) == "preserve" for file in root.iter(NS + "file"))


def test_a_unit_says_what_its_text_is_for() -> None:
    root = etree.fromstring(ALL)
    notes = {unit.get("id"): [note.text for note in unit.iter(NS + "note")] for unit in root.iter(NS + "unit")}
    assert notes["course.yaml:title"] == ["choice: What is asked. (One line, no Markdown, 200 characters at most.)"]
    assert notes["m1:q:question"] == ["choice: What is asked. (Markdown.)", "Wie?"]
    assert [file.get("original") for file in root] == ["course.yaml", "modules/1/module.yaml", None]


def test_what_is_written_is_read_back_with_its_place(tmp_path: Path) -> None:
    found = entries(ALL, tmp_path)
    assert list(found) == ["course.yaml:title", "m1:q:question", "m1:q:a", "m1:gone"]
    assert found["course.yaml:title"].target is None
    outdated = found["m1:q:question"]
    assert (outdated.source, outdated.target, outdated.previous) == ("Wie?\n\n*Jij*", "Who?", "Wie?")
    assert outdated.outdated
    assert (found["m1:q:a"].target, found["m1:q:a"].state) == ("Yes & <no>", "final")
    assert found["m1:gone"].kept
    line = ALL.decode().split("\n")[outdated.place.line - 1]
    assert line[outdated.place.column - 1 :] == "Who?</target>"


def test_an_outdated_translation_keeps_its_first_source_until_it_is_done(tmp_path: Path) -> None:
    again = [entries(ALL, tmp_path)["m1:q:question"]]
    once_more = match([text("m1:q:question", "Wie?\n\n*Jij*")], again)
    assert b">Wie?</note>" in written(*once_more.all)
    changed = match([text("m1:q:question", "Wie dan?")], again)
    assert b">Wie?\n\n*Jij*</note>" in written(*changed.all)


@given(source=st.text(min_size=1), target=st.text(min_size=1))
def test_every_text_survives(source: str, target: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    made = Match(text("m1:t", source), Entry("m1:t", plain(source), target, "final"), Status.TRANSLATED)
    found = entries(written(made), tmp_path_factory.getbasetemp())["m1:t"]
    assert found.source == plain(source)
    assert found.target == target


def test_characters_that_xml_cannot_hold_are_code_points() -> None:
    made = Match(text("m1:t", "a\x07b\ufffe"), Entry("m1:t", "x", "\x0bc"), Status.OUTDATED)
    content = written(made)
    assert b'<source>a<cp hex="0007"/>b<cp hex="FFFE"/></source>' in content
    assert b'<target><cp hex="000B"/>c</target>' in content


def test_segments_are_put_together_again(tmp_path: Path) -> None:
    found = unit(
        '<segment state="final"><source>Een. </source><target>One. </target></segment>'
        "<ignorable><source>\n</source></ignorable>"
        '<segment state="reviewed" subState="tool:checked"><source>Twee.</source><target>Two.</target></segment>',
        tmp_path,
    )
    assert (found.source, found.target) == ("Een. \nTwee.", "One. \nTwo.")
    assert (found.state, found.sub_state) == ("reviewed", "tool:checked")


def test_segments_can_have_another_order_in_the_translation(tmp_path: Path) -> None:
    found = unit(
        '<segment><source>A</source><target order="2">a</target></segment>'
        '<segment><source>B</source><target order="1">b</target></segment>',
        tmp_path,
    )
    assert found.target == "ba"


def test_inline_codes_are_what_their_original_data_says(tmp_path: Path) -> None:
    found = unit(
        '<originalData><data id="d1">**</data><data id="d2">[^<cp hex="0041"/>]</data></originalData>'
        '<segment><source><pc id="1" dataRefStart="d1" dataRefEnd="d1">x</pc></source>'
        '<target><mrk id="m1" type="term"><pc id="1" dataRefStart="d1" dataRefEnd="d1">y</pc></mrk>'
        '<sc id="2" dataRef="d1"/>z<ec startRef="2" dataRef="d1"/><ph id="3" dataRef="d2"/></target></segment>',
        tmp_path,
    )
    assert found.source == "**x**"
    assert found.target == "**y****z**[^A]"


def test_groups_are_entered_and_modules_passed_over(tmp_path: Path) -> None:
    found = entries(
        f'{HEAD}<file id="f"><group id="g"><unit id="u" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">'
        '<mtc:matches><mtc:match ref="#t"><source>no</source><target>never</target></mtc:match></mtc:matches>'
        "<segment><source>Ja</source><target>Yes</target></segment></unit></group></file></xliff>",
        tmp_path,
    )
    assert found["u"].target == "Yes"


def test_utf_16_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    content = ALL.decode().replace("UTF-8", "UTF-16")
    assert entries(content.encode("utf-16"), tmp_path).keys() == entries(ALL, tmp_path).keys()
    assert entries(b"\xef\xbb\xbf" + ALL, tmp_path).keys() == entries(ALL, tmp_path).keys()
    wrong = refusal(ALL + b"\xe9", tmp_path)
    assert wrong.id == NOT_UTF8.id


UNIT = '<file id="f"><unit id="u"><segment><source>A</source>%s</segment></unit></file></xliff>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<html/>", "the file is no XLIFF: it begins with `<html>`"),
        ('<xliff version="2.2"/>', "the file is XLIFF 2.2, and only 2.0 and 2.1 are read"),
        ('<xliff version="2.0"/>', "the namespace of XLIFF 2 is urn:oasis:names:tc:xliff:document:2.0"),
        (HEAD, "the file ends too soon"),
        ("<!DOCTYPE xliff><xliff/>", "a DOCTYPE stands in the file"),
        (HEAD + UNIT % "" + "<a/>", "the file is not well-formed XML: junk after document element"),
        (HEAD + UNIT.replace(' id="u"', "") % "", "a unit has no id"),
        (HEAD + UNIT.replace("<source>A</source>", "") % "", "a segment of the unit `u` has no source"),
        (f'{HEAD}<file id="f"><unit id="u"/></file></xliff>', "the unit `u` has no segment"),
        (
            HEAD + UNIT.replace("</file>", '<unit id="u"><segment><source/></segment></unit></file>') % "",
            "the unit `u` stands in the file twice",
        ),
        (HEAD + UNIT % '<target><ph id="1"/></target>', "nothing says which text the inline code `<ph>` stands for"),
        (HEAD + UNIT % "<target><b>x</b></target>", "`<b>` cannot stand in a text"),
        (HEAD + UNIT % '<target><cp hex="zz"/></target>', "`<cp>` needs `hex` with the number of a character"),
        (
            HEAD + UNIT % "<target>a</target></segment><segment><source>B</source>",
            "only some segments of the unit `u` are translated",
        ),
    ],
)
def test_what_cannot_be_read_is_said(content: str, message: str, tmp_path: Path) -> None:
    wrong = refusal(content, tmp_path)
    assert (wrong.id, wrong.message) == (NOT_XLIFF.id, message)
    assert wrong.hint
    assert wrong.location.line == 1


def test_there_are_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = refusal(HEAD + "<a>" * 200 + "</a>" * 200 + "</xliff>", tmp_path)
    assert "deeper than 100" in deep.message
    monkeypatch.setattr(xml, "MAX_ELEMENTS", 3)
    assert "more than 3 elements" in refusal(ALL, tmp_path).message
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert refusal(ALL, tmp_path).message.startswith("the file is larger than")


def test_an_entity_is_never_expanded(tmp_path: Path) -> None:
    wrong = refusal('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "/etc/passwd">]><x>&a;&b;</x>', tmp_path)
    assert wrong.message == "a DOCTYPE stands in the file"


def test_a_region_of_the_language_will_do(tmp_path: Path) -> None:
    found = read(HEAD.replace('"en"', '"en-GB"').replace('"nl"', '"nl-NL"') + UNIT % "", tmp_path)
    assert isinstance(found, Translation)
    assert found.fits("nl", "en") is None
    other = found.fits("nl", "de")
    assert other is not None
    assert other.message == "`trgLang` is `en-GB`"
    assert found.file.find(1, "srcLang") == Mark(1, HEAD.index("srcLang") + 1)


def test_a_state_that_a_tool_gave_is_kept() -> None:
    source = text("m1:t", "A")
    states = [
        (Entry("m1:t", "A", "a"), b'<segment state="translated">'),
        (Entry("m1:t", "A", "a", "initial", "mt:draft"), b'<segment state="initial" subState="mt:draft">'),
        (Entry("m1:t", "A", "a", "reviewed"), b'<segment state="reviewed">'),
        (Entry("m1:t", "A", "a", "translated", OUTDATED), b'<segment state="translated">'),
    ]
    for entry, expected in states:
        assert expected in written(Match(source, entry, Status.TRANSLATED))
