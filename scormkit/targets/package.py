"""What a target makes of a site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scormkit.render.site import Site, SiteFile, Unit


@dataclass(frozen=True, slots=True)
class Package:
    """A package before it is written: `name` is its file name without ending, `files` are in the order of the zip."""

    name: str
    title: str
    units: tuple[Unit, ...]
    files: tuple[SiteFile, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A standard that packages are made for.

    `state_limit` is how many characters of saved state every LMS has to keep; None where the standard has no limit.
    """

    name: str
    title: str
    state_limit: int | None
    package: Callable[[Site], tuple[Package, ...]]
