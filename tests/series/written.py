"""What stands written in the series: every text with its place, in plain words and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scormkit.activities.registry import kinds
from scormkit.course.i18n.texts import Text, texts
from scormkit.course.model import Course
from scormkit.course.reading import load_course, read_files
from scormkit.course.references import Bibliography, Reference
from scormkit.course.syntax import reader

ROOT = Path(__file__).parents[2]
SERIES = ROOT / "course"
BRIEF = ROOT.parent / "shared" / "brief"
"""What the series was asked for with, where it is beside the checkout."""
MODULES = ("m1", "m2", "m3", "m4")

_NOT_COUNTED = ("alt", "transcript", "descriptions")
"""What is read instead of a picture or a film, and not beside it."""
_END = re.compile(r"[.!?…:;]['\"’”)»]*$")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*['\"’”)»]*")
_ABBREVIATED = re.compile(r"\b(pp?|min|J)\.(?= )")
_WORD = re.compile(r"[\w’'-]*\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the series. `module` is `course.yaml` or an id; `page` is empty for what a module says of itself.

    `place` is where it stands, for a message; `key` is the last step there, such as `feedback`. `source` is what the
    author wrote, Markdown as a rule.
    """

    module: str
    page: str
    place: str
    key: str
    source: str
    markdown: bool
    read: bool

    @property
    def blocks(self) -> tuple[str, ...]:
        """Its paragraphs, headings, items and cells in plain words."""
        return tuple(_blocks(self.source)) if self.markdown else (self.source,)

    @property
    def plain(self) -> str:
        """All of it in plain words, with a blank between two blocks."""
        return " ".join(self.blocks)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.plain))

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences. The end of a block ends a sentence, whether it has a full stop or not."""
        blocks = (_ABBREVIATED.sub(r"\1", block) for block in self.blocks)
        found = (sentence.strip() for block in blocks for sentence in _SENTENCE.findall(block))
        return tuple(each for each in found if _WORD.search(each))


def count(sentence: str) -> int:
    """How many words a sentence has."""
    return len(_WORD.findall(sentence))


def ended(sentence: str) -> str:
    """A sentence with a full stop, where it has none."""
    return sentence if _END.search(sentence) else f"{sentence}."


@cache
def series() -> Course:
    """The series itself."""
    loaded = load_course(SERIES)
    assert loaded.course is not None, [f"{each.location.file}: {each.message}" for each in loaded.report]
    return loaded.course


@cache
def written() -> tuple[Written, ...]:
    """Every text of the series, in order."""
    return tuple(map(_written, texts(read_files(SERIES).parts)))


def read_in(module: str) -> tuple[Written, ...]:
    """All that a learner can read on the pages of a module, the line and the goals that it begins with included."""
    return tuple(each for each in written() if each.module == module and each.read)


def _written(text: Text) -> Written:
    steps = text.name.split("/")
    page = steps[1] if steps[0] == "pages" else ""
    place = f"{text.part} {' '.join(filter(None, (page, text.id.partition(':')[2])))}"
    read = steps[-1] not in _NOT_COUNTED and not _only_for_reports(text)
    return Written(text.part, page, place, steps[-1], text.source, text.markdown, read)


def _only_for_reports(text: Text) -> bool:
    """Whether it is the title of an activity whose page does not show it."""
    _, _, path = text.id.rpartition(":")
    if path != "title" or text.kind is None:
        return False
    return "activity.title" not in (kinds()[text.kind].text("template.html") or "")


@cache
def _reader() -> MarkdownIt:
    return reader()


def _blocks(markdown: str) -> Iterator[str]:
    for token in _reader().parse(markdown):
        if token.type == "inline" and (text := "".join(map(_plain, token.children or ())).strip()):
            yield re.sub(r"\s+", " ", text)


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "term":
        return str(token.meta["shown"])
    if token.type == "citation":
        return _citation(token)
    return token.content


def _citation(token: Token) -> str:
    parts = []
    for work in token.meta["works"]:
        cite = _works().year if work.year_only else _works().cite
        parts.append(cite(work.key, "nl", pages=work.pages))
    return f"({'; '.join(parts)})"


def references() -> tuple[Reference, ...]:
    """The works that the series can cite."""
    listed = yaml.safe_load((SERIES / "references.yaml").read_text(encoding="utf-8"))
    return tuple(map(Reference.model_validate, listed))


@cache
def _works() -> Bibliography:
    return Bibliography(references())
