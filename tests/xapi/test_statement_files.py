from __future__ import annotations

import json

import pytest

from scormkit.xapi.json_text import JsonError
from scormkit.xapi.statement_files import is_template, read_readable, read_statements

A, B = {"id": "a"}, {"id": "b"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (json.dumps(A), [("$", A)]),
        (json.dumps(A, indent=2), [("$", A)]),
        (json.dumps([A, B], indent=2), [("$[0]", A), ("$[1]", B)]),
        (json.dumps([A, B]), [("$[0]", A), ("$[1]", B)]),
        ("[\n" + json.dumps(A) + ",\n" + json.dumps(B) + "\n]", [("$[0]", A), ("$[1]", B)]),
        (json.dumps({"statements": [A, B], "more": ""}), [("$.statements[0]", A), ("$.statements[1]", B)]),
        (json.dumps(A) + "\r\n\r\n" + json.dumps(B) + "\n", [("line 1", A), ("line 3", B)]),
        ("\n" + json.dumps(A) + "\n7", [("line 2", A), ("line 3", 7)]),
        ("\ufeff" + json.dumps(A), [("$", A)]),
        ("[]", []),
        ('{"statements": 3}', [("$", {"statements": 3})]),
        ("7", [("$", 7)]),
        # U+2028 may stand in a string of JSON and ends no line of it.
        ('{"a": "\u2028"}\n{"b": "\u2029"}', [("line 1", {"a": "\u2028"}), ("line 2", {"b": "\u2029"})]),
    ],
)
def test_each_kind_of_file(text, found):
    assert read_statements(text.encode()) == found


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "^the text is empty"),
        (b" \r\n", "^the text is empty"),
        (b'{"id": \n{"id": "a"}', r"^line 1: the text is not JSON: .*\(column 8\)"),
        (b'{"id": \n{"id": ', r"^the text is not JSON: .*\(line 2, column 2\)|\(line 2, column 8\)"),
        (b'[\n{"id": "a"}\n', r"^the text is not JSON: .*\(line 3, column 1\)"),
        (b'{"id": "a"}\n{"id": \n', r"^line 2: the text is not JSON"),
        (b'{"id": "a"}\n\n{"id": "\xff"}', r"^line 3: the text is not UTF-8"),
        (b'{\n"id": "a",\n}', r"^the text is not JSON: .*\(line 3, column 1\)"),
        (b'{"id": "a", "id": "b"}', "the key 'id' twice"),
        ('{"id": "a"}'.encode("utf-16"), "not UTF-8"),
    ],
)
def test_what_is_no_file_of_statements_is_refused_with_its_place(data, says):
    with pytest.raises(JsonError, match=says):
        read_statements(data)


def test_lines_that_are_spoilt_keep_nobody_from_the_others():
    placed, spoilt = read_readable(b'{"id": "a"}\n{x\n\n{"id": "b"}\n\xff\n')
    assert placed == [("line 1", A), ("line 4", B)]
    assert [each.line for each in spoilt] == [2, 5]
    assert "(column 2)" in spoilt[0].reason
    assert spoilt[1].reason == "the text is not UTF-8: byte 0 cannot be read"


def test_a_template_is_told_from_a_statement():
    assert is_template({"template": "urn:t", "statement": {}, "placeholders": {}, "example": {}})
    assert not is_template({"id": "a"})
    assert not is_template([])
