"""What a course has to cover, as its author declares it in `course.yaml`."""

from __future__ import annotations

from pydantic import Field

from scormkit.activities.contract import Model, Name
from scormkit.activities.fields import Slug


class Topic(Model):
    """Something that the course has to cover: pages and activities name it under `covers`."""

    id: Slug = Field(description="The name that `covers` has, unique among the topics.")
    # Learners never read it, so there is nothing to translate.
    title: Name = Field(description="What it is, in the language of the course.")
    source: Name | None = Field(default=None, description="Where the demand comes from, such as a page of a brief.")
    every_module: bool = Field(default=False, description="Whether every module has to cover it.")
