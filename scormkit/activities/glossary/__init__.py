"""Glossary: the words of the trade, with what they mean, as a list."""

from __future__ import annotations

from typing import Literal

from scormkit.activities.contract import Activity, Kind


class Glossary(Activity):
    """The list of words and meanings. A text points to one of them as `[[word]]`, and that opens by itself."""

    kind: Literal["glossary"]


KIND = Kind(Glossary, __name__)
