"""The three formats in which statements are given out: ids, exact and canonical (Comm 2.1.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scormkit.xapi.validation.actors import IDENTIFIERS

Json = dict[str, Any]


def only_ids(statement: Json) -> Json:
    """Agents, groups, activities and verbs with no more than what identifies them."""
    return _changed(statement, _identity, lambda activity: _kept(activity, ("objectType", "id")), _verb_id)


def canonical(statement: Json, definition: Callable[[str], Json], display: Callable[[str], Json], accept: str) -> Json:
    """Activities and verbs as the store knows them by now, each text in the one language that fits best."""

    def activity(given: Json) -> Json:
        known = definition(given["id"])
        return {**_kept(given, ("objectType", "id")), **({"definition": in_language(known, accept)} if known else {})}

    def verb(given: Json) -> Json:
        known = display(given["id"])
        return {"id": given["id"], **({"display": _one_language(known, accept)} if known else {})}

    return _changed(statement, lambda agent: agent, activity, verb)


def in_language(definition: Json, accept: str) -> Json:
    """A definition with one language in each of its language maps."""
    found = dict(definition)
    for name in ("name", "description"):
        if name in found:
            found[name] = _one_language(found[name], accept)
    for name in ("choices", "scale", "source", "target", "steps"):
        if name in found:
            found[name] = [
                {
                    **each,
                    **({"description": _one_language(each["description"], accept)} if "description" in each else {}),
                }
                for each in found[name]
            ]
    return found


def _one_language(texts: dict[str, str], accept: str) -> dict[str, str]:
    """The entry that an `Accept-Language` header asks for first; the first of the map where none fits."""
    if not texts:
        return {}
    for wanted in _wishes(accept):
        for tag in texts:
            if tag.lower() == wanted or tag.lower().startswith(f"{wanted}-"):
                return {tag: texts[tag]}
    tag = next(iter(texts))
    return {tag: texts[tag]}


def _wishes(accept: str) -> list[str]:
    """The language ranges of the header, the most wanted first (RFC 9110, 12.5.4)."""
    found: list[tuple[float, str]] = []
    for part in accept.split(","):
        name, _, quality = part.strip().partition(";")
        try:
            weight = float(quality.strip().removeprefix("q=")) if quality else 1.0
        except ValueError:
            continue
        if name and name != "*" and weight > 0:
            found.append((-weight, name.strip().lower()))
    return [name for _, name in sorted(found, key=lambda each: each[0])]


def _changed(
    statement: Json, agent: Callable[[Json], Json], activity: Callable[[Json], Json], verb: Callable[[Json], Json]
) -> Json:
    """The statement with its agents, activities and verbs as the functions give them."""
    found = dict(statement)
    found["actor"] = agent(found["actor"])
    found["verb"] = verb(found["verb"])
    about = found["object"]
    kind = about.get("objectType", "Activity")
    if kind == "Activity":
        found["object"] = activity(about)
    elif kind in ("Agent", "Group"):
        found["object"] = agent(about)
    elif kind == "SubStatement":
        found["object"] = _changed(about, agent, activity, verb)
    if "authority" in found:
        found["authority"] = agent(found["authority"])
    if "context" in found:
        found["context"] = context = dict(found["context"])
        for name in ("instructor", "team"):
            if name in context:
                context[name] = agent(context[name])
        if "contextActivities" in context:
            context["contextActivities"] = {
                name: [activity(each) for each in given] for name, given in context["contextActivities"].items()
            }
    return found


def _identity(agent: Json) -> Json:
    if any(name in agent for name in IDENTIFIERS):
        return _kept(agent, ("objectType", *IDENTIFIERS))
    return {"objectType": "Group", "member": [_identity(each) for each in agent["member"]]}


def _verb_id(verb: Json) -> Json:
    return {"id": verb["id"]}


def _kept(value: Json, names: tuple[str, ...]) -> Json:
    return {name: value[name] for name in names if name in value}
