"""Every scenario of the series is walked: every path comes to an end, and every step says what it does to whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scormkit.activities.scenario import Scenario
from scormkit.activities.scenario.scene import Scene, Way

from .written import series

MOST_PATHS = 100_000
"""More ways than this nobody can oversee, and no test can walk."""
KIN = {
    "parent": ("moeder van", "vader van"),
    "child": ("jaar",),
    "carer": ("pleeg", "gezinshuis"),
}
"""What is said of someone in a scene who is a parent, a child or a carer."""


def scenarios() -> list[tuple[str, Scenario]]:
    """Every scenario, with the module that it is in."""
    return [
        (module.id, activity)
        for module in series().modules
        for activity in module.activities()
        if isinstance(activity, Scenario)
    ]


def scene_of(scenario: Scenario, name: str) -> Scene:
    """The scene with this id."""
    return next(scene for scene in scenario.scenes if scene.id == name)


def paths(scenario: Scenario, at: str, been: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way on from a scene that comes to no scene twice, to where it ends or can only go round."""
    scene = scene_of(scenario, at)
    way = (*been, at)
    fresh = [target for target in dict.fromkeys(scene.targets) if target not in way]
    if not fresh:
        yield way
    for target in fresh:
        yield from paths(scenario, target, way)


def ends_from(scenario: Scenario, at: str) -> set[str]:
    """The scenes where a way ends that can be reached from a scene."""
    found, todo = {at}, [at]
    while todo:
        fresh = set(scene_of(scenario, todo.pop()).targets) - found
        found |= fresh
        todo.extend(fresh)
    return {each for each in found if scene_of(scenario, each).ends}


def decisions(scenario: Scenario) -> list[tuple[str, tuple[Way, ...]]]:
    """Every moment in which one can step in, with its ways and the scene that it is in."""
    return [(scene.id, ways) for scene in scenario.scenes for _, ways in scene.moments()]


def kin(scenario: Scenario) -> dict[str, set[str]]:
    """Who in a scenario is a parent, a child or a carer, by the ids of the roles."""
    found: dict[str, set[str]] = {name: set() for name in KIN}
    for role in scenario.roles:
        for name, words in KIN.items():
            if any(word in (role.about or "").lower() for word in words):
                found[name].add(role.id)
                break
    return found


def test_module_1_has_three_scenes_and_six_decisions() -> None:
    own = [scenario for module, scenario in scenarios() if module == "m1"]
    assert len(own) >= 3
    assert sum(len(ways) >= 3 for each in own for _, ways in decisions(each)) >= 6


def test_every_scene_can_be_reached() -> None:
    for _, scenario in scenarios():
        reached = {scene for path in islice(paths(scenario, scenario.first), MOST_PATHS) for scene in path}
        assert reached == {scene.id for scene in scenario.scenes}


def test_every_path_comes_to_an_end() -> None:
    for _, scenario in scenarios():
        found = list(islice(paths(scenario, scenario.first), MOST_PATHS))
        assert len(found) < MOST_PATHS
        for path in found:
            last = scene_of(scenario, path[-1])
            # Who can only go round from here has a way out on the round.
            assert last.ends or ends_from(scenario, last.id), f"{scenario.id}: no end after {' > '.join(path)}"


def test_from_every_scene_an_end_can_be_reached() -> None:
    for _, scenario in scenarios():
        assert [scene.id for scene in scenario.scenes if not ends_from(scenario, scene.id)] == []


def test_as_many_ends_can_be_reached_as_are_asked_for() -> None:
    for _, scenario in scenarios():
        assert len(ends_from(scenario, scenario.first)) >= scenario.ways


def test_every_decision_has_three_ways_that_lead_apart() -> None:
    for _, scenario in scenarios():
        for scene, ways in decisions(scenario):
            targets = [way.to for way in ways]
            assert len(ways) >= 3, f"{scenario.id} {scene}: {targets}"
            assert len(set(targets)) == len(targets), (
                f"{scenario.id} {scene}: two ways lead to the same scene: {targets}"
            )


def test_every_way_says_what_it_does_to_parent_child_and_carer() -> None:
    for _, scenario in scenarios():
        people = kin(scenario)
        assert all(people.values()), f"{scenario.id}: who is who? {people}"
        for scene, ways in decisions(scenario):
            for way in ways:
                untold = [name for name, roles in people.items() if not roles & way.effects.keys()]
                assert untold == [], f"{scenario.id} {scene} {way.id} says nothing of what it does to the {untold}"


def test_every_step_is_someones_and_several_can_take_one() -> None:
    for _, scenario in scenarios():
        takers = {way.role for _, ways in decisions(scenario) for way in ways}
        assert None not in takers
        assert len(takers) >= 2, f"{scenario.id}: only {takers} steps in"


def test_a_scene_is_seen_through_several_eyes() -> None:
    for _, scenario in scenarios():
        assert len(scenario.watchers) >= 3, scenario.id
