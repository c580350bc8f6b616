"""Heads seen from behind."""

from __future__ import annotations

from course.studio.cast import Person
from course.studio.hair import afro, braids
from course.studio.look import circle, darker, dots, ellipse, lighter, path, points, stroke

SKULL = "M-27 -4C-27 -23 -16 -33 0 -33C16 -33 27 -23 27 -4C27 17 14 33 0 33C-14 33 -27 17 -27 -4Z"


def ears(places: list[float], colour: str) -> str:
    """Ears at these places from left to right."""
    return stroke("".join(points("M? 1.5v5", x) for x in places), colour, 10) if places else ""


def from_behind(person: Person) -> str:
    """The head as somebody who stands behind it sees it."""
    colour, skin = person.hair_colour, person.skin
    fold = darker(colour, 0.12)
    sides = ears([-27, 27], darker(skin, 0.07))
    whole = path("M-29 0C-31 -25 -17 -38 0 -38C17 -38 31 -25 29 0C29 14 20 26 0 27C-20 26 -29 14 -29 0Z", colour)
    match person.hair:
        case "bald":
            return sides + path(SKULL, skin)
        case "ring":
            return sides + path(SKULL, skin) + path("M-29 -8Q0 6 29 -8C30 14 20 25 0 26C-20 25 -30 14 -29 -8Z", colour)
        case "long" | "locs":
            flow = path(
                "M-31 -8C-31 -30 -16 -38 0 -38C16 -38 31 -30 31 -8C33 16 36 40 33 64Q0 76 -33 64C-36 40 -33 16 -31 -8Z",
                colour,
            )
            return flow + stroke("M-12 8Q-14 36 -13 62M4 0Q6 34 4 66M17 10Q19 38 19 60", fold, 2)
        case "bob" | "fringe":
            return path(
                "M-31 -8C-31 -30 -16 -38 0 -38C16 -38 31 -30 31 -8C33 8 35 20 32 34Q0 42 -32 34C-35 20 -33 8 -31 -8Z",
                colour,
            )
        case "headscarf":
            return path(
                "M-33 4C-36 -26 -19 -40 0 -40C19 -40 36 -26 33 4C35 28 48 44 50 60Q0 84 -50 60C-48 44 -35 28 -33 4Z",
                colour,
            ) + stroke("M-20 30Q0 44 22 30M-28 48Q0 62 30 46", fold, 2)
        case "afro":
            return afro(colour, 0, 0)[0] + ellipse(0, -4, 38, 34, colour)
        case "bun":
            return sides + whole + circle(0, -30, 14, fold)
        case "ponytail":
            return (
                sides
                + whole
                + path("M-8 -20Q-16 20 -7 54Q4 58 9 50Q14 18 8 -20Z", fold)
                + circle(0, -20, 8, lighter(fold, 0.15))
            )
        case "braids":
            return sides + whole + braids(colour, 0, 0)[1]
        case "curls":
            return (
                sides
                + whole
                + dots(
                    (
                        (-29, 2),
                        (-32, -13),
                        (-25, -27),
                        (-11, -36),
                        (4, -38),
                        (18, -33),
                        (29, -22),
                        (33, -8),
                        (29, 6),
                        (-19, 20),
                        (0, 23),
                        (19, 20),
                    ),
                    9,
                    colour,
                )
            )
        case "buzz":
            return (
                sides
                + path(SKULL, skin)
                + path("M-28 0C-29 -24 -16 -35 0 -35C16 -35 29 -24 28 0C26 12 18 18 0 18C-18 18 -26 12 -28 0Z", colour)
            )
        case _:
            return sides + whole
