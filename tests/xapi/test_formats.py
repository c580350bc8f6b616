from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.xapi import formats


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (
            formats.is_uuid,
            ["6f6ae9a6-3a3f-4b55-9f4d-0123456789ab", "6F6AE9A6-3A3F-4B55-9F4D-0123456789AB"],
            [
                "",
                "6f6ae9a63a3f4b559f4d0123456789ab",
                "{6f6ae9a6-3a3f-4b55-9f4d-0123456789ab}",
                "6f6ae9a6-3a3f-4b55-9f4d",
            ],
        ),
        (
            formats.is_timestamp,
            [
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.678+01:00",
                "2026-01-02T03:04:05,6-0330",
                "2026-01-02T03:04Z",
            ],
            [
                *("", "2026-01-02", "2026-01-02T03:04:05", "2026-01-02 03:04:05Z", "2026-02-31T00:00:00Z"),
                *(
                    "2026-01-02T03:04:05-00:00",
                    "2026-01-02T03:04:05-0000",
                    "2026-01-02T03:04:05-00",
                    "2026-01-02T25:00Z",
                ),
                "0001-01-01T00:00:00+01:00",
            ],
        ),
        (
            formats.is_duration,
            ["PT0S", "PT1H30M", "P1Y2M3DT4H5M6.78S", "P3W", "P1D", "PT36H", "PT0.5M", "P0.5Y"],
            ["", "P", "PT", "1H", "PT1.5H3M", "P1W2D", "-PT1S", "PT1S ", "P1DT", "pt1s", "PT1M1H"],
        ),
        (formats.is_mailbox, ["mailto:a@b.c"], ["a@b.c", "mailto:a", "mailto:", "mailto:a b@c", "MAILTO a@b.c"]),
        (formats.is_sha1, ["0" * 40, "aF" * 20], ["0" * 39, "g" * 40, ""]),
        (formats.is_sha2, ["0" * 64, "a" * 96, "f" * 128], ["0" * 40, "z" * 64, ""]),
        (formats.is_media_type, ["text/plain", "application/ld+json; charset=utf-8"], ["text", "text/", "/x", "a b/c"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_forms(check, right, wrong):
    assert [text for text in right if not check(text)] == []
    assert [text for text in wrong if check(text)] == []


@given(st.datetimes(timezones=st.timezones()))
def test_a_moment_survives_being_written(when):
    try:
        moment = when.astimezone(UTC)
    except OverflowError:
        return
    assert formats.moment(formats.timestamp(when)) == moment


def test_a_moment_is_in_utc():
    assert formats.moment("2026-01-02T03:04:05+02:00") == datetime(2026, 1, 2, 1, 4, 5, tzinfo=UTC)
    assert formats.timestamp(datetime(2026, 1, 2, 1, 4, 5, 600, tzinfo=UTC)) == "2026-01-02T01:04:05.000600Z"


@given(st.text(max_size=30))
def test_no_text_makes_a_form_fail(text):
    for name in dir(formats):
        if name.startswith("is_"):
            assert getattr(formats, name)(text) in (True, False)
