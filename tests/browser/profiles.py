"""What learners' statements are held against: the profile of the course that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from scormkit.xapi.json_text import read_json
from scormkit.xapi.judging.judging import judge
from scormkit.xapi.judging.model import Profile
from scormkit.xapi.judging.reading import read_profile
from scormkit.xapi.judging.verdict import Verdict
from tests.xapi.judges import complaints


def profile_beside(package: Path) -> Profile:
    """The profile that was built with a package."""
    return read_profile(read_json((package.parent / "xapi" / "profile.jsonld").read_bytes()))


def assert_follows(statements: Sequence[dict[str, Any]], profile: Profile) -> Verdict:
    """That each statement claims the profile and matches one template, and that all of a registration follow a pattern.

    And that two other judges have nothing against any of them.
    """
    verdict = judge(statements, [profile])
    assert [str(problem) for problem in verdict.problems] == []
    assert {each.claims for each in verdict.statements} == {profile.versions}
    assert {len(each.templates) for each in verdict.statements} == {1}
    assert {session.outcome for session in verdict.sessions} == {"success"}
    assert complaints(statements) == []
    return verdict


def unmatched(verdicts: Iterable[Verdict], profile: Profile) -> set[str]:
    """The templates that no statement matched, such as `m1/passed` and `m1/question-answered`."""
    matched = {template.id for verdict in verdicts for each in verdict.statements for template in each.templates}
    left = {template.id for template in profile.templates} - matched
    return {each.partition("/xapi-profile/templates/")[2].rpartition("-")[0] for each in left}
