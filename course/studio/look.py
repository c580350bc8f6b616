"""The look that stills and films share: one palette, and the few SVG marks everything is drawn with.

Numbers are written with one decimal (transforms with three), so that the same drawing is always the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

CREAM = "#F7ECDD"
SAND = "#E4CBA8"
TERRACOTTA = "#C4643F"
OCHRE = "#E0A63F"
TEAL = "#2F6F73"
SAGE = "#8BA888"
PLUM = "#6B4A62"

WHITE = "#FFFAF2"
INK = "#33262B"  # the darkest tone: eyes, shoes, screens
WOOD = "#8A5A3C"
DARK_WOOD = "#6A432F"

# Tints, each of one palette colour.
PINK = "#E19A7C"
BLUSH = "#F0C9B4"
BUTTER = "#F3D58D"
MIST = "#BFD6D0"
SEA = "#6FA3A0"
LEAF = "#C9D6BE"
MOSS = "#5F7F62"
LILAC = "#A98AA0"
NIGHT = "#3F3046"
STONE = "#B9AFA6"

ROUND = ' stroke-linecap="round" stroke-linejoin="round"'

# Skin, from light to dark.
PORCELAIN = "#F6D9C3"
PEACH = "#EFC3A0"
HONEY = "#DDA87C"
ALMOND = "#C58C5F"
CHESTNUT = "#A06B45"
COCOA = "#7D5138"
EBONY = "#5F3D2D"

# Hair.
BLACK_HAIR = "#2B2226"
DARK_HAIR = "#4A3128"
BROWN_HAIR = "#73492F"
RED_HAIR = "#B3562F"
BLOND_HAIR = "#D9AC5F"
GREY_HAIR = "#A9A19C"


def blend(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from the first to the second, both `#RRGGBB`."""
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)


def darker(colour: str, share: float = 0.14) -> str:
    """A tone towards ink: folds, shadows, the side that is turned away."""
    return blend(colour, INK, share)


def lighter(colour: str, share: float = 0.3) -> str:
    """A tone towards warm white."""
    return blend(colour, WHITE, share)


def number(value: float, digits: int = 1) -> str:
    """The number as short as it can be written, with at most `digits` decimals, and never `-0`."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def points(text: str, *values: float) -> str:
    """A path's data: each `?` of the text is replaced by the next number."""
    pieces = text.split("?")
    if len(pieces) != len(values) + 1:
        raise ValueError(f"{len(pieces) - 1} places for {len(values)} numbers: {text}")
    return pieces[0] + "".join(number(value) + piece for value, piece in zip(values, pieces[1:], strict=True))


def _short(data: str) -> str:
    return data.replace(" -", "-")


def _opacity(opacity: float) -> str:
    return "" if opacity >= 1 else f' opacity="{number(opacity, 2)}"'


def path(data: str, fill: str, *, opacity: float = 1, even_odd: bool = False) -> str:
    """A filled shape; `even_odd` leaves holes where its parts overlap."""
    rule = ' fill-rule="evenodd"' if even_odd else ""
    return f'<path d="{_short(data)}" fill="{fill}"{rule}{_opacity(opacity)}/>'


def outlined(data: str, fill: str, edge: str, width: float) -> str:
    """A filled shape with a line round it."""
    return f'<path d="{_short(data)}" fill="{fill}" stroke="{edge}" stroke-width="{number(width)}"{ROUND}/>'


def stroke(data: str, colour: str, width: float, *, opacity: float = 1, dashes: str = "") -> str:
    """A line with round ends and joints; `dashes` as SVG's `stroke-dasharray`."""
    pattern = f' stroke-dasharray="{dashes}"' if dashes else ""
    looks = f'stroke="{colour}" stroke-width="{number(width)}"{pattern}{ROUND}{_opacity(opacity)}'
    return f'<path d="{_short(data)}" fill="none" {looks}/>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float, *, opacity: float = 1) -> str:
    """A straight line with round ends."""
    return stroke(points("M? ?L? ?", x1, y1, x2, y2), colour, width, opacity=opacity)


def circle(x: float, y: float, radius: float, fill: str, *, opacity: float = 1) -> str:
    """A filled circle."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{_opacity(opacity)}/>'


def dots(places: Iterable[tuple[float, float]], radius: float, colour: str) -> str:
    """Equal dots as one path: lines of hardly any length with round ends."""
    return stroke("".join(points("M? ?h.1", x, y) for x, y in places), colour, radius * 2)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, *, opacity: float = 1, angle: float = 0) -> str:
    """A filled ellipse, turned by `angle` degrees about its middle."""
    turned = f' transform="rotate({number(angle)} {number(x)} {number(y)})"' if abs(angle) >= 0.05 else ""
    return (
        f'<ellipse cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}" fill="{fill}"'
        f"{turned}{_opacity(opacity)}/>"
    )


def rect(x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0, opacity: float = 1) -> str:
    """A filled rectangle from its upper left corner, its corners rounded by `radius`."""
    rounded = f' rx="{number(radius)}"' if radius else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{rounded}'
        f' fill="{fill}"{_opacity(opacity)}/>'
    )


def group(content: str, *, x: float = 0, y: float = 0, scale: float = 1, angle: float = 0, flip: bool = False) -> str:
    """The content moved to (x, y), turned by `angle` degrees and scaled about that point; `flip` mirrors it."""
    parts = [f"translate({number(x, 2)} {number(y, 2)})"] if x or y else []
    if abs(angle) >= 0.005:
        parts.append(f"rotate({number(angle, 2)})")
    if flip:
        parts.append(f"scale({number(-scale, 3)} {number(scale, 3)})")
    elif scale != 1:
        parts.append(f"scale({number(scale, 3)})")
    return f'<g transform="{"".join(parts)}">{content}</g>' if parts else content


def drawing(*content: str, width: int, height: int) -> str:
    """A whole SVG document of the given size in units. What all lines share is said once, to keep it small."""
    lines = "\n".join(content).replace(ROUND, "").replace(' fill="none"', "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' fill="none"{ROUND}>\n{lines}\n</svg>\n'
    )
