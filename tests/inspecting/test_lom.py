"""Metadata in both bindings, inline and in a file of its own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scormkit.inspecting import inspect
from scormkit.inspecting.lom import MAX_EXTERNAL
from scormkit.inspecting.overview import Contributor, Metadata, Phrase
from scormkit.targets.metadata import vcard
from tests.inspecting.packages import CP_2004, item, manifest, sco, zipped

LOM_12 = """<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
<general><title><langstring xml:lang="nl">Titel</langstring></title><language>nl</language>
<description><langstring xml:lang="nl">Over
  iets</langstring></description><keyword><langstring>ouders</langstring></keyword></general>
<lifecycle><version><langstring>2.1</langstring></version>
<contribute><role><source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
<value><langstring xml:lang="x-none">Author</langstring></value></role>
<centity><vcard>BEGIN:VCARD VERSION:2.1 FN:Jan de Vries ORG:Hogeschool;Opleiding END:VCARD</vcard></centity>
<date><datetime>2026-01-02</datetime></date></contribute></lifecycle>
<educational><typicallearningtime><datetime>00:45:00</datetime></typicallearningtime></educational>
<rights><copyrightandotherrestrictions><value><langstring xml:lang="x-none">yes</langstring></value>
</copyrightandotherrestrictions><description><langstring xml:lang="nl">Alles voorbehouden</langstring></description>
</rights></lom>"""

LOM_2004 = """<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>
<title><string language="nl">Titel</string><string language="en">Title</string></title>
<language>nl</language><language>en</language><keyword><string language="nl">ouders</string></keyword>
<keyword><string language="nl">school</string></keyword></general>
<lifeCycle><version><string>2.1</string></version><contribute><role><source>LOMv1.0</source><value>author</value></role>
<entity>BEGIN:VCARD&#13;&#10;VERSION:3.0&#13;&#10;N:Vries;Jan&#13;&#10;END:VCARD</entity><entity>Een groep</entity>
</contribute></lifeCycle>
<educational><typicalLearningTime><duration>PT45M</duration></typicalLearningTime></educational>
<rights><copyrightAndOtherRestrictions><source>LOMv1.0</source><value>no</value></copyrightAndOtherRestrictions></rights>
</lom>"""

ITEM = item("i1", "One", "r1")


def read(
    tmp_path: Path, metadata: str, namespaces: str | None = None, **files: str
) -> tuple[Metadata | None, tuple[str, ...]]:
    text = manifest(
        ITEM, sco("r1", "one.html"), metadata=metadata, **({"namespaces": namespaces} if namespaces else {})
    )
    extra = {f"{name}.xml": content for name, content in files.items()}
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "one.html": ""} | extra))
    return seen.metadata, seen.remarks


def test_the_binding_of_scorm_12(tmp_path: Path) -> None:
    assert read(tmp_path, LOM_12) == (
        Metadata(
            source="imsmanifest.xml",
            title=(Phrase("nl", "Titel"),),
            description=(Phrase("nl", "Over iets"),),
            keywords=(Phrase("", "ouders"),),
            languages=("nl",),
            version="2.1",
            contributors=(Contributor("Author", ("Jan de Vries",), "2026-01-02"),),
            copyright="yes",
            rights=(Phrase("nl", "Alles voorbehouden"),),
            learning_time="00:45:00",
        ),
        (),
    )


def test_the_binding_of_scorm_2004_in_a_file_of_its_own(tmp_path: Path) -> None:
    location = "<adlcp:location>meta.xml</adlcp:location>"
    assert read(tmp_path, location, CP_2004, meta=LOM_2004) == (
        Metadata(
            source="meta.xml",
            title=(Phrase("nl", "Titel"), Phrase("en", "Title")),
            keywords=(Phrase("nl", "ouders"), Phrase("nl", "school")),
            languages=("nl", "en"),
            version="2.1",
            contributors=(Contributor("author", ("Jan Vries", "Een groep"), ""),),
            copyright="no",
            learning_time="PT45M",
        ),
        (),
    )


def test_a_metadata_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    location = "<adlcp:location>meta.xml</adlcp:location>"
    assert read(tmp_path, location) == (None, ("the metadata file meta.xml is not in the package",))
    assert read(tmp_path, location, meta="<a/>") == (None, ("meta.xml: holds no LOM metadata",))
    assert read(tmp_path, location, meta="<a>")[1][0].startswith(
        "meta.xml:1:4: the file ends before the <a> of line 1 is closed"
    )
    large = f"<a>{' ' * MAX_EXTERNAL}</a>"
    assert read(tmp_path, location, meta=large)[1][0].startswith("more than 16,777,216 bytes of metadata files")


def test_an_item_shows_its_own_metadata_or_that_of_its_resource(tmp_path: Path) -> None:
    own = f"<metadata>{LOM_12.replace('Titel', 'Item')}</metadata>"
    text = manifest(
        item("i1", "One", "r1", own) + item("i2", "Two", "r1"),
        sco("r1", "one.html", f"<metadata>{LOM_12.replace('Titel', 'Resource')}</metadata>"),
    )
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "one.html": ""}))
    titles = [node.metadata.title[0].text for node in seen.organizations[0].nodes if node.metadata]
    assert titles == ["Item", "Resource"]


@pytest.mark.parametrize(
    ("card", "name"),
    [
        (r"FN:A. Author\; B\, C", "A. Author; B, C"),
        (r"FN:Back\\slash\\nine", r"Back\slash\nine"),
        (r"FN:One\nTwo\N Three", "One Two Three"),
        (r"N:Vries\; de\, jr.;Jan;;;", "Jan Vries; de, jr."),
        (r"N:Ends in\\;Jan", "Jan Ends in\\"),
        (r"ORG:School\, Ede\; West;Opleiding\\Training", r"School, Ede; West, Opleiding\Training"),
        (r"FN:Left \as it is\ ", "Left \\as it is\\"),
    ],
)
def test_escapes_on_a_vcard_are_undone(tmp_path: Path, card: str, name: str) -> None:
    card = f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD"
    metadata, _ = read(tmp_path, LOM_2004.replace("Een groep", card), CP_2004)
    assert metadata is not None
    assert metadata.contributors == (Contributor("author", ("Jan Vries", name), ""),)


def test_the_names_that_scormkit_writes_are_read_as_they_were(tmp_path: Path) -> None:
    card = vcard("A. Author; B, C\\n", "School, Ede", "a@example.org")
    old = "BEGIN:VCARD VERSION:2.1 FN:Jan de Vries ORG:Hogeschool;Opleiding END:VCARD"
    assert old in LOM_12
    metadata, _ = read(tmp_path, LOM_12.replace(old, card))
    assert metadata is not None
    assert metadata.contributors[0].names == ("A. Author; B, C\\n",)


def test_what_is_no_vcard_has_no_escapes(tmp_path: Path) -> None:
    metadata, _ = read(tmp_path, LOM_2004.replace("Een groep", r"A\, B\n"), CP_2004)
    assert metadata is not None
    assert metadata.contributors[0].names == ("Jan Vries", r"A\, B\n")


def persons(tmp_path: Path, *cards: str) -> tuple[str, ...]:
    entities = "".join(f"<entity>{card}</entity>" for card in cards)
    lom = f'<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><lifeCycle><contribute>{entities}</contribute></lifeCycle></lom>'
    seen, _ = read(tmp_path, lom, CP_2004)
    return seen.contributors[0].names if seen else ()


@pytest.mark.parametrize(
    ("card", "name"),
    [
        ("BEGIN:VCARD\nORG:School;Group\nN:Vries;Jan;;;\nFN:Jan de Vries\nEND:VCARD", "Jan de Vries"),
        ("BEGIN:VCARD FN;CHARSET=UTF-8:Jan  TEL;HOME:1 END:VCARD", "Jan"),
        ("begin:vcard n:Vries;Jan end:vcard", "Jan Vries"),
        ("BEGIN:VCARD\nFN:One\nFN:Two\nEND:VCARD", "One"),
        ("BEGIN:VCARD\nORG:School;Group\nX-FN:Not this\nEND:VCARD", "School, Group"),
        ("BEGIN:VCARD\nFN:\nN:Vries\nEND:VCARD", "Vries"),
        ("BEGIN:VCARD ADR:;;FN: END:VCARD", None),
        ("A  group\n", "A group"),
    ],
)
def test_the_name_on_a_card(card: str, name: str | None, tmp_path: Path) -> None:
    assert persons(tmp_path, card) == ((name,) if name else ())


@pytest.mark.parametrize("filling", [" ", "FN: ", "N;", "N;A ", "-", ":", "FN:\n "])
def test_a_hostile_card_costs_no_time(filling: str, tmp_path: Path) -> None:
    card = f"BEGIN:VCARD FN:Jan{filling * (10_000 // len(filling))}"
    started = time.process_time()
    persons(tmp_path, *(f"{card}{n}" for n in range(20)))
    assert time.process_time() - started < 1
