"""A sentence that holds values, to be said in any language that has words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType({})
"""The words of English: every sentence is written in it."""
_GROUPS = "GROUPS"
"""In a catalogue: what stands between groups of three digits."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in English with named fields, and what stands in them.

    A field `{size:,}` is a whole number whose digits are grouped as the language has it. A value may be a sentence
    itself.
    """

    template: str
    values: tuple[tuple[str, str | int | Said], ...] = ()

    def __str__(self) -> str:
        """In English."""
        return self.in_words(ENGLISH)

    def in_words(self, words: Mapping[str, str]) -> str:
        """By a catalogue from English sentences to those of a language; one without words stays English."""
        values = dict(self.values)
        parts: list[str] = []
        for text, name, spec, _ in Formatter().parse(words.get(self.template, self.template)):
            parts.append(text)
            if name is not None:
                parts.append(_shown(values[name], spec or "", words))
        return "".join(parts)


def say(template: str, /, **values: object) -> Said:
    """The sentence `template` with these values in its fields; what is no number and no sentence is put as text."""
    return Said(
        template, tuple((name, each if isinstance(each, int | Said) else str(each)) for name, each in values.items())
    )


def shortened(text: str, most: int = 60) -> str:
    """A text as a message quotes it: of one that is longer than `most` characters, the beginning."""
    return text if len(text) <= most else f"{text[:most]}…"


def _shown(value: str | int | Said, spec: str, words: Mapping[str, str]) -> str:
    if isinstance(value, Said):
        return value.in_words(words)
    return format(value, spec).replace(",", words.get(_GROUPS, ",")) if spec == "," else format(value, spec)
