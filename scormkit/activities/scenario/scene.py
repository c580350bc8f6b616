"""One scene of a scenario: what is said and done in it, where one can step in, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from scormkit.activities.contract import Id, Line, Markdown, Model, Name, OptionId, PictureFile, Step, mistake
from scormkit.activities.mistakes import NO_ALTERNATIVE, PARTS

NEXT = "N"
"""Stands in a saved answer for: the scene went on by itself. No id has a capital."""
END = "E"
"""Stands in a saved answer for: the way ended here."""


class Way(Model):
    """A way to step in: what someone does or says, where that leads, and what it does to everyone."""

    id: OptionId = Field(description="One small letter or digit, unique in the scene; it never changes.")
    text: Line = Field(description="What you do or say.")
    role: Name | None = Field(default=None, description="The id of the role that takes this step.")
    to: Name = Field(description="The id of the scene that it leads to.")
    effects: dict[str, Markdown] = Field(
        default_factory=dict, description="What it does to each role, by the role's id: `moeder: Ze ademt uit.`"
    )


class Utterance(Model):
    """A line of the play: someone says or does something, or something happens."""

    who: Name | None = Field(default=None, description="The id of the role; left out where something just happens.")
    says: Markdown | None = Field(default=None, description="What is said.")
    does: Line | None = Field(default=None, description="What is done meanwhile, or what happens: a stage direction.")
    stop: tuple[Way, ...] = Field(
        default=(), max_length=9, strict=False, description="The ways to step in right after this line."
    )

    @model_validator(mode="after")
    def _has_something(self) -> Utterance:
        if self.says is None and self.does is None:
            message = "nothing is said or done in this line"
            raise mistake(PARTS, message, "add `says:` with what is said, or `does:` with what happens")
        if self.says is not None and self.who is None:
            raise mistake(PARTS, "nobody says this line", "add `who:` with the id of a role", "says")
        return self


class Scene(Model):
    """A scene. It comes to a point where someone has to choose, goes on to another scene, or is where a way ends."""

    id: Id = Field(description="Short stable name, unique in the scenario. A changed id loses the ways tried in it.")
    title: Line | None = Field(default=None, description="The heading of the scene; otherwise it has a number.")
    image: PictureFile | None = Field(default=None, description="A picture of the scene.")
    alt: Line | None = Field(default=None, description="What the picture shows, for a reader who does not see it.")
    text: Markdown | None = Field(default=None, description="What is to be seen as the scene begins.")
    sees: dict[str, Markdown] = Field(
        default_factory=dict,
        description="How the scene is for each role, by the role's id: the inner voice that nobody else hears.",
    )
    lines: tuple[Utterance, ...] = Field(
        default=(), max_length=60, strict=False, description="What is said and done, line by line."
    )
    stop: tuple[Way, ...] = Field(
        default=(),
        max_length=9,
        strict=False,
        description="The ways to step in, at whichever line it is stopped.",
    )
    choices: tuple[Way, ...] = Field(
        default=(), max_length=12, strict=False, description="The ways on, where the scene has come to its last line."
    )
    next: Name | None = Field(default=None, description="The id of the scene that follows where nobody steps in.")
    ends: Markdown | None = Field(default=None, description="Where it ends, for now: neither right nor wrong.")

    def moments(self) -> Iterator[tuple[tuple[Step, ...], tuple[Way, ...]]]:
        """Every place with ways to step in, in the order of the play, with the path that leads to it."""
        for n, line in enumerate(self.lines):
            if line.stop:
                yield ("lines", n, "stop"), line.stop
        if self.stop:
            yield ("stop",), self.stop
        if self.choices:
            yield ("choices",), self.choices

    def all_ways(self) -> Iterator[tuple[tuple[Step, ...], Way]]:
        """Every way to step in, with the path that leads to it."""
        for path, ways in self.moments():
            for n, way in enumerate(ways):
                yield (*path, n), way

    @property
    def steps(self) -> str:
        """Every step that can be taken from here, one character each, as a saved answer names them."""
        ways = "".join(way.id for _, way in self.all_ways())
        return ways + (NEXT if self.next else "") + (END if self.ends else "")

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids of the scenes that can follow."""
        return (*(way.to for _, way in self.all_ways()), *((self.next,) if self.next else ()))

    @model_validator(mode="after")
    def _goes_on_in_one_way(self) -> Scene:
        ways_on = [name for name in ("choices", "next", "ends") if getattr(self, name)]
        if not ways_on:
            message = f"nothing leads on from the scene `{self.id}`, and it is not an end"
            hint = "add `choices:`; or `next:` with a scene that follows by itself; or `ends:` with where it ends"
            raise mistake(PARTS, message, hint)
        if len(ways_on) > 1:
            message = f"the scene `{self.id}` has both `{ways_on[0]}` and `{ways_on[1]}`"
            hint = f"a scene goes on in one way: leave out `{ways_on[1]}`, or put it in a scene of its own"
            raise mistake(PARTS, message, hint, ways_on[1])
        return self

    @model_validator(mode="after")
    def _ways_fit(self) -> Scene:
        seen: set[str] = set()
        for path, way in self.all_ways():
            if way.id in seen:
                message = f"two ways in the scene `{self.id}` have the id `{way.id}`"
                raise mistake(PARTS, message, "give each way in a scene its own letter or digit", *path, "id")
            seen.add(way.id)
        if self.stop and not self.lines:
            message, hint = "there is no line to stop at", "call it `choices:`, or add `lines:`"
            raise mistake(PARTS, message, hint, "stop")
        for n, line in enumerate(self.lines):
            if self.stop and line.stop:
                message = f"the scene `{self.id}` can be stopped at any line, and this line has a `stop` of its own"
                hint = "give every line that can be stopped at its own `stop`, or only the scene"
                raise mistake(PARTS, message, hint, "lines", n, "stop")
        return self

    @model_validator(mode="after")
    def _has_alternative(self) -> Scene:
        if self.image is not None and self.alt is None:
            hint = "say in `alt:` what the picture shows to who does not see it"
            raise mistake(NO_ALTERNATIVE, "the picture of a scene needs `alt`", hint, "image")
        if self.alt is not None and self.image is None:
            raise mistake(PARTS, "there is no `image` that this `alt` speaks of", "add `image:`, or remove it", "alt")
        return self
