"""Interface words, by language: of the page's frame, and of each kind of activity."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from scormkit.activities.contract import part_folder, text_of
from scormkit.activities.registry import kinds

Words = MappingProxyType[str, str]


def _parse(text: str | None) -> Words:
    # BaseLoader leaves every value a string, so that `no: Nee` means what it says.
    return MappingProxyType(yaml.load(text or "", Loader=yaml.BaseLoader) or {})  # noqa: S506 - makes strings only


@cache
def frame_words(language: str) -> Words:
    """The words of the page's frame. Raises FileNotFoundError for a language without words."""
    file = files("scormkit.render").joinpath(f"words/{language}.yaml")
    return _parse(file.read_text(encoding="utf-8"))


@cache
def kind_words(kind: str, language: str) -> Words:
    """The words of a kind of activity and of the parts that it uses: each in that language, else in English."""
    found = kinds()[kind]
    folders = [*(part_folder(part) for part in found.parts), found.folder]
    words: dict[str, str] = {}
    for folder in folders:
        words |= _parse(text_of(folder, f"words/{language}.yaml") or text_of(folder, "words/en.yaml"))
    return MappingProxyType(words)
