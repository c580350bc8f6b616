"""The SCORM 2004 targets: what stands in their manifests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from scormkit.render.site import Site
from scormkit.targets.package import Package

from .conftest import EACH_COURSE, root_of

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_v1p3}"
IMSSS = "{http://www.imsglobal.org/xsd/imsss}"
ADLNAV = "{http://www.adlnet.org/xsd/adlnav_v1p3}"
BOTH = ("scorm2004-3", "scorm2004-4")
Make = Callable[..., tuple[Package, ...]]


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize("course", EACH_COURSE)
def test_manifests_are_valid_by_the_official_schemas(
    make: Make, scorm2004_schemas: dict[str, etree.XMLSchema], target: str, course: str
) -> None:
    for package in make(course, target):
        scorm2004_schemas[target].assertValid(root_of(package))
        assert package.missing == ()


@pytest.mark.parametrize("target", BOTH)
def test_schemas_lie_at_the_root_and_all_else_is_listed(make: Make, target: str) -> None:
    for package in make("good", target):
        root = root_of(package)
        names = [file.path for file in package.files]
        located = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "").split()[1::2]
        assert "lom.xsd" in located
        assert set(located) <= set(names)
        listed = {each.get("href") for each in root.iter(f"{CP}file")}
        assert {name for name in names[1:] if "/" in name} == listed


@pytest.mark.parametrize("target", BOTH)
def test_a_unit_says_itself_when_it_is_done_and_passed(make: Make, target: str) -> None:
    for package in make("four", target):
        for item, unit in zip(root_of(package).iter(f"{CP}item"), package.units, strict=True):
            (controls,) = item.iter(f"{IMSSS}deliveryControls")
            assert controls.get("completionSetByContent") == controls.get("objectiveSetByContent") == "true"
            primaries = list(item.iter(f"{IMSSS}primaryObjective"))
            if unit.passing_score is None:
                assert primaries == []
            else:
                (primary,) = primaries
                assert primary.get("satisfiedByMeasure") == "true"
                assert primary.findtext(f"{IMSSS}minNormalizedMeasure") == str(unit.passing_score / 100)


@pytest.mark.parametrize("target", BOTH)
def test_objectives_are_shared_only_where_the_course_asks_for_it(make: Make, target: str) -> None:
    assert not [each for package in make("four", target) for each in root_of(package).iter(f"{IMSSS}mapInfo")]
    *_, whole = make("four", target, shared_objectives=True)
    targets = [each.get("targetObjectiveID") for each in root_of(whole).iter(f"{IMSSS}mapInfo")]
    assert targets == ["four.m1", "four.m2", "four.m3", "four.m4"]


def hidden(item: etree._Element) -> list[str | None]:
    return [each.text for each in item.iter(f"{ADLNAV}hideLMSUI")]


@pytest.mark.parametrize("target", BOTH)
def test_in_a_free_course_every_module_can_be_chosen(make: Make, target: str) -> None:
    first, *_, whole = make("four", target)
    organization = root_of(whole).find(f".//{CP}organization")
    assert organization is not None
    control = organization.find(f"{IMSSS}sequencing/{IMSSS}controlMode")
    assert control is not None
    assert (control.get("choice"), control.get("flow")) == ("true", "true")
    (alone,) = root_of(first).iter(f"{CP}item")
    assert "continue" in hidden(alone)
    assert "suspendAll" in hidden(alone)
    assert not any("continue" in hidden(item) for item in organization.iter(f"{CP}item"))


@pytest.mark.parametrize("target", BOTH)
def test_in_a_linear_course_the_player_leads_on(make: Make, target: str) -> None:
    *_, whole = make("four", target, linear=True)
    control = root_of(whole).find(f".//{IMSSS}controlMode")
    assert control is not None
    assert (control.get("choice"), control.get("flow")) == ("false", "true")
    items = list(root_of(whole).iter(f"{CP}item"))
    assert all("continue" in hidden(item) and "previous" not in hidden(item) for item in items)


def weights(package: Package) -> dict[str | None, tuple[str | None, str | None, str | None]]:
    """By item: weight of score, whether success rolls up, weight of progress."""
    found = {}
    for item in root_of(package).iter(f"{CP}item"):
        rules = item.find(f"{IMSSS}sequencing/{IMSSS}rollupRules")
        threshold = item.find(f"{ADLCP}completionThreshold")
        assert rules is not None
        progress = None if threshold is None else threshold.get("progressWeight")
        found[item.get("identifier")] = (
            rules.get("objectiveMeasureWeight"),
            rules.get("rollupObjectiveSatisfied"),
            progress,
        )
    return found


def test_score_and_progress_roll_up_by_weight(make: Make, sites: dict[str, Site]) -> None:
    units = tuple(replace(unit, weight=weight) for unit, weight in zip(sites["four"].units, (1, 4, 1, 2), strict=True))
    judged = [unit.id for unit in units if unit.passing_score is not None]
    assert judged == ["m2"], "the numbers below are for this course"
    *_, whole = make("four", "scorm2004-4", units=units)
    assert [unit.id for unit in units if unit.scored] == ["m2"]
    assert weights(whole) == {
        "item-m1": ("0", "false", "0.25"),
        "item-m2": ("1", "true", "1"),
        "item-m3": ("0", "false", "0.25"),
        "item-m4": ("0", "false", "0.5"),
    }
    *_, third = make("four", "scorm2004-3", units=units)
    assert {progress for _, _, progress in weights(third).values()} == {None}, "the 3rd edition knows no such weights"


def test_parts_are_items_that_hold_others(make: Make) -> None:
    *modules, whole = make("full", "scorm2004-4")
    organization = root_of(whole).find(f".//{CP}organization")
    assert organization is not None
    parts = organization.findall(f"{CP}item")
    assert [part.get("identifier") for part in parts] == ["part-doing", "part-looking"]
    assert [part.get("identifierref") for part in parts] == [None, None]
    assert [[item.get("identifier") for item in part.findall(f"{CP}item")] for part in parts] == [
        ["item-m1", "item-m2"],
        ["item-m3", "item-m4"],
    ]
    assert weights(whole)["part-looking"] == ("0", "false", "0.5")
    assert all(len(list(root_of(module).iter(f"{CP}item"))) == 1 for module in modules)


def test_the_third_edition_gets_only_what_it_knows(make: Make) -> None:
    for package in make("full", "scorm2004-3"):
        root = root_of(package)
        assert root.findtext(f"{CP}metadata/{CP}schemaversion") == "2004 3rd Edition"
        assert not list(root.iter(f"{ADLCP}completionThreshold"))


def test_what_counts_for_little_counts(make: Make, sites: dict[str, Site]) -> None:
    units = (replace(sites["four"].units[0], weight=1000), replace(sites["four"].units[1], weight=0.01))
    *_, whole = make("four", "scorm2004-4", units=units)
    assert weights(whole)["item-m2"] == ("1", "true", "0.0001")


def test_a_manifest_is_not_called_as_what_is_in_it(make: Make, sites: dict[str, Site]) -> None:
    unit = replace(sites["four"].units[0], id="s44")
    for course in ("item", "res", "org", "part", "obj"):
        for package in make("four", "scorm2004-4", id=course, units=(unit,)):
            identifiers = root_of(package).xpath("//@identifier")
            assert len(identifiers) == len(set(identifiers))


def test_a_score_counts_without_a_passing_score_too(make: Make, sites: dict[str, Site]) -> None:
    units = tuple(replace(unit, passing_score=None) for unit in sites["four"].units)
    *_, whole = make("four", "scorm2004-3", units=units)
    assert weights(whole)["item-m2"] == ("1", "false", None)
    assert weights(whole)["item-m1"] == ("0", "false", None)
