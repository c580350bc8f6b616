"""What the player says and what the course's profile says of it are one: every statement follows its own template."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scormkit.course.reading import load_course
from scormkit.render.rendering import render
from scormkit.render.site import Site
from scormkit.targets.registry import TARGETS
from scormkit.xapi.judging.reading import read_profile
from scormkit.xapi.judging.templates import Templates
from scormkit.xapi.profile.document import course_profile
from scormkit.xapi.profile.events import Event, events
from scormkit.xapi.profile.names import profile_iri
from scormkit.xapi.profile.templates import template

from .test_units import ROOT, node

pytestmark = pytest.mark.slow

COURSES = {"good": ROOT / "tests/courses/good", "series": ROOT / "course", "gallery": ROOT / "examples/gallery"}
SPEAK = """
import { readFileSync } from "node:fs";
import { ofActivity, ofModule } from "./scormkit/player/statements.js";
import { subjectOf } from "./scormkit/player/subject.js";

const stamp = { id: "11111111-1111-4111-8111-111111111111", timestamp: "2026-01-02T03:04:05.678Z" };
const launch = {
  actor: { account: { homePage: "https://lms.example", name: "7" }, objectType: "Agent" },
  registration: "22222222-2222-4222-8222-222222222222",
  activity: "https://lms.example/activity/1",
  template: { extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s" } },
};
const { pages, said } = JSON.parse(readFileSync(process.argv[1], "utf8"));
const statements = said.flatMap(({ page, verb, deed }) => {
  const { body, places } = pages[page];
  const elements = places.map((dataset) => ({ dataset }));
  const subject = subjectOf({ body: { dataset: body }, querySelectorAll: () => elements });
  const ways = page ? [{ cmi5: true, mastery: 0.7 }, { cmi5: true, mastery: null }] : [];
  return [...ways, { cmi5: false, mastery: null }].map((way) => {
    const whole = { ...launch, ...subject, ...way };
    return deed ? ofActivity(whole, stamp, deed) : ofModule(whole, stamp, verb, 61.5, null);
  });
});
process.stdout.write(JSON.stringify(statements));
"""
"""Says all that there is to say: in cmi5 with a passing score of the LMS and without, and outside of it."""


def pages(site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each page of the package of the whole course says of itself; that of all modules bears no name."""
    *_, whole = TARGETS["tincan"].package(site)
    starts = {"": "index.html", **{unit.id: unit.whole for unit in site.units}}
    for name, path in starts.items():
        (content,) = (bytes(file.content) for file in whole.files if file.path == path)
        page = html.document_fromstring(content.decode())
        places = [data(each) for each in page.iterfind(".//*[@data-sk-verb]")]
        yield name, {"body": data(page.find("body")), "places": places}


def data(element: html.HtmlElement) -> dict[str, str]:
    """The attributes of an element as a browser names them."""
    names = {name: name.removeprefix("data-").split("-") for name in element.attrib if name.startswith("data-")}
    return {first + "".join(map(str.title, rest)): element.get(name) for name, (first, *rest) in names.items()}


def said(event: Event) -> dict[str, Any]:
    """What the player is to say: of a module with a verb, or what was done with an activity."""
    page, tracking = "".join(event.subject.ids[:1]), event.subject.tracking
    if tracking is None:
        return {"page": page, "verb": event.verb}
    deed = {"activity": event.subject.ids[1], "latency": 2.345}
    if tracking.interaction is None:
        return {"page": page, "deed": deed}
    response = list(tracking.correct or [each.id for each in tracking.components[:1]])
    result = "correct" if tracking.scored else "neutral"
    return {"page": page, "deed": {**deed, "type": tracking.interaction, "response": response, "result": result}}


@pytest.mark.parametrize("course", COURSES)
def test_all_that_the_player_can_say_follows_one_template_and_each_template_is_followed(
    course: str, tmp_path: Path
) -> None:
    loaded = load_course(COURSES[course]).course
    assert loaded is not None
    site = render(loaded)
    told = list(events(site))
    file = tmp_path / "said.json"
    file.write_text(json.dumps({"pages": dict(pages(site)), "said": [said(each) for each in told]}), encoding="utf-8")
    run = node("--input-type=module", "--eval", SPEAK, str(file))
    assert run.returncode == 0, run.stderr

    wanted = [template(each, profile_iri(site)).id for each in told for _ in range(3 if each.subject.ids else 1)]
    profile = read_profile(course_profile([site]))
    templates = Templates(profile.templates)
    statements = json.loads(run.stdout)
    found = [templates.fits(each) for each in statements]
    assert [[fit.template.id for fit in fits] for fits in found] == [[each] for each in wanted]
    assert [breach.text for fits in found for fit in fits for breach in fit.breaches] == []
    assert set(wanted) == {each.id for each in profile.templates}
    for statement in statements:
        categories = [each["id"] for each in statement["context"]["contextActivities"]["category"]]
        assert set(categories) & set(profile.versions), "the version of the profile that it follows"
