"""What `inspect` reads from packages of every standard, sound and broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scormkit.checking.vocabulary import Edition
from scormkit.inspecting import UnreadableError, inspect
from scormkit.inspecting.as_json import to_json
from scormkit.inspecting.contents import MAX_REMARKS, MAX_TOLD
from scormkit.inspecting.overview import Load, Node, Phrase, Role
from scormkit.inspecting.overview_text import to_text
from tests.inspecting.packages import CMI5, CP_2004, TINCAN, item, manifest, sco, zipped

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def nodes(path: Path) -> dict[str, Node]:
    return {node.identifier: node for one in inspect(path).organizations for node in one.walk()}


def facts(node: Node) -> dict[str, str]:
    return {fact.name: fact.value for fact in node.facts}


def test_a_scorm_12_package_shows_its_tree_and_what_each_sco_weighs(tmp_path: Path) -> None:
    text = manifest(
        item(
            "part",
            "Part",
            inside=item(
                "i1",
                "One",
                "r1",
                "<adlcp:prerequisites type='aicc_script'>i2</adlcp:prerequisites>"
                "<adlcp:masteryscore>80</adlcp:masteryscore>",
                'parameters="?x=1" isvisible="false"',
            )
            + item("i2", "Two", "r2")
            + item("i3", "Three", "nowhere"),
        ),
        sco("r1", "one.html", '<dependency identifierref="shared"/>')
        + '<resource identifier="r2" type="webcontent" adlcp:scormtype="asset" href="two.html"/>'
        + '<resource identifier="shared" xml:base="lib/"><file href="a.js"/><file href="gone.js"/>'
        '<dependency identifierref="r1"/></resource>',
    )
    path = zipped(
        tmp_path / "p.zip", {"imsmanifest.xml": text, "one.html": "12345", "two.html": "1", "lib/a.js": "123"}
    )

    seen = inspect(path)
    assert (seen.kind, seen.edition, seen.structure) == (Edition.SCORM_12, "SCORM 1.2", "imsmanifest.xml")
    assert (seen.identifier, seen.version, seen.title, seen.remarks) == ("course", "3", "The course", ())
    found = nodes(path)
    assert [node.role for node in found.values()] == [Role.GROUP, Role.SCO, Role.ASSET, Role.BROKEN]
    assert [node.identifier for node in found["part"].children] == ["i1", "i2", "i3"]
    one = found["i1"]
    assert (one.href, one.member, one.parameters, one.visible) == ("one.html?x=1", "one.html", "?x=1", False)
    assert facts(one) == {"prerequisites": "i2", "masteryscore": "80"}
    assert one.load == Load(files=2, size=8, missing=1)
    assert found["i2"].load == Load(files=1, size=1, missing=0)
    assert (found["i3"].href, found["i3"].load) == (None, None)


def test_sizes_are_told_in_all_by_type_and_for_the_ten_largest(tmp_path: Path) -> None:
    files = {f"{n}.HTML" if n % 2 else f"{n}.js": "x" * n for n in range(1, 13)}
    seen = inspect(zipped(tmp_path / "p.zip", files | {"LICENSE": ""})).sizes
    assert (seen.files, seen.size) == (13, 78)
    assert [(one.ending, one.files, one.size) for one in seen.by_type] == [("js", 6, 42), ("html", 6, 36), ("", 1, 0)]
    assert [one.size for one in seen.largest] == list(range(12, 2, -1))


def test_the_facts_of_scorm_2004_are_told_in_short_and_shared_sequencing_is_found(tmp_path: Path) -> None:
    sequencing = """<imsss:sequencing IDRef="common"><imsss:controlMode choice="false" flow="true"/>
      <imsss:sequencingRules>
        <imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
          <imsss:ruleCondition condition="satisfied" operator="not"/>
          <imsss:ruleCondition condition="objectiveMeasureGreaterThan" measureThreshold="0.5" referencedObjective="o"/>
        </imsss:ruleConditions><imsss:ruleAction action="disabled"/></imsss:preConditionRule>
      </imsss:sequencingRules>
      <imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">
        <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure><imsss:mapInfo targetObjectiveID="g1"/>
      </imsss:primaryObjective></imsss:objectives></imsss:sequencing>
      <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75"/>
      <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
        <adlnav:hideLMSUI>previous</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>"""
    common = """<imsss:sequencingCollection><imsss:sequencing ID="common"><imsss:controlMode choice="true"/>
      <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
      </imsss:sequencing></imsss:sequencingCollection>"""
    text = manifest(
        item("i1", "One", "r1", sequencing),
        sco("r1", "one.html"),
        metadata="<schemaversion>2004 3rd Edition</schemaversion>",
        namespaces=CP_2004,
        after=common,
    )
    path = zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "one.html": ""})
    assert inspect(path).edition == "SCORM 2004 3rd Edition"
    one = nodes(path)["i1"]
    assert one.role is Role.SCO
    assert facts(one) == {
        "choice": "false",
        "flow": "true",
        "preConditionRule": "disabled if not satisfied or objectiveMeasureGreaterThan 0.5 (o)",
        "minNormalizedMeasure": "0.6",
        "sharedObjectives": "g1",
        "completionSetByContent": "true",
        "objectiveSetByContent": "true",
        "completionThreshold": "0.75",
        "hideLMSUI": "continue, previous",
    }


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("<adlcp:completionThreshold>0.9</adlcp:completionThreshold>", "0.9"),
        ('<adlcp:completionThreshold completedByMeasure="true"/>', "1.0"),
        ('<adlcp:completionThreshold completedByMeasure="false" minProgressMeasure="0.5"/>', "not by measure"),
    ],
)
def test_a_completion_threshold_is_read_in_both_forms(tmp_path: Path, element: str, value: str) -> None:
    text = manifest(item("i1", "One", "r1", element), sco("r1", "one.html"), namespaces=CP_2004)
    path = zipped(tmp_path / "p.zip", {"imsmanifest.xml": text})
    assert facts(nodes(path)["i1"]) == {"completionThreshold": value}


def test_a_cmi5_package_shows_blocks_and_aus(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", {"cmi5.xml": CMI5, "one/index.html": ""})
    seen = inspect(path)
    assert (seen.kind, seen.edition, seen.identifier, seen.title) == (
        Edition.CMI5, "cmi5", "https://example.org/c", "Cursus",
    )  # fmt: skip
    assert seen.metadata is not None
    assert seen.metadata.title == (Phrase("nl", "Cursus"), Phrase("en", "Course"))
    found = nodes(path)
    block, one, two = found.values()
    assert (block.role, block.title, block.children) == (Role.GROUP, "Blok", (one,))
    assert (one.role, one.href, one.member, one.parameters) == (Role.AU, "one/index.html", "one/index.html", "a=b")
    assert facts(one) == {"moveOn": "CompletedAndPassed", "masteryScore": "0.8", "launchMethod": "OwnWindow"}
    assert (two.href, two.member, facts(two)) == ("https://example.org/two/", None, {})


def test_a_tin_can_package_shows_its_activities(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", {"tincan.xml": TINCAN, "index.html": ""})
    seen = inspect(path)
    assert (seen.kind, seen.identifier, seen.title) == (Edition.TINCAN, "https://example.org/t", "Cursus")
    course, question = nodes(path).values()
    assert (course.role, course.member, course.type) == (
        Role.ACTIVITY, "index.html", "http://adlnet.gov/expapi/activities/course",
    )  # fmt: skip
    assert (question.title, question.launchable) == ("Vraag", False)


@pytest.mark.parametrize(("text", "title"), [(CMI5, "Cursus"), (TINCAN, "Cursus")])
def test_a_structure_file_on_its_own_is_a_package_too(tmp_path: Path, text: str, title: str) -> None:
    path = tmp_path / "any name.xml"
    path.write_text(text)
    seen = inspect(path)
    assert (seen.title, seen.sizes.files, seen.remarks) == (title, 1, ())


def test_a_folder_is_read_like_a_zip(tmp_path: Path) -> None:
    (tmp_path / "tincan.xml").write_text(TINCAN)
    assert inspect(tmp_path).title == "Cursus"


def test_a_manifest_in_a_folder_of_its_own_is_found_and_said(tmp_path: Path) -> None:
    text = manifest(item("i1", "One", "r1"), sco("r1", "one.html"))
    seen = inspect(zipped(tmp_path / "p.zip", {"a/b/imsmanifest.xml": text, "a/b/one.html": "1"}))
    assert (seen.root, seen.title) == ("a/b/", "The course")
    assert seen.organizations[0].nodes[0].member == "one.html"
    assert seen.remarks == ("imsmanifest.xml is not at the root but in a/b/, where most LMSs do not look",)


def test_other_structure_files_are_named(tmp_path: Path) -> None:
    text = manifest(item("i1", "One", "r1"), sco("r1", "one.html"))
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "tincan.xml": TINCAN}))
    assert (seen.kind, seen.also) == (Edition.SCORM_12, ("tincan.xml",))


def test_of_two_organizations_the_default_is_marked(tmp_path: Path) -> None:
    text = manifest(item("i1", "One", "r1"), sco("r1", "one.html")).replace(
        '<organizations default="org">',
        '<organizations default="org"><organization identifier="other"><title>Other</title></organization>',
    )
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text}))
    assert [(one.title, one.default) for one in seen.organizations] == [("Other", False), ("The course", True)]
    assert seen.title == "The course"


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("<manifest>", "imsmanifest.xml:1:11: the file ends before the <manifest> of line 1 is closed"),
        (
            '<!DOCTYPE manifest [<!ENTITY e SYSTEM "file:///etc/passwd">]><manifest/>',
            "imsmanifest.xml:1:1: the file has a DOCTYPE",
        ),
        ("<html/>", "imsmanifest.xml describes no package: its root is <html>"),
        ("<manifest/>", "the manifest has no organization, so an LMS has nothing to show"),
    ],
)
def test_of_a_broken_manifest_what_can_be_shown_is_shown(tmp_path: Path, text: str, remark: str) -> None:
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text, "one.html": "123"}))
    assert seen.remarks[0].startswith(remark)
    assert seen.sizes.files == 2
    assert seen.organizations == ()


def test_a_package_without_anything_to_launch_is_told(tmp_path: Path) -> None:
    text = manifest(item("i1", "One"), "")
    assert inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": text})).remarks == ("nothing in it can be launched",)
    seen = inspect(zipped(tmp_path / "q.zip", {"one.html": ""}))
    assert seen.remarks == ("there is no imsmanifest.xml, cmi5.xml or tincan.xml in it",)
    assert seen.kind is None


@pytest.mark.parametrize(
    ("text", "title"),
    [('{"name": "My  site"}', "My site"), ("[" * 90_000, ""), ('{"name": 1}', ""), ("[]", ""), ("{", "")],
)
def test_a_web_site_has_a_name_and_no_tree(tmp_path: Path, text: str, title: str) -> None:
    seen = inspect(zipped(tmp_path / "p.zip", {"index.html": "", "scormkit.webmanifest": text}))
    assert (seen.kind, seen.title, seen.organizations, seen.remarks) == (Edition.WEB, title, (), ())


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("p.zip", b"%PDF-1.7", "is a PDF, not a zip"),
        ("p.zip", b"", "is empty"),
        ("p.zip", b"PK\x03\x04 and no more", "begins as a zip but breaks off"),
        ("p.xml", b"<html/>", "is XML that describes no package: its root is <html>"),
        ("p.xml", b"<tincan", ":1:1: unclosed token"),
    ],
)
def test_what_is_no_package_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        inspect(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_path_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        inspect(tmp_path / "missing.zip")


@pytest.mark.slow
def test_a_hostile_manifest_cannot_ask_for_more_than_a_little_work(tmp_path: Path) -> None:
    count = 3_000
    resources = "".join(
        f'<resource identifier="r{n}" href="a.html"><dependency identifierref="r{(n + 1) % count}"/></resource>'
        for n in range(count)
    )
    items = "".join(
        item(f"i{n}", "x", f"r{n}", f"<metadata><adlcp:location>m{n}.xml</adlcp:location></metadata>")
        for n in range(count)
    )
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": manifest(items, resources)}))
    loads = [node.load for node in seen.organizations[0].walk()]
    assert loads[0] == Load(0, 0, 1)
    assert loads[-1] is None
    assert len(seen.remarks) == MAX_REMARKS


def test_what_many_items_share_is_told_up_to_a_limit(tmp_path: Path) -> None:
    lom = (
        "<metadata><lom><general><title><langstring>T</langstring></title><description><langstring>"
        f"{'x' * (MAX_TOLD // 10)}</langstring></description></general></lom></metadata>"
    )
    items = "".join(item(f"i{n}", "x", "r1") for n in range(20))
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": manifest(items, sco("r1", "a.html", lom))}))
    told = [node.metadata is not None for node in seen.organizations[0].walk()]
    assert told == [True] * 9 + [False] * 11
    assert seen.remarks == ("it has more than 16,000,000 characters of metadata and settings: the rest is not shown",)


def test_items_nest_as_deep_as_xml_may(tmp_path: Path) -> None:
    deep = item("i", "x", "r1")
    for n in range(90):
        deep = item(f"i{n}", "x", inside=deep)
    seen = inspect(zipped(tmp_path / "p.zip", {"imsmanifest.xml": manifest(deep, sco("r1", "a.html"))}))
    assert len(list(seen.organizations[0].walk())) == 91
    assert len(to_text(seen).splitlines()) > 91
    assert json.loads(to_json(seen, version="1"))["remarks"] == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("valid/*/*.zip")), ids=lambda path: path.stem)
def test_every_valid_package_of_the_corpus_is_read_to_its_end(path: Path) -> None:
    seen = inspect(path)
    assert seen.remarks == ()
    assert seen.title
    assert seen.edition.startswith("SCORM 2004 ")
    found = [node for one in seen.organizations for node in one.walk()]
    assert found
    assert all(node.title for node in found)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
def test_no_invalid_package_of_the_corpus_is_too_much() -> None:
    seen = [inspect(path) for path in sorted(CORPUS.glob("invalid/*/*.zip"))]
    assert sum(bool(one.title) for one in seen) > len(seen) // 2
