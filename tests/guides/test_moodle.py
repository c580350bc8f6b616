"""The literal settings for Moodle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scormkit.guides.families import FAMILIES, offers
from scormkit.guides.moodle import cases, settings
from scormkit.render.site import Unit
from tests.guides.courses import FAILING, JUDGED, PLAIN, READING, SCORED, SITE, packages_of, rows, site_of, write

MOODLE = FAMILIES[0]
ALWAYS = {
    "Type": "Uploaded package",
    "Display package": "Current window",
    "Disable preview mode": "Yes",
    "Number of attempts": "Unlimited attempts",
    "Attempts grading": "Highest attempt",
    "Force new attempt": "No",
    "Lock after final attempt": "No",
    "Auto-continue": "No",
    "Auto-commit": "Yes",
}
ONE = {"Display course structure in player": "Disabled", "Student skip content structure page": "Always"}
SEVERAL = {
    "Display course structure in player": "To the side",
    "Student skip content structure page": "Never",
    "Require all scos to return completion status": "Yes",
}
SCORM_12 = {"Force completed": "No", "Mastery score overrides status": "No"}
SCORE = {"Grading method": "Highest grade", "Maximum grade": "100"}
COUNT = {"Grading method": "Learning objects"}
PASSED = {"Require status": "Passed, not Completed"}
COMPLETED = {"Require status": "Completed, not Passed"}
BOTH = {"Require status": "Passed + Completed"}


def chosen(target: str, *units: Unit) -> dict[str, str]:
    """The settings that the guide gives for the package that holds just these units."""
    site = site_of(*units)
    files = write(site, target)
    name = f"c-{units[0].id if len(units) == 1 else 'whole'}-{target}"
    text = files["install-moodle.en.md"]
    heading = next(line for line in text.splitlines() if line.startswith("### For") and f"`{name}.zip`" in line)
    return {row[0].strip("*"): row[1].replace("**", "") for row in rows(text, heading)}


@pytest.mark.parametrize(
    ("target", "units", "expected"),
    [
        ("scorm12", [JUDGED], {**ONE, **SCORM_12, **SCORE, **PASSED}),
        ("scorm12", [SCORED], {**ONE, **SCORM_12, **SCORE, **COMPLETED}),
        ("scorm12", [PLAIN], {**ONE, **SCORM_12, **COUNT, **COMPLETED}),
        ("scorm12", [READING], {**ONE, **SCORM_12, **COUNT, **COMPLETED}),
        # With `failed`, Moodle offers a new attempt on its entry page.
        (
            "scorm12",
            [FAILING],
            {**ONE, **SCORM_12, **SCORE, **PASSED, "Student skip content structure page": "Never"},
        ),
        # SCORM 2004 has two statuses: who passes has also completed.
        ("scorm2004-4", [JUDGED], {**ONE, **SCORE, **BOTH}),
        ("scorm2004-3", [PLAIN], {**ONE, **COUNT, **COMPLETED}),
        ("scorm12", [JUDGED, PLAIN], {**SEVERAL, **SCORM_12, **SCORE, **BOTH}),
        (
            "scorm12",
            [JUDGED, FAILING],
            {**SEVERAL, **SCORM_12, **SCORE, **PASSED, "Grading method": "Average grade"},
        ),
        ("scorm12", [PLAIN, READING], {**SEVERAL, **SCORM_12, **COUNT, **COMPLETED}),
    ],
)
def test_the_settings_for_a_package(target: str, units: list[Unit], expected: dict[str, str]) -> None:
    assert chosen(target, *units) == {**ALWAYS, **expected}


def test_a_passing_score_without_a_score_judges_nobody() -> None:
    # The player completes such a module.
    assert chosen("scorm12", replace(PLAIN, passing_score=70))["Require status"] == "Completed, not Passed"


def test_packages_with_the_same_settings_share_a_table() -> None:
    found = offers(MOODLE, SITE, packages_of(SITE, "scorm12", whole=False))
    together = [[offer.package.units[0].id for offer in case.offers] for case in cases(found)]
    assert together == [["judged"], ["failing"], ["scored"], ["plain", "reading"]]


def test_what_does_not_work_gets_no_settings() -> None:
    text = write(SITE, "scorm12", "scorm2004-4")["install-moodle.en.md"]
    headings = [line for line in text.splitlines() if line.startswith("### ")]
    assert not any("c-whole-scorm2004-4" in heading for heading in headings)
    assert "after the first module has ended, the second cannot start" in text


def test_other_packages_are_spoken_of_where_there_are_any() -> None:
    others = "The other packages in the folder are for other systems."
    assert others in write(SITE, "scorm12", "cmi5")["install-moodle.en.md"]
    assert others not in write(SITE, "scorm12")["install-moodle.en.md"]


def test_a_name_on_the_screen_stands_in_both_languages() -> None:
    text = write(replace(SITE, language="nl"), "scorm12")["install-moodle.nl.md"]
    assert (
        "| **Vereist status** (*Require status*) | **Geslaagd** (*Passed*), niet **Voltooid** (*Completed*) |" in text
    )
    # What is known in English alone, or the same in both, stands once.
    assert "| **Maximum grade** | **100** |" in text
    assert "| **Type** | **Geüpload pakket** (*Uploaded package*) |" in text


def test_every_setting_has_a_reason_of_its_own() -> None:
    found = offers(MOODLE, SITE, packages_of(SITE, "scorm12", "scorm2004-4"))
    reasons = [setting.why for offer in found for setting in settings(offer)]
    assert all(reason.startswith("why_") for reason in reasons)
