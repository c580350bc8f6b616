from __future__ import annotations

import json
import re
from dataclasses import asdict

import pytest

from scormkit.preview.faults import Conditions, Fault
from scormkit.preview.launches import Launch
from scormkit.preview.lms import Lms12, Lms2004
from scormkit.preview.records2004 import UNTRACKED, Tracking

MANIFEST = b"""<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3">
<organizations><organization identifier="o"><title>A &lt;b&gt;</title>
<item identifier="part"><title>Part</title><item identifier="a" identifierref="r"><title>&lt;/script&gt;</title>
<adlcp:dataFromLMS>data</adlcp:dataFromLMS></item></item><item identifier="b" identifierref="r"/>
</organization></organizations><resources><resource identifier="r" href="a.html"/></resources></manifest>"""


def kept(**parts):
    return {"elements": None, "suspended": False, "state": "s", "tracked": [], **parts}


def tracked(identifier, **parts):
    known = {"completion": "completed", "success": "passed", "measure": 0.5, "progress": 1, "attempts": 1}
    return {"id": identifier, "suspended": False, **known, **parts}


def data(page):
    return json.loads(re.search(r'<script type="application/json" id="launch">(.*?)</script>', page).group(1))


@pytest.fixture
def lms():
    return Lms2004(MANIFEST)


def test_leaves_are_what_can_be_launched(lms):
    assert lms.launches == (Launch("a", "</script>", "a.html"), Launch("b", "b", "a.html"))
    assert set(lms.records) == {"a", "b"}
    assert lms.tracking == dict.fromkeys(["o", "part", "a", "b"], UNTRACKED)
    assert lms.rollup is UNTRACKED


def test_the_page_has_the_tree_and_where_the_learner_was(lms):
    page = lms.page("b", 3, Conditions(faults=(Fault("Commit"),)))
    assert "<title>A &lt;b&gt;</title>" in page
    told = data(page)
    assert (told["wanted"], told["number"], told["api"], told["state"]) == ("b", 3, True, None)
    assert told["faults"] == [asdict(Fault("Commit"))]
    assert told["tree"]["children"][0]["children"][0]["title"] == "</script>"
    lms.keep("a", kept(state="where"))
    # Where nothing of it changed, the page does not say it again.
    lms.keep("a", kept(state=None))
    assert data(lms.page(None, 4, Conditions()))["state"] == "where"


def test_what_is_kept_comes_back_where_the_sequencer_resumes(lms):
    first = lms.begin("a", Conditions(), resumed=False)
    assert first["href"] == "/content/a.html"
    assert first["elements"]["cmi.launch_data"] == "data"
    lms.keep("a", kept(elements={"cmi.exit": "suspend", "cmi.location": "3"}))
    lms.keep("a", kept())
    assert lms.records["a"].elements["cmi.location"] == "3"
    assert lms.begin("a", Conditions(), resumed=True)["elements"]["cmi.location"] == "3"
    assert "cmi.location" not in lms.begin("b", Conditions(), resumed=True)["elements"]


def test_suspending_everything_is_remembered_until_the_next_session(lms):
    lms.keep("a", kept(elements={"cmi.location": "3"}, suspended=True))
    lms.keep("a", kept())
    assert lms.begin("a", Conditions(), resumed=True)["elements"]["cmi.entry"] == "resume"
    assert lms.begin("a", Conditions(), resumed=True)["elements"]["cmi.entry"] == "ab-initio"


def test_tracking_is_what_the_sequencer_told_last(lms):
    lms.keep("a", kept(tracked=[tracked("o"), tracked("a", measure=None)]))
    assert lms.rollup == Tracking("completed", "passed", 0.5, 1, 1, suspended=False)
    assert lms.tracking["a"].measure is None


def test_scorm_12_has_no_sequencer():
    lms = Lms12(MANIFEST)
    assert lms.tracking == {}
    with pytest.raises(TypeError):
        _ = lms.rollup
    assert data(lms.page(None, 1, Conditions()))["sco"] == "a"
