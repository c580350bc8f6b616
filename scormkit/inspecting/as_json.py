"""An overview or a comparison as JSON for programs: `docs/inspecting.md` lists the names.

The shape is stable: names are added, never changed or removed. Every name of a value is there, null where unknown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any


def to_json(value: object, *, version: str) -> str:
    """A value of this room with sorted keys, ending in a newline; `version` is that of scormkit.

    Same value, same text. It is pure ASCII, so that no name in a hostile package can play with a terminal.
    """
    document = {"tool": {"name": "scormkit", "version": version}, **_object(value)}
    return json.dumps(document, indent=2, ensure_ascii=True, sort_keys=True) + "\n"


def _object(value: object) -> Mapping[str, Any]:
    assert is_dataclass(value)  # noqa: S101 - a mistake of the caller
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return _object(value) if is_dataclass(value) else value
