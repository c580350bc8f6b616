"""The SCORM 2004 LMS by itself: small packages whose SCOs do what the test tells them."""

from __future__ import annotations

import pytest

from scormkit.preview import Conditions, Fault, PackageHost

from .conftest import RUNTIME_2004
from .players import Player, item, write_package

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FREE = '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>'
LINEAR = '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/></imsss:sequencing>'
CHOICE = '<imsss:sequencing><imsss:controlMode choice="true" flow="false"/></imsss:sequencing>'
HIDDEN = """<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
  <adlnav:hideLMSUI>exitAll</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>"""
PASSING = """<imsss:objectives><imsss:primaryObjective objectiveID="{}" satisfiedByMeasure="true">
  <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>"""


@pytest.fixture
def play(tmp_path, context):
    """Gives a learner at a package; in the end neither the browser nor a SCO may have had a complaint."""
    hosts, problems = [], []
    context.on("console", lambda m: problems.append(m.text) if m.type in ("error", "warning") else None)
    context.on("weberror", lambda error: problems.append(str(error.error)))

    def meet(names, body):
        host = PackageHost(write_package(tmp_path / "package", names, body), runtime=RUNTIME_2004)
        hosts.append(host.__enter__())
        return Player(context, host)

    yield meet
    for host in hosts:
        host.__exit__(None, None, None)
    assert problems == []


def test_one_sco_from_its_first_launch_to_its_end(play):
    player = play("a", item("a", PASSING.format("obj")))
    host = player.host
    player.open(host.launch_url("a"))
    player.at("a")
    assert player.do("get('cmi.entry')") == "ab-initio"
    assert player.do("get('cmi.scaled_passing_score')") == "0.8"
    assert player.do("get('cmi.objectives.0.id')") == "obj"
    player.set(
        completion_status="incomplete", location="p2", suspend_data="state", exit="suspend", session_time="PT30S"
    )
    assert host.records["a"].elements["cmi.location"] == "p2"
    player.close()
    assert host.tracking["a"].completion == "incomplete"

    player.start()
    player.at("a")
    assert [player.do(f"get('cmi.{name}')") for name in ("entry", "location", "suspend_data", "total_time")] == [
        "resume",
        "p2",
        "state",
        "PT0H0M30S",
    ]
    player.set(completion_status="completed", score__scaled=0.9, exit="normal")
    player.do("end()")
    assert host.rollup.completion == "completed"
    assert host.rollup.success == "passed"
    assert host.rollup.measure == 0.9
    assert host.tracking["a"].attempts == 1
    player.close()

    # The attempt is over; to come again is another one.
    player.open(host.launch_url("a"))
    player.at("a")
    assert player.do("get('cmi.entry')") == "ab-initio"
    assert player.do("get('cmi.completion_status')") == "unknown"
    assert host.records["a"].elements["cmi.completion_status"] == "completed"


def test_every_call_is_noted_with_its_error(play):
    player = play("a", item("a"))
    player.open(player.host.launch_url("a"))
    player.at("a").do(
        """() => { set("cmi.score.scaled", 2); set("cmi.interactions.0.type", "choice"); get("cmi.exit");
          set("cmi.completion_status", "done"); get("cmi.nothing"); end(); get("cmi.mode"); }"""
    )
    player.close()
    calls = [call for call in player.host.calls if call.error != "0"]
    assert [(call.sco, call.launch, call.name, call.values, call.error) for call in calls] == [
        ("a", 1, "SetValue", ("cmi.score.scaled", "2"), "407"),
        ("a", 1, "SetValue", ("cmi.interactions.0.type", "choice"), "408"),
        ("a", 1, "GetValue", ("cmi.exit",), "405"),
        ("a", 1, "SetValue", ("cmi.completion_status", "done"), "406"),
        ("a", 1, "GetValue", ("cmi.nothing",), "401"),
        ("a", 1, "GetValue", ("cmi.mode",), "123"),
    ]


def test_faults_and_conditions(play):
    player = play("a", item("a"))
    faults = (Fault("Commit"), Fault("SetValue", "throw"))
    player.start(Conditions(mode="review", credit="no-credit", faults=faults))
    player.at("a")
    assert player.do("get('cmi.mode') + get('cmi.credit')") == "reviewno-credit"
    assert player.do("api.Commit('')") == "false"
    assert player.do("api.Commit('')") == "true"
    assert player.do("() => { try { return set('cmi.location', 1); } catch (error) { return error.message; } }") == (
        "SetValue fails on request"
    )
    player.close()
    player.start(Conditions(api=False))
    player.page.frame_locator("iframe").get_by_text("SCO").wait_for()
    assert player.page.evaluate("'API_1484_11' in window") is False


def test_four_scos_in_any_order_weigh_in_as_the_manifest_says(play):
    weights = {"a": 1, "b": 0.5, "c": 0.5, "d": 0}
    rules = '<imsss:rollupRules objectiveMeasureWeight="{}"/>'
    player = play("a b c d", "".join(item(name, rules.format(weight)) for name, weight in weights.items()) + FREE)
    host = player.host
    player.start()
    player.at("a")
    assert player.usable() == {"a", "b", "c", "d", "continue", "exit", "exitAll", "suspendAll"}
    player.press("c")
    player.at("c").set(completion_status="completed", success_status="passed", score__scaled=0.4, exit="suspend")
    # RB.1.1: those without a measure count too, as nothing: 0.4 of a weight of 0.5 in 2.
    player.press("a")
    player.at("a")
    assert host.rollup.measure == 0.1
    assert host.rollup.completion != "completed"
    player.set(completion_status="completed", success_status="passed", score__scaled=1, exit="suspend")
    player.press("b")
    player.at("b").set(completion_status="completed", success_status="passed", score__scaled=0, exit="suspend")
    # Tried again, and left without being finished: the weight stays what it is.
    player.press("c")
    player.at("c")
    assert player.do("get('cmi.entry')") == "resume"
    player.set(completion_status="incomplete", score__scaled=0.8)
    player.press("d")
    player.at("d").set(completion_status="completed", success_status="passed", score__scaled=0.2, exit="suspend")
    assert host.rollup.measure == pytest.approx((1 + 0.5 * 0.8) / 2)
    player.press("c")
    player.at("c").set(completion_status="completed")
    player.press("exit")
    player.wait_until(lambda: host.rollup.completion == "completed")
    assert host.rollup.success == "passed"
    assert [host.tracking[name].completion for name in weights] == ["completed"] * 4


def test_four_scos_in_a_line_by_flow_alone(play):
    player = play("a b c d", "".join(item(name) for name in "abcd") + LINEAR)
    host = player.host
    player.start()
    player.at("a")
    assert player.do("get('adl.nav.request_valid.continue')") == "true"
    assert player.do("get('adl.nav.request_valid.previous')") == "false"
    assert player.do("get('adl.nav.request_valid.choice.{target=c}')") == "false"
    assert player.usable() == {"continue", "exit", "exitAll", "suspendAll"}
    for name in "abc":
        player.at(name).set(completion_status="completed", success_status="passed", exit="suspend")
        player.do("() => { set('adl.nav.request', 'continue'); end(); }")
    player.at("d")
    assert player.do("get('adl.nav.request_valid.continue')") == "false"
    assert player.do("get('adl.nav.request_valid.previous')") == "true"
    player.press("previous")
    player.at("c")
    assert player.do("get('cmi.entry') + get('cmi.completion_status')") == "resumecompleted"
    player.press("continue")
    player.at("d").set(completion_status="completed", success_status="passed", exit="suspend")
    player.do("() => { set('adl.nav.request', 'suspendAll'); end(); }")
    player.page.get_by_text("You have left the course").wait_for()
    assert (host.rollup.completion, host.rollup.success, host.rollup.suspended) == ("completed", "passed", True)
    assert host.rollup.measure is None


def test_the_sequencing_may_refuse(play):
    player = play("a b", item("a") + item("b") + LINEAR)
    player.open(player.host.launch_url("b"))
    player.page.get_by_text("That is not possible now (NB.2.1-").wait_for()
    with pytest.raises(KeyError):
        player.host.launch_url("c")


def test_what_comes_next_waits_for_what_the_sco_reports(play):
    wait = """<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions>
      <imsss:ruleCondition referencedObjective="before" condition="satisfied" operator="not"/></imsss:ruleConditions>
      <imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules>
      <imsss:objectives><imsss:primaryObjective objectiveID="own"/><imsss:objective objectiveID="before">
      <imsss:mapInfo targetObjectiveID="g"/></imsss:objective></imsss:objectives>"""
    first = """<imsss:objectives><imsss:primaryObjective objectiveID="own"><imsss:mapInfo targetObjectiveID="g"
      writeSatisfiedStatus="true"/></imsss:primaryObjective></imsss:objectives>"""
    player = play("a b", item("a", first) + item("b", wait) + FREE)
    player.start()
    player.at("a")
    player.set(success_status="failed")
    assert player.do("get('adl.nav.request_valid.continue')") == "false"
    assert "continue" not in player.usable()
    player.set(success_status="passed")
    assert player.do("get('adl.nav.request_valid.continue')") == "true"
    player.press("continue")
    player.at("b")


def test_what_was_suspended_goes_on_where_it_was_also_by_way_of_another_part(play):
    player = play("a b", item("a") + item("b") + FREE)
    host = player.host
    player.start()
    player.at("a").press("b")
    player.at("b").set(location="here", exit="")
    player.press("suspendAll")
    player.page.get_by_text("Come back").click()
    player.at("b")
    assert player.do("get('cmi.entry') + get('cmi.location')") == "resumehere"
    player.do("set('cmi.exit', 'suspend')")
    player.press("suspendAll")
    player.page.get_by_text("Come back").wait_for()
    # The other part is asked for from outside; this one stays suspended.
    player.open(host.launch_url("a"))
    player.at("a")
    player.press("b")
    player.at("b")
    assert player.do("get('cmi.entry') + get('cmi.location')") == "resumehere"
    assert host.tracking["b"].attempts == 1


def test_a_page_that_breaks_off_loses_only_what_was_not_committed(play):
    player = play("a b", item("a") + item("b") + FREE)
    player.open(player.host.launch_url("b"))
    player.at("b").set(completion_status="completed", location="kept", exit="suspend")
    player.do("set('cmi.location', 'lost'); open = false")
    player.close()
    player.start()
    player.at("b")
    assert player.do("get('cmi.entry') + get('cmi.location')") == "resumekept"


def test_where_nothing_flows_the_learner_chooses_and_one_sco_needs_no_choice(play, tmp_path, context):
    player = play("a b", item("a") + item("b") + CHOICE)
    player.start()
    player.page.get_by_text("That is not possible now").or_(player.page.get_by_text("Choose a part")).wait_for()
    assert player.usable() == {"a", "b"}
    player.press("b")
    player.at("b")
    assert player.do("get('adl.nav.request_valid.continue')") == "false"
    with PackageHost(write_package(tmp_path / "one", "a", item("a") + CHOICE), runtime=RUNTIME_2004) as host:
        alone = Player(context, host)
        alone.start()
        alone.at("a")
        alone.close()


def test_the_buttons_that_the_content_has_itself_are_hidden(play):
    player = play("a b", item("a", extra=HIDDEN) + item("b") + FREE)
    player.start()
    player.at("a")
    assert player.usable() == {"a", "b", "exit", "suspendAll"}
    player.press("b")
    player.at("b")
    assert "exitAll" in player.usable()


def test_a_new_sco_knows_nothing_of_the_one_before(play):
    limits = '<imsss:limitConditions attemptAbsoluteDurationLimit="PT1H"/>'
    first = item("a", limits + PASSING.format("o"), "<adlcp:dataFromLMS>mine</adlcp:dataFromLMS>")
    player = play("a b", first + item("b") + FREE)
    player.start()
    player.at("a")
    names = ("launch_data", "max_time_allowed", "scaled_passing_score")
    assert [player.do(f"get('cmi.{name}')") for name in names] == ["mine", "PT1H", "0.8"]
    player.set(comments_from_learner__0__comment="mine", location="mine", suspend_data="mine")
    player.press("continue")
    player.at("b")
    assert [player.do(f"get('cmi.{name}')") for name in (*names, "location", "suspend_data")] == [""] * 5
    assert player.do("get('cmi.comments_from_learner._count') + get('cmi.objectives._count')") == "00"


def test_what_a_sco_asks_for_is_obeyed_when_it_ends(play):
    player = play("a b c", item("a") + item("b") + item("c") + FREE)
    player.start()
    player.at("a").do("() => { set('adl.nav.request', '{target=c}choice'); api.Commit(''); }")
    player.at("a").do("end()")
    player.at("c").do("() => { set('adl.nav.request', 'previous'); end(); }")
    player.at("b").do("() => { set('adl.nav.request', '_none_'); end(); }")
    # Nothing was asked for: the SCO stays until the learner goes on.
    player.at("b")
    assert player.usable() == {"a", "b", "c", "continue", "previous", "exitAll", "suspendAll"}
    # What the learner asks the LMS for goes before what a SCO asks for.
    player.press("a")
    player.at("a").do("set('adl.nav.request', '{target=c}choice')")
    player.press("b")
    player.at("b").do("() => { set('adl.nav.request', 'exitAll'); end(); }")
    player.page.get_by_text("You have left the course").wait_for()
    assert player.host.tracking["a"].attempts == 2
    # The whole attempt is over: the next one begins at the beginning.
    player.page.get_by_text("Come back").click()
    player.at("a")
    assert player.do("get('cmi.entry')") == "ab-initio"


def test_rules_send_the_learner_back_until_the_part_is_passed(play):
    again = """<imsss:sequencingRules><imsss:postConditionRule><imsss:ruleConditions>
      <imsss:ruleCondition condition="satisfied" operator="not"/></imsss:ruleConditions>
      <imsss:ruleAction action="retry"/></imsss:postConditionRule></imsss:sequencingRules>"""
    player = play("a b", item("a", again + PASSING.format("o")) + item("b") + LINEAR)
    player.start()
    player.at("a").set(completion_status="completed", score__scaled=0.5)
    player.press("continue")
    player.page.wait_for_function("calls.filter(call => call.name === 'Initialize').length === 2")
    player.at("a")
    assert player.host.tracking["a"].attempts == 2
    assert player.do("get('cmi.score.scaled')") == ""
    player.set(completion_status="completed", score__scaled=0.8)
    player.press("continue")
    player.at("b")
