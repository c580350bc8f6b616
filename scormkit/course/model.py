"""The model of a course: what an author writes in `course.yaml` and in each `module.yaml`."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from scormkit.activities.contract import Activity, Id, Line, Model
from scormkit.activities.registry import kinds

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)]
"""Words for a file name: small letters and digits, joined by single hyphens, 40 characters at most."""

Title = Annotated[Line, StringConstraints(max_length=200)]
"""A title. SCORM guarantees 200 characters; Moodle refuses a package with one over 255."""

Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Language = Literal["nl", "en"]
"""The languages that scormkit has interface words for (BCP 47)."""

if TYPE_CHECKING:
    AnyActivity = Activity
else:
    AnyActivity = Annotated[reduce(or_, [kind.model for kind in kinds().values()]), Field(discriminator="kind")]


class Page(Model):
    """One page of a module: what the learner sees at a time."""

    id: Id = Field(description="Short stable name, unique in the module. A changed id loses the learners' place.")
    title: Title = Field(description="The heading of the page.")
    content: tuple[AnyActivity, ...] = Field(min_length=1, strict=False, description="The activities, in order.")


class Completion(Model):
    """When a module is completed and how it is judged.

    A module is completed once every page has been seen and every required activity has been done. With a
    `passing_score` it is passed once, beside that, the score is reached; until then it stays incomplete.
    """

    passing_score: int | None = Field(default=None, ge=0, le=100, description="Percentage needed to pass.")


class Module(Model):
    """One module: one SCO, with pages that the learner walks through."""

    id: Id = Field(description="Short stable name, unique in the course. A changed id loses the learners' progress.")
    slug: Slug = Field(description="Words for the package's file name.")
    title: Title = Field(description="The title, as learners and LMSs show it.")
    description: Line | None = Field(default=None, description="One or two sentences on what the learner does.")
    minutes: int | None = Field(default=None, ge=1, le=6000, description="Typical learning time in minutes.")
    goals: tuple[Line, ...] = Field(default=(), strict=False, description="The learning goals.")
    completion: Completion = Field(default=Completion(), description="When the module is completed and passed.")
    pages: tuple[Page, ...] = Field(min_length=1, strict=False, description="The pages, in order.")

    @model_validator(mode="after")
    def _can_be_passed(self) -> Module:
        trackings = [activity.tracking() for page in self.pages for activity in page.content]
        scored = any(tracking and tracking.weight > 0 for tracking in trackings)
        if self.completion.passing_score is not None and not scored:
            raise PydanticCustomError("nothing_scored", "there is a passing score, but nothing in the module is scored")
        return self


class Contact(Model):
    """Where a reader can turn to."""

    name: Line | None = Field(default=None, description="A person or an organisation.")
    email: Email | None = Field(default=None, description="A mail address.")
    url: Url | None = Field(default=None, description="A web address.")


class CourseFile(Model):
    """The file `course.yaml`: the course as a whole, and where its modules are."""

    id: Id = Field(description="Short stable name. A changed id makes it another course to every LMS.")
    slug: Slug = Field(description="Words for the file name of the series package.")
    title: Title = Field(description="The title of the series.")
    language: Language = Field(description="The language of the course.")
    version: Annotated[Line, StringConstraints(max_length=20)] = Field(description="The version of the content.")
    description: Line | None = Field(default=None, description="What the course is about, in a sentence or two.")
    keywords: tuple[Line, ...] = Field(default=(), strict=False, description="Words to find the course by.")
    audience: tuple[Line, ...] = Field(default=(), strict=False, description="Whom the course is for.")
    contact: Contact | None = Field(default=None, description="Where a reader can turn to.")
    base_iri: Url | None = Field(
        default=None,
        pattern=r"/$",
        description="The absolute IRI, ending in a slash, under which the course's xAPI ids are made.",
    )
    modules: tuple[Line, ...] = Field(min_length=1, strict=False, description="The module folders, in order.")


class Course(Model):
    """A whole course, read and found sound: `course.yaml` with its modules in place."""

    about: CourseFile
    modules: tuple[Module, ...]
