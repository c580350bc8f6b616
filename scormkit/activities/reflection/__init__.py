"""Reflection: an open question whose answer belongs to the learner alone.

| | SCORM 1.2 | xAPI |
|---|---|---|
| what is reported | nothing; the state says that it was done | `interacted`, without a response |

The text lives on the page, can be printed and downloaded, and is never stored or sent.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import FreeText, Kind, Tracking


class Reflection(FreeText):
    """An open question to oneself; what is typed never leaves the page."""

    kind: Literal["reflection"]
    lines: int = Field(default=5, ge=2, le=40, description="How many lines high the writing space is.")

    def tracking(self) -> Tracking:
        """See the table at the head of this file."""
        return Tracking(
            title=self.title or self.id,
            state_size=1,
            asks=False,
            activity_type="http://adlnet.gov/expapi/activities/interaction",
            verbs=("http://adlnet.gov/expapi/verbs/interacted",),
        )


KIND = Kind(Reflection, __name__)
