"""What a page or an activity covers of the topics that its course declares: told to authors, never to learners."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, ValidationInfo

from scormkit.activities.fields import Slug, SourceContext
from scormkit.activities.mistakes import TOPIC_REPEATED, mistake

COVERS = "The `topics` of the course that it covers, by their ids. Learners see nothing of it."
"""What the key is for, wherever it stands."""


def _judge_topic(name: str, info: ValidationInfo) -> str:
    context: SourceContext | None = info.context
    if context is not None:
        context.topic(name)
    return name


def _judge_repeats(names: tuple[str, ...]) -> tuple[str, ...]:
    for n, name in enumerate(names):
        if name in names[:n]:
            raise mistake(TOPIC_REPEATED, f"the topic `{name}` stands here twice", "remove it, or name another", n)
    return names


Covers: TypeAlias = Annotated[
    tuple[Annotated[Slug, AfterValidator(_judge_topic)], ...], Field(strict=False), AfterValidator(_judge_repeats)
]
"""Topics that the course declares, each once."""
