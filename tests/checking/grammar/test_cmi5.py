"""The grammar of cmi5 against the official schema: what that refuses is an error, and only errors are refused by it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from scormkit.checking import check
from tests.checking.mutations import Change, attributed, begun_by, called, ended_by, moved, saying
from tests.packages.cases import Case, cases
from tests.rows import table

NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
CMI5 = f"{{{NAMESPACE}}}"
OTHER = "{https://example.org/level}"
TEXTS = """<title><langstring lang="en">T</langstring><langstring lang="nl">T</langstring></title>
<description><langstring>D</langstring></description>"""
FULL = f"""<courseStructure xmlns="{NAMESPACE}" xmlns:my="https://example.org/level" my:kind="a">
<course id="https://example.org/c">{TEXTS}<my:level/></course>
<objectives><objective id="https://example.org/o">{TEXTS}</objective><my:level/></objectives>
<au id="https://example.org/1" moveOn="CompletedOrPassed" masteryScore="0.5" launchMethod="OwnWindow"
    activityType="https://example.org/t">{TEXTS}
  <objectives><objective idref="https://example.org/o"/></objectives><url>https://example.org/1</url>
  <launchParameters>a</launchParameters><entitlementKey>b</entitlementKey><my:level/><my:level/></au>
<block id="https://example.org/b">{TEXTS}<objectives><objective idref="https://example.org/o"/></objectives>
  <block id="https://example.org/b2">{TEXTS}<au id="https://example.org/2">{TEXTS}<url>https://example.org/2</url></au>
  </block><au id="https://example.org/3">{TEXTS}<url>https://example.org/3</url></au><my:level/></block>
<au id="https://example.org/4">{TEXTS}<url>https://example.org/4</url></au><my:level/>
</courseStructure>"""
BY_THE_SCHEMA = {f"SK-CM5-{number}" for number in ("001", "005", "012", "018", "019", "020", "023", "101", "102")}
"""Rules that say what the schema says, and nothing beyond."""

TAGS = (CMI5 + "title", CMI5 + "au", CMI5 + "langstring", OTHER + "level", "level")
VALUES = ("", "passed", "2", "-0.1", "1.0", ".5", "+0.5", "1e-1", "NaN", "en_US", "x" * 9, "a-b-1")
ATTRIBUTES = ("foo", "id", "lang", "idref", "moveOn", CMI5 + "moveOn", OTHER + "kind")


def changes(element: etree._Element) -> Iterator[tuple[str, Change]]:
    yield from moved(element)
    names = (CMI5 + "titel", element.tag.rpartition("}")[2], CMI5 + "block", CMI5 + "objective", OTHER + "au")
    yield from called(*names)
    yield from begun_by(*TAGS)
    yield from ended_by(*TAGS)
    yield from saying("", "text")
    yield from attributed(element, VALUES, ATTRIBUTES, "NotApplicable")


def mutants() -> Iterator[tuple[str, bytes]]:
    """The full structure with one change each; what stands inside foreign elements is of no interest."""
    for index, element in enumerate(etree.fromstring(FULL).iter()):
        if not element.tag.startswith(OTHER):
            for what, change in changes(element):
                tree = etree.fromstring(FULL)
                change(list(tree.iter())[index])
                yield f"{element.tag} {what}", etree.tostring(tree)


def reported(data: bytes, folder: Path) -> dict[str, bool]:
    """Ids of what is found in the structure on its own, and whether it is an error."""
    (folder / "cmi5.xml").write_bytes(data)
    return {found.id: found.severity.value in ("error", "fatal") for found in check(folder / "cmi5.xml")}


def test_the_full_structure_is_without_error(cmi5_schema: etree.XMLSchema, tmp_path: Path) -> None:
    assert cmi5_schema.validate(etree.fromstring(FULL)), cmi5_schema.error_log.last_error
    assert not any(reported(FULL.encode(), tmp_path).values())


@pytest.mark.slow
def test_what_the_schema_refuses_is_an_error_and_nothing_else_breaks_its_rules(
    cmi5_schema: etree.XMLSchema, tmp_path: Path
) -> None:
    missed, wrong, refused, accepted = [], [], 0, 0
    for what, data in mutants():
        found = reported(data, tmp_path)
        if cmi5_schema.validate(etree.fromstring(data)):
            accepted += 1
            if set(found) & BY_THE_SCHEMA and "launchParameters" not in what and "entitlementKey" not in what:
                wrong.append(f"{what}: {sorted(found)}")
        else:
            refused += 1
            if not any(found.values()):
                missed.append(f"{what}: {cmi5_schema.error_log.last_error}")
    assert missed == []
    assert wrong == []
    assert refused > 1000
    assert accepted > 200


@cache
def structures() -> tuple[tuple[Case, bytes], ...]:
    """The cases that have a cmi5.xml where it belongs, without white space that the schema minds and an LMS removes."""
    found = ((case, case.files.get("cmi5.xml")) for case in cases() if case.folder.parent.name == "cmi5")
    return tuple((case, data) for case, data in found if data is not None and case.clause != "C5-22")


def test_a_case_breaks_the_schema_if_its_rule_says_what_the_schema_says(cmi5_schema: etree.XMLSchema) -> None:
    with table() as rows:
        for case, data in structures():
            with rows.row(case.name):
                accepted = cmi5_schema.validate(etree.fromstring(data))
                if case.verdict == "valid":
                    assert accepted, cmi5_schema.error_log.last_error
                if case.verdict == "error" and case.rule in BY_THE_SCHEMA:
                    assert not accepted
