"""JSON as xAPI takes it: UTF-8, every key once, and numbers that are numbers."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from typing import Any, NoReturn

MAX_DEPTH = 100
"""How deep arrays and objects may nest; real statements stay under ten."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")

_TOO_DEEP = f"the text nests more than {MAX_DEPTH} deep"


class JsonError(ValueError):
    """Raised for text that is not JSON, or not JSON that xAPI takes; the message says why in plain English."""


def read_json(data: bytes | str) -> Any:
    """The value that the text stands for.

    Raises `JsonError` for bytes that are not UTF-8 (xAPI 1.0.3, Comm 1.4), for text that is not JSON, for a key that
    an object has twice (Data 2.2), for numbers that are not finite, for halves of surrogate pairs, which UTF-8 cannot
    hold, and for nesting deeper than `MAX_DEPTH`.
    """
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        if not text.strip():
            raise JsonError("the text is empty")
        value = json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_number, parse_float=_finite)
        _judge_depth(value)
        if "\\u" in text and has_half_a_character(value):
            raise JsonError("the text has one half of a surrogate pair")
        return value
    except UnicodeDecodeError as error:
        raise JsonError(f"the text is not UTF-8: byte {error.start} cannot be read") from error
    except json.JSONDecodeError as error:
        raise JsonError(f"the text is not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from error
    except RecursionError as error:
        raise JsonError(_TOO_DEEP) from error
    except ValueError as error:
        if isinstance(error, JsonError):
            raise
        # Python reads no whole number of more than some thousand digits.
        raise JsonError("the text has a number that is too long") from error


def without_mark(data: bytes) -> bytes:
    """What stands in a file behind the byte order mark that some editors set: JSON has none (RFC 8259, 8.1)."""
    return data.removeprefix(_BYTE_ORDER_MARK)


def has_half_a_character(value: Any) -> bool:
    """Whether a text in a JSON value holds one half of a surrogate pair, which UTF-8 cannot hold."""
    return _HALF_A_CHARACTER.search(json.dumps(value, ensure_ascii=False)) is not None


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise JsonError(f"an object has the key {key!r} twice")
        found[key] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise JsonError(f"{name} is not a number in JSON")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise JsonError(f"{digits} is too large a number")
    return value


def _judge_depth(value: Any) -> None:
    """Level by level, for whoever walks through the value later may do so by recursion."""
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [each for one in level if isinstance(one, dict | list) for each in _members(one)]
        if not level:
            return
    raise JsonError(_TOO_DEEP)


def _members(value: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value
