"""What both texts of this room share: rich, told to write for a pipe as well as for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.filesize import decimal
from rich.text import Text

from scormkit.reporting.printable import printable

_WIDE = 100_000
"""Lines are never broken: whoever searches the text finds a title in one piece."""


def text(value: str, style: str = "") -> Text:
    """A text from a package, with what could play with a terminal written out."""
    return Text(printable(value), style)


def line(*parts: str | Text) -> Text:
    """Texts side by side; strings are taken as our own words."""
    return Text.assemble(*parts)


def rendered(parts: Iterable[RenderableType], *, color: bool) -> str:
    """All parts below each other, each line without blanks at its end; with `color` ANSI escape sequences."""
    console = Console(
        file=StringIO(), width=_WIDE, force_terminal=color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    with console.capture() as capture:
        for part in parts:
            console.print(part, soft_wrap=True)
    return "".join(f"{each.rstrip()}\n" for each in capture.get().splitlines())


def size(number: int) -> str:
    """Bytes as people read them: `12.3 kB`, a kilobyte being 1000 bytes."""
    return decimal(number).replace("bytes", "B").replace(" byte", " B")


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def shortened(value: str, most: int = 160) -> str:
    """A long text cut off with an ellipsis."""
    return value if len(value) <= most else value[: most - 1].rstrip() + "…"
