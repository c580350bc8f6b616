"""The page that leads to the units of a package, for packages that are opened at one address."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from scormkit.course.typography import typeset
from scormkit.render.policy import POLICY
from scormkit.render.rendering import LATER_STYLE, style_path
from scormkit.render.site import Part, Site, SiteFile, Unit
from scormkit.render.templating import template
from scormkit.render.theme import logo_view
from scormkit.render.words import frame_words

INDEX = "index.html"


def index_page(
    site: Site, units: Sequence[Unit], title: str, description: str | None, script: str | None = None
) -> SiteFile:
    """A page with a link to each of these units, in their parts where the site has any.

    `script` is the path of a script that the page loads. Raises OSError where the logo cannot be read.
    """
    whole = len(units) == len(site.units)
    groups = (whole and site.parts) or (Part("", "", None, tuple(units)),)
    html = template("index.html").render(
        site=site,
        title=title,
        description=description,
        groups=groups,
        iri=site.iri() if site.base_iri else None,
        logo=logo_view(site.theme, root=""),
        policy=POLICY,
        words=frame_words(site.language),
        typeset=partial(typeset, language=site.language),
        styles=(style_path(units[0].id), LATER_STYLE),
        script=script,
    )
    return SiteFile(INDEX, html.encode())
