"""References: the list of the works that the texts of a module cite, in the order and form of the APA."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.activities.contract import Activity, Kind


class References(Activity):
    """The list of works. Citations in the module lead to it."""

    kind: Literal["references"]
    scope: Literal["cited", "all"] = Field(
        default="cited", description="Which works: those that the module cites, or all of the course."
    )


KIND = Kind(References, __name__, lists_references=True)
