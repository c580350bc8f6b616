"""What packages say of themselves."""

from __future__ import annotations

import pytest
from lxml import etree

from scormkit.course.publishing import Contributor
from scormkit.targets.metadata import duration, vcard

from .conftest import EACH_COURSE, root_of
from .test_scorm2004 import Make

LOM = "{http://ltsc.ieee.org/xsd/LOM}"
IMSMD = "{http://www.imsglobal.org/xsd/imsmd_rootv1p2p1}"


@pytest.mark.parametrize(("minutes", "text"), [(0, "PT0M"), (45, "PT45M"), (60, "PT1H"), (145, "PT2H25M")])
def test_learning_time_is_iso_8601(minutes: int, text: str) -> None:
    assert duration(minutes) == text


def test_a_person_is_a_vcard() -> None:
    assert vcard("A; B, C", "School", "a@example.org").split("\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:A\\; B\\, C;;;;",
        "FN:A\\; B\\, C",
        "ORG:School",
        "EMAIL;TYPE=INTERNET:a@example.org",
        "END:VCARD",
    ]


@pytest.mark.parametrize(
    ("target", "ns", "paths"),
    [
        (
            "scorm2004-4",
            LOM,
            {
                "general/title/string": "Vier kleine modules",
                "general/identifier/catalog": "URI",
                "lifeCycle/version/string": "0.1.0",
                "lifeCycle/contribute/role/value": "author",
                "educational/context/value": "higher education",
                "educational/typicalLearningTime/duration": "PT2H25M",
                "rights/description/string": "© 2026; CC BY-SA 4.0 & more",
                "rights/copyrightAndOtherRestrictions/value": "yes",
                "metaMetadata/metadataSchema": "LOMv1.0",
            },
        ),
        (
            "scorm12",
            IMSMD,
            {
                "general/title/langstring": "Vier kleine modules",
                "general/catalogentry/catalog": "URI",
                "lifecycle/version/langstring": "0.1.0",
                "lifecycle/contribute/role/value/langstring": "Author",
                "educational/context/value/langstring": "Higher Education",
                "educational/typicallearningtime/datetime": "PT2H25M",
                "rights/description/langstring": "© 2026; CC BY-SA 4.0 & more",
                "rights/copyrightandotherrestrictions/value/langstring": "yes",
                "metametadata/metadatascheme": "ADL SCORM 1.2",
            },
        ),
    ],
)
def test_the_definition_is_told_in_the_binding_of_each_edition(
    make: Make, target: str, ns: str, paths: dict[str, str]
) -> None:
    *_, whole = make("full", target)
    lom = root_of(whole).find(f".//{ns}lom")
    assert lom is not None
    assert {path: lom.findtext("/".join(ns + step for step in path.split("/"))) for path in paths} == paths


@pytest.mark.parametrize("course", EACH_COURSE)
def test_metadata_of_scorm_12_are_valid_by_the_official_schema(
    make: Make, imsmd_schema: etree.XMLSchema, course: str
) -> None:
    for package in make(course, "scorm12"):
        loms = list(root_of(package).iter(f"{IMSMD}lom"))
        assert len(loms) == 1 + len(package.units) * package.whole
        for lom in loms:
            imsmd_schema.assertValid(etree.fromstring(etree.tostring(lom)))


def test_a_module_says_more_than_its_title_in_the_whole_course_too(make: Make) -> None:
    first, *_, whole = make("four", "scorm2004-4")
    alone = root_of(first).findtext(f".//{LOM}identifier/{LOM}entry")
    among = [each.text for each in root_of(whole).iter(f"{LOM}entry")]
    assert alone == among[1]
    assert len(set(among)) == len(among) == 5


@pytest.mark.parametrize(
    ("target", "ns", "path"),
    [("scorm2004-4", LOM, "date/dateTime"), ("scorm12", IMSMD, "date/datetime")],
)
def test_the_day_of_release_is_told_of_who_publishes(make: Make, target: str, ns: str, path: str) -> None:
    people = (Contributor(name="A. Author"), Contributor(name="A house", role="publisher"))
    *_, whole = make("full", target, contributors=people, released="2026-08-31")
    contributions = [*root_of(whole).iter(f"{ns}contribute")]
    days = [each.findtext("/".join(ns + step for step in path.split("/"))) for each in contributions]
    assert days == [None, "2026-08-31"] * (len(days) // 2)


def test_a_day_of_release_is_valid_in_scorm_12(make: Make, imsmd_schema: etree.XMLSchema) -> None:
    house = (Contributor(name="A house", role="publisher"),)
    first, *_ = make("full", "scorm12", contributors=house, released="2026-08-31")
    (lom,) = root_of(first).iter(f"{IMSMD}lom")
    imsmd_schema.assertValid(etree.fromstring(etree.tostring(lom)))
