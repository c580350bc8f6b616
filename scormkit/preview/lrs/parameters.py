"""The parameters of requests, read strictly (Comm 2, 3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from scormkit.identifiers import is_iri
from scormkit.preview.lrs.messages import RefusedError
from scormkit.xapi.formats import is_uuid, moment
from scormkit.xapi.json_text import JsonError, read_json
from scormkit.xapi.validation.actors import agent, identified
from scormkit.xapi.validation.shapes import Check


class Parameters:
    """What a request asks; every reader raises `RefusedError` (400) for a value that is not what it must be."""

    def __init__(self, given: Mapping[str, str], known: tuple[str, ...]) -> None:
        """Refuse parameters that the resource does not know (Comm 3.2), most of all those in another letter case."""
        for name in given:
            if name not in known:
                meant = next((each for each in known if each.lower() == name.lower()), None)
                hint = f"; it is written {meant}" if meant else f"; there are {', '.join(known) or 'none'}"
                raise RefusedError(400, f"this resource has no parameter {name!r}{hint}")
        self._given = given

    def __contains__(self, name: str) -> bool:
        """Whether the parameter is given."""
        return name in self._given

    @property
    def names(self) -> frozenset[str]:
        """The parameters that are given."""
        return frozenset(self._given)

    def text(self, name: str) -> str | None:
        """The parameter as it stands."""
        return self._given.get(name)

    def required(self, name: str) -> str:
        """A parameter that must be there."""
        if not self._given.get(name):
            raise RefusedError(400, f"the parameter {name} is missing")
        return self._given[name]

    def uuid(self, name: str) -> str | None:
        """A UUID, in lower case."""
        value = self._given.get(name)
        if value is not None and not is_uuid(value):
            raise RefusedError(400, f"{name} is not a UUID: {value!r}")
        return value.lower() if value is not None else None

    def iri(self, name: str) -> str | None:
        """An absolute IRI."""
        value = self._given.get(name)
        if value is not None and not is_iri(value):
            raise RefusedError(400, f"{name} is not an absolute IRI: {value!r}")
        return value

    def moment(self, name: str) -> datetime | None:
        """A timestamp with its zone."""
        value = self._given.get(name)
        if value is None:
            return None
        when = moment(value)
        if when is None:
            raise RefusedError(400, f"{name} is not a timestamp with its zone: {value!r}")
        return when

    def boolean(self, name: str) -> bool:
        """`true` or `false`; false where it is not given."""
        value = self._given.get(name, "false")
        if value not in ("true", "false"):
            raise RefusedError(400, f"{name} is true or false, not {value!r}")
        return value == "true"

    def count(self, name: str) -> int:
        """A whole number that is not negative; 0 where it is not given."""
        value = self._given.get(name, "0")
        if not (value.isascii() and value.isdigit()) or len(value) > 9:
            raise RefusedError(400, f"{name} is a whole number from 0, not {value!r}")
        return int(value)

    def choice(self, name: str, values: tuple[str, ...]) -> str:
        """One of the values; the first where it is not given."""
        value = self._given.get(name, values[0])
        if value not in values:
            raise RefusedError(400, f"{name} is one of {', '.join(values)}, not {value!r}")
        return value

    def agent(self, name: str) -> dict[str, Any] | None:
        """An agent, as JSON."""
        return self._actor(name, agent)

    def agent_or_group(self, name: str) -> dict[str, Any] | None:
        """An agent or an identified group, as JSON."""
        return self._actor(name, identified)

    def _actor(self, name: str, check: Check) -> dict[str, Any] | None:
        given = self._given.get(name)
        if given is None:
            return None
        try:
            value = read_json(given)
        except JsonError as error:
            raise RefusedError(400, f"{name}: {error}") from error
        problems = list(check(value, name))
        if problems:
            raise RefusedError(400, "\n".join(str(problem) for problem in problems))
        found: dict[str, Any] = value
        return found
