"""All stills of the series, by module and by the name of their file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from course.studio.stills import (
    bed,
    bellen,
    brug,
    deur,
    foto,
    gang,
    keukentafel,
    kijken,
    kring,
    leeg_vel,
    podium,
    schrijven,
    stoelen,
    telefoon,
    wachtkamer,
    weg,
)

STILLS: dict[str, dict[str, Callable[[], str]]] = {
    "1": {
        "podium": podium.draw,
        "deur": deur.draw,
        "keukentafel": keukentafel.draw,
        "telefoon": telefoon.draw,
        "gang": gang.draw,
    },
    "2": {
        "brug": brug.draw,
        "wachtkamer": wachtkamer.draw,
        "bed": bed.draw,
        "bellen": bellen.draw,
        "stoelen": stoelen.draw,
        "leeg-vel": leeg_vel.draw,
    },
    "3": {"kijken": kijken.draw, "foto": foto.draw},
    "4": {"kring": kring.draw, "schrijven": schrijven.draw, "weg": weg.draw},
}


def stills(modules: Path) -> Iterator[tuple[Path, str]]:
    """Every picture's file below the folder of modules, and what is to stand in it."""
    for module, drawn in STILLS.items():
        for name, draw in drawn.items():
            yield modules / module / "media" / f"{name}.svg", draw()
