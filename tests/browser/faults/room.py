"""The saved state grows to its limit, or an LMS keeps less of it than its standard promises."""

from __future__ import annotations

from scormkit.preview import Conditions, Fault

from .connectors import SCORM, Connector, Scorm
from .courses import LIMITS, filled
from .row import Keeps, Row, Story

_NEAR = len("~7ps")
"""How much shorter than the longest a state is that holds no score, as the LMS holds it, or one of 0."""
FILL = """(place, letter) => {
  for (const blank of place.querySelectorAll("[data-sk-blank]")) {
    blank.value = letter.repeat(blank.maxLength);
    blank.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""


def to_the_limit(name: str) -> Story:
    """Each activity is given the longest answer that it takes; the LMS takes all of it."""

    def story(learner: Connector) -> None:
        assert isinstance(learner, Scorm)
        learner.someone.host.replace(learner.package(filled, LIMITS[name]))
        learner.launch()
        for activity in learner.activities:
            place = learner.someone.locate(activity)
            if activity.kind == "choice":
                learner.give(activity, activity.options)
                continue
            place.evaluate(FILL, "€")
            place.locator("[data-sk-check]").click()
            place.locator("[data-sk-feedback]").wait_for()
            blanks = place.locator("[data-sk-blank]")
            learner.given[activity.id] = blanks.evaluate_all("all => all.map(({ value }) => value)")
        learner.settle()
        # All is kept. What a page says as it goes away is lost where it takes more than 64 KiB (Fetch, 4.6).
        learner.left = False
        learner.leave()
        assert LIMITS[name] - _NEAR <= len(learner.state) <= LIMITS[name], f"{len(learner.state)} characters"
        refused = [call for call in learner.someone.refused if call.name != "GetValue"]
        assert refused == [], f"the LMS refused {refused}"

    return story


def less_than_promised(learner: Connector) -> None:
    """The LMS refuses a state of more than sixty characters; it gets status and score all the same."""
    assert isinstance(learner, Scorm)
    fault = Fault(f"{learner.prefix}SetValue", times=999, element="cmi.suspend_data", above=60, error=learner.too_long)
    learner.launch(Conditions(faults=(fault,)))
    for page in learner.someone.pages:
        learner.someone.go(page)
    while len(learner.given) < len(learner.questions):
        learner.answer()
    learner.settle("failing")
    assert learner.status == "passed"
    assert learner.scores()[-1][1] == 100
    learner.leave()


ROWS = (
    *(Row("state_filled_to_its_limit", name, to_the_limit(name)) for name in SCORM),
    *(Row("less_room_than_promised", name, less_than_promised, ("failing",), Keeps.CONFIRMED) for name in SCORM),
)
