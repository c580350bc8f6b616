"""What every still needs: the size of the sheet, and people put somewhere with their hands on something."""

from __future__ import annotations

import re

from course.studio.look import drawing
from course.studio.people import Face, Person, Point, Pose, figure, reach

WIDTH, HEIGHT = 800, 450


_DATA = re.compile(r' d="([^"]+)"')
_ALIKE = re.compile(r'<path d="([^"]+)"( stroke="[^"]+" stroke-width="[^"]+"/>)<path d="(M[^"]+)"\2')
_LARGE = re.compile(r"-?\b\d{2,3}\.\d\b")


def still(*content: str) -> str:
    """A whole picture. Where a place is far from the origin, whole units do, and make a smaller file."""
    text = _joined(drawing(*content, width=WIDTH, height=HEIGHT))
    return _DATA.sub(lambda data: f' d="{_LARGE.sub(_whole, data[1])}"', text)


def _joined(text: str) -> str:
    """Lines of the same kind that follow each other become one path."""
    while (shorter := _ALIKE.sub(r'<path d="\1\3"\2', text)) != text:
        text = shorter
    return text


def _whole(value: re.Match[str]) -> str:
    return f"{float(value[0]):.0f}" if abs(float(value[0])) >= 16 else value[0]


def put(
    person: Person,
    pose: Pose,
    face: Face,
    x: float,
    y: float,
    height: float,
    *,
    left: Point | None = None,
    right: Point | None = None,
    held: str = "",
    away: bool = False,
    legs: bool = True,
) -> str:
    """A person at (x, y), the hands (the viewer's left and right) at the given points of the picture."""
    pose = reach(person, pose, x=x, y=y, height=height, left=left, right=right)
    return figure(person, pose, face, x=x, y=y, height=height, held=held, away=away, legs=legs)


def clipped(content: str, x: float, y: float, width: float, height: float) -> str:
    """The content, in the picture's own units, cut off outside the rectangle; an inner `svg` needs no id to do so."""
    box = f"{x:g} {y:g} {width:g} {height:g}"
    return f'<svg x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" viewBox="{box}">{content}</svg>'
