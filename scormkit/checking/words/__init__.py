"""What the checker says, in other languages than English.

`<language>/<room>.yaml` holds two maps: `sentences`, from the English of a `say` to its translation, with the same
fields; and `titles`, from the id of a rule to its title. `GROUPS` among the sentences is what stands between groups of
three digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from scormkit.said import ENGLISH

_HERE = Path(__file__).parent
LANGUAGES: tuple[str, ...] = ("en", *sorted(path.name for path in _HERE.iterdir() if (path / "common.yaml").is_file()))
"""The languages that findings are told in."""


@cache
def sentences(language: str) -> Mapping[str, str]:
    """From English sentences to those of `language`; `ValueError` for a language that is not in `LANGUAGES`."""
    return ENGLISH if _checked(language) == "en" else MappingProxyType(_all(language, "sentences"))


@cache
def titles(language: str) -> Mapping[str, str]:
    """From ids of rules to their titles in `language`; empty for English, whose titles stand beside the rules."""
    return ENGLISH if _checked(language) == "en" else MappingProxyType(_all(language, "titles"))


def _checked(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"no words for the language {language!r}; there are: {', '.join(LANGUAGES)}")
    return language


def _all(language: str, kind: str) -> dict[str, str]:
    import yaml  # takes a while, and English needs no words

    files = sorted((_HERE / language).glob("*.yaml"))
    read = (yaml.safe_load(file.read_text("utf-8")) or {} for file in files)
    return {key: text for one in read for key, text in (one.get(kind) or {}).items()}
