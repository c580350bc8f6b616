"""Media files of a unit: what they are called in the site, and how pages show pictures."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from scormkit.archive.fingerprint import Fingerprint, Fingerprints
from scormkit.render.pictures import Pictures, Prepared
from scormkit.render.site import SiteFile
from scormkit.render.variants import Variant

SIZES = "(min-width: 49em) 46.75em, 92vw"
"""How wide a picture in a page's column is, for `sizes` (HTML, 4.8.4.2).

The style sheet's 44 rem of 17 pixels are 46.75 of the em that counts here, the browser's own of 16 pixels.
"""

_DIGITS = 8
"""How much of the SHA-256 of a picture's variant goes into its name."""


class MediaShelf:
    """Gathers the media that the pages of one unit show and names them `media/<name>-<digest>.<type>`.

    Names are ASCII, since not every LMS keeps other letters, and tell contents apart, so that a browser never shows an
    outdated one: by the fingerprint of a file, and by a digest of what was made of a picture.
    """

    def __init__(self, folder: str, pictures: Pictures | None = None, fingerprints: Fingerprints | None = None) -> None:
        """`folder` is the unit's folder in the site; `pictures` makes the pictures of the whole build ready.

        `fingerprints` may remember files from build to build, so that films are not read only to be named.
        """
        self._folder = folder
        self._pictures = pictures or Pictures()
        self._fingerprints = fingerprints or Fingerprints()
        self._taken: dict[Path, Fingerprint] = {}
        self._names: dict[tuple[Path, str], str] = {}
        self._contents: dict[str, bytes | Path] = {}

    def url(self, file: Path) -> str:
        """The address of a file, seen from the unit's start page. The file is copied as it is."""
        return self._copy(file, file.suffix.lower().removeprefix("."))

    def picture(
        self,
        file: Path,
        alt: str,
        *,
        sizes: str = SIZES,
        loading: Literal["lazy", "eager"] = "lazy",
        css_class: str | None = None,
    ) -> Markup:
        """The HTML that shows a picture; `alt` is empty where it only adorns.

        A picture in pixels comes in several sizes and formats, of which the browser takes one by `sizes`, the width
        that it has on the page. Width and height are said, so that nothing moves once the picture is there.
        """
        prepared = self._pictures.prepare(file)
        attributes = {
            "src": self._source(prepared),
            "alt": alt,
            "width": prepared.width,
            "height": prepared.height,
            "class": css_class,
            "loading": loading,
            "decoding": "async",
        }
        image = Markup("<img{}>").format(_attributes(attributes))
        if prepared.variants is None or not prepared.variants.sources:
            return image
        sources = Markup("\n").join(
            Markup("<source{}>").format(
                _attributes({"type": f"image/{kind}", "srcset": self._srcset(file, variants), "sizes": sizes})
            )
            for kind, variants in groupby(prepared.variants.sources, key=lambda each: each.type)
        )
        return Markup("<picture>\n{}\n{}\n</picture>").format(sources, image)

    def files(self) -> tuple[SiteFile, ...]:
        """The files so far, each once, in order of path."""
        return tuple(
            SiteFile(f"{self._folder}/{name}", content, self._taken[content] if isinstance(content, Path) else None)
            for name, content in sorted(self._contents.items(), key=lambda each: each[0])
        )

    def _source(self, prepared: Prepared) -> str:
        if prepared.variants is None:
            return self._copy(prepared.file, prepared.type)
        return self._keep(prepared.file, prepared.variants.fallback)

    def _srcset(self, file: Path, variants: Iterable[Variant]) -> str:
        return ", ".join(f"{self._keep(file, each)} {each.width}w" for each in variants)

    def _copy(self, file: Path, kind: str) -> str:
        if (file, kind) not in self._names:
            ending = f".{kind}" if kind else ""
            if file not in self._taken:
                self._taken[file] = self._fingerprints.of(file)
            found = self._taken[file]
            name = f"media/{_plain(file.stem)}-{found.crc32:08x}"
            held = self._contents.get(name + ending)
            # Two files of one name and one checksum, by chance or by intent, still differ in size.
            clash = held is not None and not (isinstance(held, Path) and self._taken[held] == found)
            self._names[file, kind] = f"{name}-{found.size:x}{ending}" if clash else name + ending
        name = self._names[file, kind]
        self._contents[name] = file
        return name

    def _keep(self, file: Path, variant: Variant) -> str:
        digest = hashlib.sha256(variant.content).hexdigest()[:_DIGITS]
        name = f"media/{_plain(file.stem)}-{variant.width}-{digest}.{variant.type}"
        self._contents[name] = variant.content
        return name


def _attributes(attributes: Mapping[str, object]) -> Markup:
    """The attributes that have a value, each after a blank."""
    return Markup("").join(Markup(' {}="{}"').format(*each) for each in attributes.items() if each[1] is not None)


def _plain(stem: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:40] or "file"
