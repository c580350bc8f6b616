from __future__ import annotations

import json
import re

import pytest

from scormkit.checking.source import XmlError
from scormkit.preview.activity import (
    Completion,
    Condition,
    ControlMode,
    Delivery,
    Limits,
    MapInfo,
    Objective,
    Randomization,
    Rollup,
    RollupRule,
    Rule,
    Rules,
    Sequencing,
    SharedData,
)
from scormkit.preview.activity_tree import leaves, read_activity_tree
from scormkit.preview.scorm_again import activity_settings

MANIFEST = """<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <organizations default="o"><organization identifier="o"><title>Course</title>
    <item identifier="part" identifierref="r1"><title>Part</title>
      <item identifier="a" identifierref="r1" parameters="?x=1"><title> A </title>{item}</item>
    </item>
    <item identifier="b" identifierref="r2" isvisible="false"/>
    {organization}
  </organization></organizations>
  <resources><resource identifier="r1" adlcp:scormType="sco" type="webcontent" href="a.html"/>
  <resource identifier="r2" adlcp:scormType="sco" type="webcontent" href="b.html"/></resources>{manifest}
</manifest>"""


def read(item="", organization="", manifest=""):
    return read_activity_tree(MANIFEST.format(item=item, organization=organization, manifest=manifest).encode())


def sequenced(inner, attributes=""):
    part = read(item=f"<imsss:sequencing {attributes}>{inner}</imsss:sequencing>").children[0]
    return part.children[0].sequencing


def test_the_tree_has_a_node_for_the_organization_and_each_item():
    tree = read()
    assert (tree.identifier, tree.title, tree.href) == ("o", "Course", None)
    part, b = tree.children
    assert (part.identifier, part.href, part.visible) == ("part", None, True)
    assert (b.identifier, b.title, b.visible) == ("b", "b", False)
    assert [(leaf.identifier, leaf.title, leaf.href) for leaf in leaves(tree)] == [
        ("a", "A", "a.html?x=1"),
        ("b", "b", "b.html"),
    ]


def test_without_sequencing_the_defaults_of_the_standard_hold():
    tree = read()
    assert tree.sequencing == Sequencing()
    assert tree.sequencing.control == ControlMode(choice=True, flow=False)
    assert sequenced("") == Sequencing()


def test_control_and_constraints():
    said = sequenced(
        '<imsss:controlMode choice="false" flow="1" choiceExit="0" forwardOnly="true" '
        'useCurrentAttemptObjectiveInfo="false" useCurrentAttemptProgressInfo="nonsense"/>'
        '<adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="true"/>'
    )
    assert said.control == ControlMode(
        choice=False,
        choice_exit=False,
        flow=True,
        forward_only=True,
        use_current_attempt_objective_info=False,
        use_current_attempt_progress_info=True,
        prevent_activation=True,
        constrain_choice=True,
    )


def test_rules_and_limits():
    said = sequenced(
        """<imsss:sequencingRules>
        <imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
          <imsss:ruleCondition condition="completed" operator="not"/>
          <imsss:ruleCondition condition="objectiveMeasureLessThan" measureThreshold="0.5" referencedObjective="x"/>
        </imsss:ruleConditions><imsss:ruleAction action="disabled"/></imsss:preConditionRule>
        <imsss:exitConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="always"/></imsss:ruleConditions>
          <imsss:ruleAction action="exit"/></imsss:exitConditionRule>
        <imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/>
          </imsss:ruleConditions><imsss:ruleAction action="continue"/></imsss:postConditionRule>
        </imsss:sequencingRules>
        <imsss:limitConditions attemptLimit="2" attemptAbsoluteDurationLimit="PT1H"/>"""
    )
    assert said.rules == Rules(
        before=(
            Rule(
                "disabled",
                "any",
                (
                    Condition("completed", negated=True),
                    Condition("objectiveMeasureLessThan", objective="x", threshold=0.5),
                ),
            ),
        ),
        at_exit=(Rule("exit", "all", (Condition("always"),)),),
        after=(Rule("continue", "all", (Condition("satisfied"),)),),
    )
    assert said.limits == Limits(2, "PT1H")


def test_objectives_with_what_they_share():
    said = sequenced(
        """<imsss:objectives>
        <imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true">
          <imsss:minNormalizedMeasure> 0.8 </imsss:minNormalizedMeasure>
          <imsss:mapInfo targetObjectiveID="g" readNormalizedMeasure="false" writeSatisfiedStatus="true"/>
        </imsss:primaryObjective>
        <imsss:objective objectiveID="q"><imsss:minNormalizedMeasure>x</imsss:minNormalizedMeasure></imsss:objective>
        </imsss:objectives>
        <adlseq:objectives><adlseq:objective objectiveID="p">
          <adlseq:mapInfo targetObjectiveID="g" readRawScore="true" readMinScore="false" readMaxScore="false"
            readCompletionStatus="false" readProgressMeasure="false" writeRawScore="true"/>
        </adlseq:objective></adlseq:objectives>"""
    )
    shared = MapInfo("g", frozenset({"SatisfiedStatus", "RawScore"}), frozenset({"SatisfiedStatus", "RawScore"}))
    assert said.primary == Objective("p", satisfied_by_measure=True, min_measure=0.8, maps=(shared,))
    assert said.objectives == (Objective("q"),)


def test_rollup_and_delivery_and_order():
    said = sequenced(
        """<imsss:rollupRules rollupObjectiveSatisfied="false" objectiveMeasureWeight="0.25">
        <imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.5">
          <imsss:rollupConditions conditionCombination="all"><imsss:rollupCondition condition="activityProgressKnown"/>
          </imsss:rollupConditions><imsss:rollupAction action="completed"/></imsss:rollupRule>
        </imsss:rollupRules>
        <imsss:randomizationControls selectCount="2" selectionTiming="once" reorderChildren="true"
          randomizationTiming="onEachNewAttempt"/>
        <imsss:deliveryControls tracked="true" completionSetByContent="true"/>
        <adlseq:rollupConsiderations requiredForCompleted="ifNotSkipped" measureSatisfactionIfActive="false"/>"""
    )
    rule = RollupRule("completed", "atLeastPercent", 0, 0.5, "all", (Condition("activityProgressKnown"),))
    assert said.rollup == Rollup((rule,), False, True, 0.25, (("Completed", "ifNotSkipped"),), False)
    assert said.delivery == Delivery(True, True, False)
    assert said.randomization == Randomization(2, "once", True, "onEachNewAttempt")


def test_a_collection_gives_what_an_item_does_not_say_itself():
    collection = """<imsss:sequencingCollection><imsss:sequencing ID="c">
      <imsss:controlMode flow="true"/><imsss:deliveryControls completionSetByContent="true"/>
      </imsss:sequencing></imsss:sequencingCollection>"""
    own = '<imsss:sequencing IDRef="c"><imsss:controlMode choice="false"/></imsss:sequencing>'
    found = next(leaves(read(item=own, manifest=collection))).sequencing
    assert found.control == ControlMode(choice=False)
    assert found.delivery.completion_set_by_content


@pytest.mark.parametrize(
    ("threshold", "completion"),
    [
        (
            '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.9" progressWeight="0.5"/>',
            Completion(True, 0.9, 0.5),
        ),
        ('<adlcp:completionThreshold progressWeight="0.5"/>', Completion(False, 1.0, 0.5)),
        ("<adlcp:completionThreshold> 0.75 </adlcp:completionThreshold>", Completion(True, 0.75, 1.0)),
    ],
    ids=["4th edition", "a weight alone", "3rd edition"],
)
def test_the_threshold_of_either_edition(threshold, completion):
    assert next(leaves(read(item=threshold))).completion == completion


def test_what_a_sco_may_read_and_what_an_lms_hides():
    item = """<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction><adlcp:dataFromLMS>data</adlcp:dataFromLMS>
      <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>
      <adlcp:data><adlcp:map targetID="s" writeSharedData="true"/></adlcp:data>
      <imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit="PT1H"/><imsss:objectives>
        <imsss:primaryObjective satisfiedByMeasure="true">
          <imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure></imsss:primaryObjective>
      </imsss:objectives></imsss:sequencing>
      <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
        <adlnav:hideLMSUI>exitAll</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>"""
    a = next(leaves(read(item=item)))
    assert dict(a.data) == {
        "cmi.launch_data": "data",
        "cmi.time_limit_action": "exit,message",
        "cmi.max_time_allowed": "PT1H",
        "cmi.scaled_passing_score": "0.7",
        "cmi.completion_threshold": "0.5",
    }
    assert a.hidden_ui == ("continue", "exitAll")
    assert a.shared == (SharedData("s", True, True),)


def test_what_is_no_manifest_is_refused():
    with pytest.raises(ValueError, match="no organization"):
        read_activity_tree(b"<manifest/>")
    with pytest.raises(XmlError):
        read_activity_tree(b"<manifest>")


def test_scorm_again_is_told_in_its_own_words():
    rules = """<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"/>
      </imsss:objectives><imsss:rollupRules>
      <imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.5"><imsss:rollupConditions>
        <imsss:rollupCondition condition="activityProgressKnown" operator="not"/></imsss:rollupConditions>
        <imsss:rollupAction action="incomplete"/></imsss:rollupRule>
      <imsss:rollupRule><imsss:rollupConditions><imsss:rollupCondition condition="satisfied"/></imsss:rollupConditions>
        <imsss:rollupAction action="satisfied"/></imsss:rollupRule>
      </imsss:rollupRules></imsss:sequencing>"""
    settings = activity_settings(read(organization=rules))
    (rule,) = settings["rollupRules"]["rules"]
    assert rule["minimumPercent"] == 50
    assert rule["conditions"] == [{"condition": "progressKnown", "operator": "not"}]
    assert settings["primaryObjective"]["objectiveID"] == " "
    assert settings["primaryObjective"]["minNormalizedMeasure"] == 1.0
    assert settings["sequencingControls"]["flow"] is False
    ids = re.findall(r'"id": "(\w+)"', json.dumps(settings))
    assert ids == ["o", "part", "a", "b"]
