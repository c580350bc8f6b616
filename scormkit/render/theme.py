"""What a theme makes of the common look: its tokens, its fonts and its logo.

The files of a theme are shared by all units of a package: they lie beside the style sheet, in `shared/media/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scormkit.course.colour import whole
from scormkit.course.theme import GENERIC_FAMILIES, Dark, FontFace, Fonts, Light, Theme
from scormkit.render.media import MediaShelf
from scormkit.render.site import SiteFile

SHARED = "shared"
"""The folder of the style sheet and of what it names."""

_PAIRS = re.compile(r"^#(.)\1(.)\2(.)\3$")
_UNQUOTED = GENERIC_FAMILIES | {"-apple-system"}
_UNSAFE = re.compile(r"[^A-Za-z0-9 _./-]")


@dataclass(frozen=True, slots=True)
class LogoView:
    """The logo as a page's template sees it: addresses as seen from that page."""

    src: str
    dark: str | None
    alt: str


def theme_css(theme: Theme) -> str:
    """The tokens that the common look is made of, with the values of this theme, and its fonts.

    Raises OSError where a font cannot be read.
    """
    shelf = MediaShelf(SHARED)
    faces = [_font_face(face, shelf) for face in theme.fonts.files]
    found = tokens(theme)
    light, dark = _root({"color-scheme": "light dark"} | found["any"] | found["light"]), _root(found["dark"])
    return "".join([*faces, light, f"@media screen and (prefers-color-scheme:dark){{{dark}}}"])


def paper_css() -> str:
    """On paper all themes have the colours of the default one."""
    return f"@media print{{{_root(tokens(Theme())['light'])}}}"


def theme_files(theme: Theme) -> tuple[SiteFile, ...]:
    """The fonts and the logo, where a package keeps them, in order of path. Raises OSError as `theme_css` does."""
    shelf = MediaShelf(SHARED)
    logo = [theme.logo.image, theme.logo.dark] if theme.logo else []
    for file in [*(face.file for face in theme.fonts.files), *logo]:
        if file is not None:
            shelf.url(file)
    return shelf.files()


def logo_view(theme: Theme, root: str = "../") -> LogoView | None:
    """The logo of a theme, None where it has none. `root` leads from the page to the root of the package.

    Raises OSError where its picture cannot be read.
    """
    if theme.logo is None:
        return None
    shelf, logo = MediaShelf(SHARED), theme.logo
    dark = f"{root}{SHARED}/{shelf.url(logo.dark)}" if logo.dark else None
    return LogoView(f"{root}{SHARED}/{shelf.url(logo.image)}", dark, logo.alt)


def tokens(theme: Theme) -> dict[str, dict[str, str]]:
    """All tokens of a theme and their values, as style sheets name them: for `any`, `light` or `dark` screens."""
    colours = theme.colours
    return {"any": _measures(theme), "light": _colours(colours.light), "dark": _colours(colours.dark)}


def _root(values: dict[str, str]) -> str:
    return f":root{{{';'.join(f'{name}:{_brief(value)}' for name, value in values.items())}}}"


def _brief(value: str) -> str:
    """A colour such as `#ffffff` in the short form that means the same."""
    return _PAIRS.sub(r"#\1\2\3", value)


def _colours(palette: Light | Dark) -> dict[str, str]:
    names = type(palette).model_fields
    return {f"--sk-{name.replace('_', '-')}": whole(getattr(palette, name)) for name in names}


def _measures(theme: Theme) -> dict[str, str]:
    fonts, usual = theme.fonts, Fonts()
    return {
        "--sk-sans": _families(fonts.text, usual.text),
        "--sk-serif": _families(fonts.headings, usual.headings),
        "--sk-size": f"{fonts.size * 6.25:g}%",
        "--sk-leading": f"{fonts.line_height:g}",
        "--sk-width": f"{theme.width}rem",
        "--sk-round": f"{theme.corners / 16:g}rem",
    }


def _families(families: tuple[str, ...], usual: tuple[str, ...]) -> str:
    """The list as CSS has it. One that does not end in a generic family goes on as the default look does."""
    every = families if families[-1] in GENERIC_FAMILIES else (*families, *usual)
    return ",".join(each if each in _UNQUOTED else _string(each) for each in dict.fromkeys(every))


def _font_face(face: FontFace, shelf: MediaShelf) -> str:
    weight = str(face.weight) if face.up_to is None else f"{face.weight} {face.up_to}"
    source = f'url({_string(shelf.url(face.file))}) format("woff2")'
    return (
        f"@font-face{{font-family:{_string(face.family)};src:{source};font-weight:{weight};"
        f"font-style:{face.style};font-display:swap}}"
    )


def _string(text: str) -> str:
    """A string of CSS in ASCII: whatever could end it or be read otherwise is escaped (CSS Syntax 3, 4.3.7)."""
    return '"' + _UNSAFE.sub(lambda found: f"\\{ord(found.group()):x} ", text) + '"'
