"""What goes into one package: a module, or the whole course. The same for every target."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from scormkit.render.rendering import shared_files
from scormkit.render.site import Part, Site, SiteFile, Unit


@dataclass(frozen=True, slots=True)
class Bundle:
    """The units that one package holds, and what it is called.

    `ids` are the ids that tell it from every other bundle; `stem` begins its file name. `parts` groups the units, or is
    empty.
    """

    site: Site
    units: tuple[Unit, ...]
    title: str
    description: str | None
    ids: tuple[str, ...]
    stem: str
    whole: bool
    parts: tuple[Part, ...] = ()

    def name(self, target: str) -> str:
        """The name of the package's file, without ending: ASCII, and the same as long as ids and slugs are."""
        # Each language is a package of its own to an LMS.
        return "-".join(filter(None, [self.stem, target, self.site.translation]))

    def identifier_parts(self, key: str) -> tuple[str, ...]:
        """What the identifier of this package is made of; `key` tells targets apart."""
        return tuple(filter(None, [*self.ids, key, self.site.translation]))


def bundles(site: Site) -> Iterator[Bundle]:
    """A bundle for each module, then one for the whole course, as far as the course asks for them."""
    if site.bundles != "course":
        for unit in site.units:
            stem = f"{site.id}-{unit.id}-{unit.slug}"
            yield Bundle(site, (unit,), unit.title, unit.description, (site.id, unit.id), stem, whole=False)
    if site.bundles != "module":
        stem = f"{site.id}-{site.slug}"
        yield Bundle(site, site.units, site.title, site.description, (site.id,), stem, whole=True, parts=site.parts)


def with_files(site: Site, files: Callable[[Unit], Iterable[SiteFile]]) -> Site:
    """The site with other files for each unit: made once, for all bundles that hold it."""
    units = {unit.id: replace(unit, files=tuple(files(unit))) for unit in site.units}
    parts = (replace(part, units=tuple(units[unit.id] for unit in part.units)) for part in site.parts)
    return replace(site, units=tuple(units.values()), parts=tuple(parts))


def all_files(bundle: Bundle, connector: str) -> tuple[SiteFile, ...]:
    """The files of the units with those that they share, in order of path."""
    own = (file for unit in bundle.units for file in unit.files)
    return tuple(sorted([*shared_files(bundle.site, bundle.units, connector), *own], key=lambda file: file.path))
