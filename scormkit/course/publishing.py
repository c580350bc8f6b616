"""What `course.yaml` says of the course as a thing to be found, credited and taken in order."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from scormkit.activities.contract import Id, Line, Model, Name

Title = Annotated[Line, StringConstraints(max_length=200)]
"""A title. SCORM guarantees 200 characters; Moodle refuses a package with one over 255."""

Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]

# What no IRI holds, and what its host and its path do not: RFC 3987, 2.2.
_OUTSIDE = r'\s\x00-\x1f\x7f-\x9f\ue000-\uf8ff"<>\\^`{|}\[\]?#'
BASE_IRI = rf"^https?://[^/:@%{_OUTSIDE}]+(?::[0-9]+)?(?:/(?:[^/%{_OUTSIDE}]|%[0-9A-Fa-f]{{2}})*)*/$"
BaseIri = Annotated[str, StringConstraints(pattern=BASE_IRI)]
"""An absolute IRI that others begin with: a host, neither a query nor a fragment, and a slash at its end (RFC 3987)."""


DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _judge_date(text: str) -> str:
    """A day that there is."""
    try:
        date.fromisoformat(text)
    except ValueError:
        # To an author the 30th of February is as little a date as `soon`.
        raise PydanticCustomError("string_pattern_mismatch", "no date", {"pattern": DATE}) from None
    return text


Date = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(_judge_date)]
"""A day, such as 2026-08-31 (ISO 8601)."""


class Contact(Model):
    """Where a reader can turn to."""

    name: Name | None = Field(default=None, description="A person or an organisation.")
    email: Email | None = Field(default=None, description="A mail address.")
    url: Url | None = Field(default=None, description="A web address.")


class Contributor(Model):
    """Somebody who had a part in the course."""

    name: Name = Field(description="A person or an organisation.")
    role: Literal[
        "author",
        "publisher",
        "editor",
        "graphical designer",
        "technical implementer",
        "content provider",
        "technical validator",
        "educational validator",
        "script writer",
        "instructional designer",
        "subject matter expert",
    ] = Field(default="author", description="What they did, in the words of LOM (IEEE 1484.12.1, 2.3.1).")
    organization: Name | None = Field(default=None, description="Where a person works.")
    email: Email | None = Field(default=None, description="A mail address; every LMS that gets the course gets it too.")


class CoursePart(Model):
    """Several modules that belong together: a folder in an LMS's table of contents, a block in cmi5."""

    id: Id = Field(description="Short stable name, unique among the parts.")
    title: Title = Field(description="The title, as learners and LMSs show it.")
    description: Line | None = Field(default=None, description="What the part is about, in a sentence or two.")
    modules: tuple[Name, ...] = Field(
        min_length=1, strict=False, description="The folders of its modules, as they stand under `modules`."
    )
