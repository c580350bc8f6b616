"""What a target makes of a site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scormkit.render.site import Site, SiteFile, Unit


@dataclass(frozen=True, slots=True)
class Package:
    """A package before it is written: `name` is its file name without ending, `files` are in the order of the zip.

    `whole` says that it holds the whole course and not one module of it. `missing` names what conformance asks for and
    this installation does not have.
    """

    name: str
    title: str
    units: tuple[Unit, ...]
    files: tuple[SiteFile, ...]
    whole: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A standard that packages are made for.

    `state_limit` is how many characters of saved state every LMS has to keep; None where the standard has no limit.
    `needs_iri` says that its identifiers are IRIs, so that the course has to have a `base_iri`.
    """

    name: str
    title: str
    state_limit: int | None
    package: Callable[[Site], tuple[Package, ...]]
    needs_iri: bool = False
