"""Which sequencing holds for which activity."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking import vocabulary as v
from scormkit.checking.manifest import read_manifest
from scormkit.checking.rules.sequencing.naming import unknown_objectives
from scormkit.checking.sequencing import Activity, Sequencing, activity_of, below, flag, read_sequencing, shared_parts
from scormkit.checking.source import Element, read_xml

HEAD = (
    f'<manifest identifier="m" xmlns="{v.CP_2004}" xmlns:imsss="{v.IMSSS}" xmlns:adlseq="{v.ADLSEQ}">'
    '<organizations><organization identifier="o"><title>Course</title>'
)
CONDITION = '<imsss:ruleCondition condition="satisfied" referencedObjective="{}"/>'


def sequencing(items: str, collection: str = "", of_organization: str = "") -> Sequencing:
    shared = f"<imsss:sequencingCollection>{collection}</imsss:sequencingCollection>"
    text = f"{HEAD}{items}{of_organization}</organization></organizations><resources/>{shared}</manifest>"
    return read_sequencing(read_manifest(read_xml(text.encode(), v.MANIFEST)))


def item(identifier: str, inner: str = "") -> str:
    return f'<item identifier="{identifier}"><title>Item</title>{inner}</item>'


def rules(*names: str) -> str:
    conditions = "".join(CONDITION.format(name) for name in names)
    return (
        "<imsss:sequencingRules><imsss:preConditionRule>"
        f"<imsss:ruleConditions>{conditions}</imsss:ruleConditions>"
        "</imsss:preConditionRule></imsss:sequencingRules>"
    )


def objectives(*names: str) -> str:
    listed = "".join(f'<imsss:objective objectiveID="{name}"/>' for name in names)
    return f"<imsss:objectives><imsss:primaryObjective/>{listed}</imsss:objectives>"


def test_activities_come_in_the_order_of_the_tree_and_know_their_place() -> None:
    found = sequencing(item("a", item("b") + item("c")) + item("d")).activities
    assert [activity.element.get("identifier") for activity in found] == ["o", "a", "b", "c", "d"]
    assert [activity.children for activity in found] == [2, 2, 0, 0, 0]
    assert [activity.is_root for activity in found] == [True, False, False, False, False]
    assert {activity.organization.get("identifier") for activity in found} == {"o"}


def test_a_part_of_its_own_replaces_the_shared_one_whole() -> None:
    own = '<imsss:sequencing IDRef=" s "><imsss:controlMode flow="true"/></imsss:sequencing>'
    entry = (
        '<imsss:sequencing ID="s"><imsss:controlMode choice="false"/><imsss:limitConditions attemptLimit="2"/>'
        "<adlseq:rollupConsiderations/></imsss:sequencing>"
    )
    found = sequencing(item("a", own), entry)
    activity = found.activities[1]
    mode, limits = activity.part("controlMode"), activity.part("limitConditions")
    assert mode is not None
    assert limits is not None
    assert (mode.get("flow"), mode.get("choice")) == ("true", None)
    assert limits.get("attemptLimit") == "2"
    assert activity.part("rollupConsiderations", v.ADLSEQ) is not None
    assert activity.part("rollupConsiderations") is None
    assert [one.get("ID") for one in found.elements] == [None, "s"]
    assert len(list(found.each("controlMode"))) == 2


def test_of_two_entries_with_one_id_the_first_holds() -> None:
    text = (
        f'<manifest xmlns:imsss="{v.IMSSS}"><imsss:sequencingCollection><imsss:sequencing ID="s"><imsss:controlMode/>'
        '</imsss:sequencing><imsss:sequencing ID="s"/></imsss:sequencingCollection>'
        '<item><imsss:sequencing IDRef="s"/></item></manifest>'
    )
    root = read_xml(text.encode(), v.MANIFEST)
    assert activity_of(root.children[1], shared_parts(root)).part("controlMode") is not None


def test_a_map_reads_unless_it_says_that_it_does_not_and_writes_only_if_it_says_so() -> None:
    inner = (
        '<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="p">'
        '<imsss:mapInfo targetObjectiveID="g" readSatisfiedStatus="0" writeNormalizedMeasure=" true "/>'
        "</imsss:primaryObjective></imsss:objectives></imsss:sequencing>"
    )
    found = sequencing(item("a", inner))
    (objective,) = found.objectives(found.activities[1].part("objectives"))
    (one,) = objective.maps
    assert (objective.identifier, one.target) == ("p", "g")
    assert one.reads == ("NormalizedMeasure",)
    assert one.writes == ("NormalizedMeasure",)
    assert found.objectives(None) == ()


def test_what_is_no_switch_has_its_default() -> None:
    element = read_xml(b'<a yes="1" no=" false " odd="yes"/>', v.MANIFEST)
    assert flag(element, "yes", False)
    assert not flag(element, "no", True)
    assert flag(element, "odd", True)
    assert not flag(element, "absent", False)
    assert flag(None, "yes", True)


def test_names_of_objectives_that_many_share_are_compared_once() -> None:
    entry = f'<imsss:sequencing ID="s">{rules("a", "b", "c")}{objectives("a", "b")}</imsss:sequencing>'
    found = sequencing("".join(item(f"i{n}", '<imsss:sequencing IDRef="s"/>') for n in range(50)), entry)
    asked: list[Element] = []

    def references(part: Element) -> Iterator[tuple[str, Element]]:
        asked.append(part)
        for condition in part.iter():
            yield from ((name, condition) for name in [condition.get("referencedObjective")] if name)

    def part(activity: Activity) -> Element | None:
        return activity.part("sequencingRules")

    (only,) = unknown_objectives(found, "referencedObjective", part, references)
    assert str(only.message) == "referencedObjective is `c`, which is no objective of the <item> `i0`"
    assert str(only.hint) == "its objectives are: `a`, `b`"
    assert len(asked) == 1


def test_shared_rules_are_held_against_the_objectives_of_each_activity() -> None:
    entry = f'<imsss:sequencing ID="s">{rules("first", "second")}</imsss:sequencing>'
    good = f'<imsss:sequencing IDRef="s">{objectives("first", "second")}</imsss:sequencing>'
    poor = f'<imsss:sequencing IDRef="s">{objectives("first", "secund")}</imsss:sequencing>'
    found = sequencing(item("good", good) + item("poor", poor) + item("bare", '<imsss:sequencing IDRef="s"/>'), entry)
    wrong = unknown_objectives(
        found,
        "referencedObjective",
        lambda activity: activity.part("sequencingRules"),
        lambda part: (
            (condition.get("referencedObjective") or "", condition)
            for rule in part.children
            for conditions in below(rule, "ruleConditions")
            for condition in conditions.children
        ),
    )
    told = "referencedObjective is `{}`, which is no objective of the <item> `{}`"
    assert [(str(one.message), str(one.hint)) for one in wrong] == [
        (told.format("second", "poor"), "did you mean `secund`?"),
        (told.format("first", "bare"), "give the activity an objective of that name first"),
        (told.format("second", "bare"), "give the activity an objective of that name first"),
    ]
