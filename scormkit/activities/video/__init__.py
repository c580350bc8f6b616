"""Video: a film with captions and a transcript, which stops where the author asks, and where moments can be marked.

| | SCORM 1.2 | xAPI |
|---|---|---|
| what is reported | nothing; the state says which pauses were seen and moments marked, and whether done | `completed` |

It is done once the film was seen to its end, once all its pauses were seen, or once its transcript was read.
Activities inside a pause report for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from scormkit.activities.contract import (
    Activity,
    CaptionsFile,
    Id,
    Kind,
    Line,
    Markdown,
    Model,
    OptionId,
    PictureFile,
    Section,
    Tracking,
    VideoFile,
    mistake,
)
from scormkit.activities.mistakes import NO_ALTERNATIVE, PARTS
from scormkit.activities.video.length import film_length

MOST_MOMENTS = 12
"""How many moments a learner can mark in one film."""

_MOMENT_SIZE = 4
"""A blank's place and three digits to base 36: the player counts no more than 46 655 seconds."""

_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}

Time = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}:[0-5][0-9](?:\.[0-9]{1,3})?$")]
"""Minutes and seconds from the beginning, such as `0:23` or `1:05.5`. In YAML it stands between quotes."""


def seconds(time: str) -> float:
    """A `Time` in seconds."""
    minutes, rest = time.split(":")
    return int(minutes) * 60 + float(rest)


class Captions(Model):
    """What is said and heard, to be read in the film, in one language."""

    file: CaptionsFile = Field(description="The captions, in WebVTT (.vtt).")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")] | None = Field(
        default=None, description="The language, such as `nl` or `ar`; left out for the language of the course."
    )
    label: Line | None = Field(default=None, description="What the player calls them, such as: Nederlands.")


class Timed(Model):
    """Something at a moment of the film."""

    at: Time = Field(description="The moment: minutes and seconds, such as `0:23` or `1:05.5`, in quotes.")

    @property
    def seconds(self) -> float:
        """The moment."""
        return seconds(self.at)

    @property
    def time(self) -> str:
        """The moment, to whole seconds, as learners read it."""
        return self.at.split(".")[0]


class Pause(Section, Timed):
    """A place where the film stops, and what the learner finds there."""

    id: OptionId = Field(description="One small letter or digit, unique in the film; it never changes.")
    title: Line = Field(description="A short heading; all pauses are listed by it under the film.")


class Moment(Timed):
    """A moment that someone else would mark."""

    who: Line = Field(description="Whose moment it is, such as: Moeder.")
    why: Markdown = Field(description="Why then, in Markdown.")


class StepIn(Model):
    """A button with which learners mark the moments where they would step in."""

    question: Markdown = Field(description="What the learner is asked to look for, in Markdown.")
    label: Line | None = Field(default=None, description="What the button says; otherwise: Here I would step in.")
    moments: tuple[Moment, ...] = Field(
        default=(), max_length=20, strict=False, description="Others' moments, to compare one's own with."
    )
    feedback: Markdown | None = Field(default=None, description="What is read after comparing.")


class Video(Activity):
    """A film. Whoever does not hear it has captions, whoever does not see it a transcript that says what is seen."""

    kind: Literal["video"]
    id: Id = Field(description="Short stable name, unique in the module.")
    title: Line = Field(description="What the film is called; it stands above it.")
    files: tuple[VideoFile, ...] = Field(
        min_length=1, max_length=4, strict=False, description="The film; of several files the first that plays."
    )
    poster: PictureFile | None = Field(default=None, description="The picture that stands there before the film plays.")
    captions: tuple[Captions, ...] = Field(
        default=(), max_length=20, strict=False, description="Captions; those in the language of the course are a must."
    )
    transcript: Markdown = Field(description="All that is said and shown, in Markdown.")
    descriptions: Markdown | None = Field(
        default=None, description="What is seen and not said, where the transcript leaves it out, in Markdown."
    )
    pauses: tuple[Pause, ...] = Field(
        default=(), max_length=36, strict=False, description="Where the film stops, in order."
    )
    step_in: StepIn | None = Field(default=None, description="Lets learners mark where they would step in.")

    @model_validator(mode="after")
    def _has_captions(self) -> Video:
        if all(each.language is not None for each in self.captions):
            message = "a film needs captions in the language of the course"
            hint = "add them to `captions:`, with `file:` and without `language:`"
            raise mistake(NO_ALTERNATIVE, message, hint, *(["captions"] if self.captions else []))
        languages = [each.language for each in self.captions]
        for n, language in enumerate(languages):
            if language in languages[:n]:
                message = f"two captions are in {f'`{language}`' if language else 'the language of the course'}"
                raise mistake(PARTS, message, "give each its own `language:`, or leave one out", "captions", n)
        return self

    @model_validator(mode="after")
    def _pauses_fit(self) -> Video:
        for n, (before, after) in enumerate(pairwise(self.pauses), start=1):
            if after.seconds <= before.seconds:
                message = f"the pause at {after.at} does not come after the one at {before.at}"
                raise mistake(PARTS, message, "list the pauses in the order of the film", "pauses", n, "at")
        return self

    @model_validator(mode="after")
    def _times_lie_within_the_film(self) -> Video:
        lengths = [length for file in self.files if (length := film_length(file)) is not None]
        if lengths:
            shortest = min(lengths)
            _judge_times(self.pauses, shortest, "pauses")
            _judge_times(self.step_in.moments if self.step_in else (), shortest, "step_in", "moments")
        return self

    @property
    def sources(self) -> tuple[tuple[Path, str], ...]:
        """Each file with its type, as browsers know it."""
        return tuple((file, _TYPES[file.suffix.lower()[1:]]) for file in self.files)

    @property
    def most_moments(self) -> int:
        """How many moments a learner can mark."""
        return MOST_MOMENTS if self.step_in else 0

    def tracking(self) -> Tracking:
        """See the table at the head of this file. A film without pauses and marks asks nothing of the learner."""
        return Tracking(
            title=self.title,
            state_size=1 + len(self.pauses) + _MOMENT_SIZE * self.most_moments,
            asks=bool(self.pauses or self.step_in),
            activity_type="https://w3id.org/xapi/video/activity-type/video",
            verb="completed",
        )


def _judge_times(parts: Iterable[Pause | Moment], length: float, *at: str) -> None:
    for n, part in enumerate(parts):
        if part.seconds >= length:
            whole = int(length)
            message = f"`{part.at}` is not within the film, which ends at {whole // 60}:{whole % 60:02}"
            raise mistake(PARTS, message, "name a time within the film", *at, n, "at")


KIND = Kind(Video, __name__, parts=("fold", "recording"))
