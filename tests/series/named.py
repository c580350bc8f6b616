"""What the series may name: see `named.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("named.yaml")


@dataclass(frozen=True, slots=True)
class Work:
    """A work that may be cited: `authors` as the deck has them."""

    authors: str
    year: int
    title: str | None = None
    pages: str | None = None

    @property
    def families(self) -> tuple[str, ...]:
        """The names of its authors, without initials."""
        return tuple(re.sub(r"^[A-Z]\. ", "", name) for name in re.split(r", | & ", self.authors))

    @property
    def cited(self) -> re.Pattern[str]:
        """Every way to cite it: with all its authors or the first, with a year in brackets or after a comma."""
        names = re.escape(self.authors).replace(r"\ \&\ ", "(?:, &| &| en|, en) ")
        first = re.escape(self.families[0])
        who = "|".join([names, rf"{first} et al\.", *([first] if len(self.families) == 1 else [])])
        title = rf"(?:,? {re.escape(self.title)})?" if self.title else ""
        pages = rf"(?:, p\. {self.pages})?" if self.pages else ""
        return re.compile(rf"(?:{who}){title}(?:,? \(|, ){self.year}{pages}\)?")


@dataclass(frozen=True, slots=True)
class Named:
    """All that may be named."""

    works: tuple[Work, ...]
    links: tuple[str, ...]
    mail: tuple[str, ...]
    mother: str
    mother_said_in: str
    made_up: tuple[str, ...]


@cache
def named() -> Named:
    """What `named.yaml` says."""
    read = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    works = tuple(Work(**work) for work in read.pop("works"))
    return Named(
        works=works, **{key: tuple(value) if isinstance(value, list) else value for key, value in read.items()}
    )
