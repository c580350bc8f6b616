"""What can be wrong between the scenes of a scenario: unknown names, scenes out of reach, ways without an end."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from scormkit.activities.contract import Remark, Step
from scormkit.activities.mistakes import PARTS
from scormkit.activities.scenario.scene import Scene
from scormkit.hints import did_you_mean

if TYPE_CHECKING:
    from scormkit.activities.scenario import Scenario

Named = tuple[tuple[Step, ...], str]
"""A name and the path to it."""


def remarks(scenario: Scenario) -> Iterator[Remark]:
    """All that does not fit between the scenes of a scenario: where a name is wrong, that alone."""
    wrong = [*_names(scenario)]
    yield from wrong or _graph(scenario)


def reachable(start: str, targets: Mapping[str, Iterable[str]]) -> set[str]:
    """The scenes that `start` leads to, itself among them."""
    found, todo = {start}, [start]
    while todo:
        fresh = [target for target in targets[todo.pop()] if target not in found]
        found.update(fresh)
        todo.extend(fresh)
    return found


def shortest(scenario: Scenario) -> tuple[str, ...]:
    """A shortest way to an end, as an answer lists it: `scene.step` for each step; none where no end can be reached."""
    scenes = {scene.id: scene for scene in scenario.scenes}
    todo: deque[tuple[str, tuple[str, ...]]] = deque([(scenario.first, ())])
    seen: set[str] = set()
    while todo:
        at, way = todo.popleft()
        scene = scenes.get(at)
        if scene is None or at in seen:
            continue
        seen.add(at)
        if scene.ends:
            return (*way, f"{at}.end")
        steps = [(each.id, each.to) for _, each in scene.all_ways()] + ([("next", scene.next)] if scene.next else [])
        todo.extend((to, (*way, f"{at}.{step}")) for step, to in steps)
    return ()


def _names(scenario: Scenario) -> Iterator[Remark]:
    roles = [role.id for role in scenario.roles]
    scenes = [scene.id for scene in scenario.scenes]
    if scenario.start is not None:
        yield from _unknown("scene", [(("start",), scenario.start)], scenes)
    for n, scene in enumerate(scenario.scenes):
        yield from _unknown("role", ((("scenes", n, *path), name) for path, name in _roles_in(scene)), roles)
        yield from _unknown("scene", ((("scenes", n, *path), name) for path, name in _scenes_in(scene)), scenes)


def _roles_in(scene: Scene) -> Iterator[Named]:
    yield from ((("sees", role), role) for role in scene.sees)
    for n, line in enumerate(scene.lines):
        if line.who is not None:
            yield ("lines", n, "who"), line.who
    for path, way in scene.all_ways():
        if way.role is not None:
            yield (*path, "role"), way.role
        yield from (((*path, "effects", role), role) for role in way.effects)


def _scenes_in(scene: Scene) -> Iterator[Named]:
    yield from (((*path, "to"), way.to) for path, way in scene.all_ways())
    if scene.next is not None:
        yield ("next",), scene.next


def _unknown(what: str, named: Iterable[Named], known: Collection[str]) -> Iterator[Remark]:
    for path, name in named:
        if name not in known:
            hint = did_you_mean(name, known, f"the {what}s here are: {', '.join(known)}")
            yield Remark(PARTS, f"there is no {what} `{name}`", hint, path)


def _graph(scenario: Scenario) -> Iterator[Remark]:
    targets = {scene.id: scene.targets for scene in scenario.scenes}
    reached = reachable(scenario.first, targets)
    ends = [scene.id for scene in scenario.scenes if scene.ends and scene.id in reached]
    for n, scene in enumerate(scenario.scenes):
        if scene.id not in reached:
            hint = f"lead a way on with `to: {scene.id}`, or remove the scene"
            yield Remark(PARTS, f"no way leads to the scene `{scene.id}`", hint, ("scenes", n, "id"))
    stuck = [scene.id for scene in scenario.scenes if reachable(scene.id, targets).isdisjoint(ends)]
    stuck = [each for each in stuck if each in reached]
    if stuck:
        names = ", ".join(f"`{each}`" for each in stuck)
        at = next(n for n, scene in enumerate(scenario.scenes) if scene.id == stuck[0])
        hint = "lead one of their ways to a scene with `ends:`"
        yield Remark(PARTS, f"whoever comes to {names} never reaches an end", hint, ("scenes", at, "id"))
    elif scenario.ways > len(ends):
        message = f"`ways` asks for {scenario.ways} ends, but only {len(ends)} can be reached"
        yield Remark(PARTS, message, "ask for fewer, or add a scene with `ends:`", ("ways",))
