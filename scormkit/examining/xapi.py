"""A JSON file -> Report: xAPI profiles, statements and statement templates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scormkit.diagnostics import Location, Report
from scormkit.examining.definitions import JSON_TOO_LARGE, NOT_XAPI
from scormkit.said import say
from scormkit.xapi.json_text import JsonError
from scormkit.xapi.judging.files import judge_files
from scormkit.xapi.judging.reading import is_profile
from scormkit.xapi.statement_files import is_template, read_readable
from scormkit.xapi.validation import Version

MAX_BYTES = 64 * 1024 * 1024
"""The largest JSON file that is read; in memory it needs ten to twenty times that."""

_OF_A_STATEMENT = frozenset({"actor", "verb", "object"})


def judge_json(path: Path, display: str, words: Mapping[str, str]) -> Report:
    """Judge a file by xAPI, in the version that its statements name. Raises `OSError` when it cannot be read."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        message = say("the file is larger than {most:,} bytes, which is what is read of JSON", most=MAX_BYTES)
        hint = say("split it into several files")
        found = JSON_TOO_LARGE.at(Location(display), message.in_words(words), hint=hint.in_words(words))
        return Report((found,))
    try:
        values = [one.statement for one in read_readable(data)[0]]
    except JsonError:
        values = []  # which the report then says
    if values and not any(map(_is_known, values)):
        message = say("this JSON holds neither xAPI statements nor a profile")
        hint = say("name a profile, statements, or a file of `scormkit xapi templates`")
        return Report((NOT_XAPI.at(Location(display), message.in_words(words), hint=hint.in_words(words)),))
    return judge_files([(display, data)], version=_version(values)).report


def _is_known(value: Any) -> bool:
    return (
        is_profile(value) or is_template(value) or (isinstance(value, dict) and not _OF_A_STATEMENT.isdisjoint(value))
    )


def _version(values: list[Any]) -> Version:
    """The version of xAPI that the statements of a file keep to; 1.0.3 where none of them says 2.0."""
    named = (value.get("version") for value in values if isinstance(value, dict))
    return "2.0.0" if any(isinstance(each, str) and each.startswith("2.") for each in named) else "1.0.3"
