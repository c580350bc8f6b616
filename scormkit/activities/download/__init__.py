"""Download: a file that the reader takes along."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, AnyFile, Kind, Line, Markdown

_UNITS = (("kB", 1000), ("MB", 1000**2), ("GB", 1000**3))


class Download(Activity):
    """A file to take along. The page says what it is, its type and its size before it is fetched (WCAG 2.2, 2.4.4)."""

    kind: Literal["download"]
    file: AnyFile = Field(description="The file: a document, a sheet, a picture, a recording or a film.")
    title: Line = Field(description="What the file is, as the text of the link.")
    text: Markdown | None = Field(default=None, description="What the reader can do with it, in Markdown.")

    @property
    def type(self) -> str:
        """The type of the file as its name says it, such as `PDF`."""
        return self.file.suffix[1:].upper()

    def size(self, decimal: str) -> str:
        """The size of the file, in decimal units with one digit after `decimal` where that says something."""
        size = self.file.stat().st_size
        unit, factor = next((each for each in reversed(_UNITS) if size >= each[1]), _UNITS[0])
        tenths = max(-(-size * 10 // factor), 1)
        number = str(tenths // 10) if tenths % 10 == 0 or tenths >= 100 else f"{tenths // 10}{decimal}{tenths % 10}"
        return f"{number} {unit}"


KIND = Kind(Download, __name__)
