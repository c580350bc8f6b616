"""The catalogs of interface words: every language says all that English says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml

from scormkit.activities.registry import kinds
from scormkit.course.model import Language
from scormkit.course.typography import typeset
from scormkit.render.words import frame_words, kind_words
from tests.rows import table

PACKAGE = Path(__file__).parents[2] / "scormkit"
CATALOGS = [folder for folder in sorted(PACKAGE.glob("**/words")) if any(folder.glob("*.yaml"))]
LANGUAGES = get_args(Language)


@cache
def read(folder: Path, language: str) -> dict[str, str]:
    words = yaml.load(folder.joinpath(f"{language}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(words, dict)
    return words


def name(folder: Path) -> str:
    return folder.parent.relative_to(PACKAGE).as_posix()


def test_there_are_catalogs() -> None:
    assert {"render", "activities/choice", "activities/reflection"} <= {name(folder) for folder in CATALOGS}
    assert {"en", "nl", "de", "fr"} <= {*LANGUAGES}


def test_a_folder_of_words_has_every_language_and_no_other() -> None:
    with table() as rows:
        for folder in CATALOGS:
            with rows.row(name(folder)):
                assert {file.name for file in folder.glob("*.yaml")} == {f"{language}.yaml" for language in LANGUAGES}


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
def test_a_catalog_has_the_keys_and_the_placeholders_of_the_english_one(language: str) -> None:
    with table() as rows:
        for folder in CATALOGS:
            with rows.row(name(folder)):
                english, words = read(folder, "en"), read(folder, language)
                assert [*words] == [*english]
                for key, text in english.items():
                    assert sorted(re.findall(r"\{(\w+)\}", words[key])) == sorted(re.findall(r"\{(\w+)\}", text)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_or_hangs_loose(language: str) -> None:
    with table() as rows:
        for folder in CATALOGS:
            for key, text in read(folder, language).items():
                with rows.row(f"{name(folder)}: {key}"):
                    assert isinstance(text, str)
                    assert text == text.strip() != ""
                    assert "  " not in text
                    assert re.sub(r"\{\w+\}", "", text).find("{") == -1


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_reach_the_learner_with_the_typographic_care_of_a_course(language: str) -> None:
    loose = {
        (place, key): text
        for place, words in [
            ("frame", frame_words(language)),
            *((kind, kind_words(kind, language)) for kind in kinds()),
        ]
        for key, text in words.items()
        if typeset(text, language) != text
    }
    assert loose == {}
