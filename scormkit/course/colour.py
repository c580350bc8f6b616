"""Colours as authors write them, and the contrast between two of them.

Contrast is that of WCAG 2.2 (definitions "contrast ratio" and "relative luminance"). A colour is made lighter or darker
in OKLCH, where that leaves its hue as people see it (CSS Color 4, 9.4); the matrices are those of B. Ottosson, "A
perceptual color space for image processing" (2020).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, StringConstraints

from scormkit.activities.contract import mistake
from scormkit.course.problems import BAD_FORMAT

_PATTERN = r"^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
_HINT = "write `#` and three or six hexadecimal digits between quotes, such as '#85412b'"
_STEPS = 1000
"""Into how many steps lightness is cut where a colour is looked for: finer than two neighbouring greys differ."""

_Triple: TypeAlias = tuple[float, float, float]


def _explain_type(value: Any) -> Any:
    """Say what is wrong with a value that is no text: `accent: #85412b` without quotes is an empty value in YAML."""
    if value is None:
        raise mistake(BAD_FORMAT, "the colour is empty; `#` without quotes begins a comment", _HINT)
    if not isinstance(value, str):
        raise mistake(BAD_FORMAT, "the value is not a colour", _HINT)
    try:
        linear(value)
    except ValueError:
        raise mistake(BAD_FORMAT, f"`{value[:40]}` is not a colour", _HINT) from None
    return value


Colour = Annotated[str, StringConstraints(pattern=_PATTERN), BeforeValidator(_explain_type)]
"""A colour: `#` and three or six hexadecimal digits (CSS Color 4, 5.2), without transparency."""


def whole(colour: str) -> str:
    """The colour as `#` and six small digits. Raises ValueError for text that is no colour."""
    digits = colour[1:].lower()
    if colour[:1] != "#" or len(digits) not in (3, 6) or not set(digits) <= set("0123456789abcdef"):
        raise ValueError(f"not a colour: {colour!r}")
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def linear(colour: str) -> _Triple:
    """Red, green and blue in linear light, each from 0 to 1. Raises ValueError for text that is no colour."""
    digits = whole(colour)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _decode(red), _decode(green), _decode(blue)


def luminance(colour: str) -> float:
    """The relative luminance: 0 for black, 1 for white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio: 1 for equal colours, 21 for black and white, whichever of the two is in front."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def shown(ratio: float) -> str:
    """A ratio with two decimals, rounded down, so that what is too little never reads as enough."""
    return str(Decimal(ratio).quantize(Decimal("0.01"), ROUND_FLOOR))


def nearest_passing(colour: str, others: Sequence[tuple[str, float]]) -> str | None:
    """The colour of the same hue, as near in lightness as can be, that has enough contrast with all the others.

    `others` are colours, each with the ratio that it needs. None where no colour of this hue is enough for all.
    """
    if all(contrast(colour, other) >= needed for other, needed in others):
        return colour
    lightness, chroma, hue = _oklch(linear(colour))
    candidates = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda each: (abs(each - lightness), each))
    for candidate in candidates:
        found = _in_gamut(candidate, chroma, hue)
        if all(contrast(found, other) >= needed for other, needed in others):
            return found
    return None


def _in_gamut(lightness: float, chroma: float, hue: float) -> str:
    """The colour on screen: with less chroma where a screen cannot show as much of it at this lightness."""
    low, high = 0.0, 1.0
    if not _shows(_rgb(lightness, chroma, hue)):
        for _ in range(20):
            middle = (low + high) / 2
            low, high = (middle, high) if _shows(_rgb(lightness, chroma * middle, hue)) else (low, middle)
        chroma *= low
    return "#" + "".join(f"{round(_encode(each) * 255):02x}" for each in _rgb(lightness, chroma, hue))


def _shows(rgb: _Triple) -> bool:
    return all(-1e-4 <= each <= 1 + 1e-4 for each in rgb)


def _decode(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encode(channel: float) -> float:
    held = min(max(channel, 0.0), 1.0)
    return held * 12.92 if held <= 0.0031308 else 1.055 * held ** (1 / 2.4) - 0.055


def _oklch(rgb: _Triple) -> _Triple:
    """Lightness, chroma and hue (in radians) of a colour in linear light."""
    red, green, blue = rgb
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _rgb(lightness: float, chroma: float, hue: float) -> _Triple:
    """Back from OKLCH to linear light; outside 0 to 1 where a screen cannot show the colour."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
