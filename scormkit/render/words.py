"""Interface words, by language: of the page's frame, and of each kind of activity."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import yaml

from scormkit.activities.contract import part_folder, text_of
from scormkit.activities.registry import kinds
from scormkit.course.typography import typeset

Words = MappingProxyType[str, str]

# BaseLoader leaves every value a string, so that `no: Nee` means what it says. In C it is fifteen times as fast.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_words(text: str) -> dict[str, str]:
    """The words of a YAML file: every value is a string, whatever it looks like."""
    return yaml.load(text, Loader=_LOADER) or {}  # noqa: S506 - strings only


def folder_words(folder: Traversable, language: str) -> Words:
    """The words of a folder of files such as `nl.yaml` in that language, with the typographic care of that language.

    Where there is no file for it, they are in English.
    """
    found = language if text_of(folder, f"{language}.yaml") else "en"
    words = read_words(text_of(folder, f"{found}.yaml") or "")
    return MappingProxyType({key: typeset(value, found) for key, value in words.items()})


@cache
def frame_words(language: str) -> Words:
    """The words of the page's frame. Raises FileNotFoundError for a language without words."""
    folder = files("scormkit.render").joinpath("words")
    if text_of(folder, f"{language}.yaml") is None:
        raise FileNotFoundError(f"there are no words in the language {language}")
    return folder_words(folder, language)


@cache
def kind_words(kind: str, language: str) -> Words:
    """The words of a kind of activity and of the parts that it uses: each in that language, else in English."""
    found = kinds()[kind]
    folders = [*(part_folder(part) for part in found.parts), found.folder]
    words: dict[str, str] = {}
    for folder in folders:
        words |= folder_words(folder.joinpath("words"), language)
    return MappingProxyType(words)
