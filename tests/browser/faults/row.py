"""A row of the fault table: what befalls whom, what the page says of it, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from .connectors import Connector

Story = Callable[[Connector], None]
"""What the learner does, and what befalls them meanwhile. It ends with the learner gone."""


POINTS = 20
"""What each of the five questions of the module is worth, at least."""


class Keeps(Enum):
    """What is there again when the learner comes back, beside what the page said was kept: that always is."""

    ALL = "every answer"
    CONFIRMED = "every answer that the page said was kept, and not the others"
    NOTHING = "nothing, and the page said so"


@dataclass(frozen=True, slots=True)
class Row:
    """One fault at one connector.

    `says` are the words of trouble that the page shows meanwhile, by their names in `render/words`; a page without
    trouble says none of them. `may` are those that it may show: what is put right at once is not always noticed.
    `afterwards` are those that it shows to the learner who comes back.
    """

    fault: str
    connector: str
    story: Story
    says: tuple[str, ...] = ()
    keeps: Keeps = Keeps.ALL
    afterwards: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.connector}-{self.fault}"


def check(row: Row, learner: Connector) -> None:
    """What holds after every fault, for a learner who was there and comes back."""
    assert set(row.says) <= learner.worries <= {*row.says, *row.may}, f"the page said {learner.told}"
    learner.assert_true_to_its_word()
    given, promised = dict(learner.given), dict(learner.promised)
    learner.told.clear()
    learner.launch()
    shown = learner.shown
    assert {name: shown.get(name) for name in promised} == promised, "what was kept is not there"
    if row.keeps is Keeps.ALL:
        assert {name: shown.get(name) for name in given} == given, "what was answered is not there"
    elif row.keeps is Keeps.NOTHING:
        assert (shown, promised) == ({}, {}), "what could not be kept"
    else:
        assert given != promised, "the page said that everything was kept"
    learner.hear()
    learner.someone.page.close()
    assert learner.worries == set(row.afterwards), f"to who comes back the page said {learner.told}"
    learner.assert_never_down()
    assert learner.score >= POINTS * len(learner.right & promised.keys()), "the score is not what was earned"
    learner.assert_no_complaint()
