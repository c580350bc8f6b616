"""Audio: a recording with a transcript.

| | SCORM 1.2 | xAPI |
|---|---|---|
| what is reported | nothing; with an `id`, the state says that it was heard to the end or read | `completed` |
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from scormkit.activities.contract import Activity, AudioFile, Kind, Line, Markdown, PictureFile, Tracking, mistake
from scormkit.activities.mistakes import NO_ALTERNATIVE

_TYPES = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "opus": "audio/ogg; codecs=opus",
    "wav": "audio/wav",
}
_CURE = "say in `alt:` what the picture shows, or write `decorative: true`"


class Audio(Activity):
    """A recording, with all that is said in writing. With an `id` it can be asked for in `completion`."""

    kind: Literal["audio"]
    title: Line = Field(description="What the recording is called; it stands above it.")
    files: tuple[AudioFile, ...] = Field(
        min_length=1, max_length=5, strict=False, description="The recording; of several files the first that plays."
    )
    transcript: Markdown = Field(description="All that is said, in Markdown, and who says it.")
    caption: Markdown | None = Field(default=None, description="Text under the recording, such as where it is from.")
    picture: PictureFile | None = Field(default=None, description="A picture beside the recording.")
    alt: Line | None = Field(default=None, description="What the picture shows, for a reader who does not see it.")
    decorative: bool = Field(default=False, description="True where the picture only adorns and needs no alt text.")

    @model_validator(mode="after")
    def _picture_has_alternative(self) -> Audio:
        if self.picture is not None and (self.alt is None) != self.decorative:
            raise mistake(NO_ALTERNATIVE, "a picture has either `alt` or `decorative: true`", _CURE, "picture")
        return self

    @property
    def sources(self) -> tuple[tuple[Path, str], ...]:
        """Each file with its type, as browsers know it."""
        return tuple((file, _TYPES[file.suffix.lower()[1:]]) for file in self.files)

    def tracking(self) -> Tracking | None:
        """See the table at the head of this file."""
        if self.id is None:
            return None
        return Tracking(
            title=self.title,
            state_size=1,
            asks=False,
            activity_type="http://activitystrea.ms/schema/1.0/audio",
            verb="completed",
        )


KIND = Kind(Audio, __name__, parts=("fold", "recording"))
