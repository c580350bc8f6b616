"""Interface words, by language: of the page's frame, and of each kind of activity."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

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
    """The words of a kind of activity: in that language, else in English; none where the kind has none."""
    folder = kinds()[kind]
    return _parse(folder.text(f"words/{language}.yaml") or folder.text("words/en.yaml"))
