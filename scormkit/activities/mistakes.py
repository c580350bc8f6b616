"""What an author can get wrong inside an activity: the definitions that several kinds share. Ids are never reused.

A kind that comes from elsewhere may bring definitions of its own, under ids of its own.
"""

from __future__ import annotations

from typing import TypeAlias

from pydantic_core import PydanticCustomError

from scormkit.diagnostics import Definition, Severity

Step: TypeAlias = str | int
"""One step of a path into what an author wrote: a key, or the place in a list from 0."""


def mistake(definition: Definition, message: str, hint: str, *at: Step) -> PydanticCustomError:
    """What a model raises where its parts contradict each other; `at` is the path from the model to the culprit."""
    return PydanticCustomError(
        "mistake", "{message}", {"definition": definition, "message": message, "hint": hint, "at": at}
    )


DUPLICATE_ID = Definition(
    "SK-SRC-021",
    "duplicate-id",
    Severity.ERROR,
    "Two things of one kind have the same id. Learners' places and answers are kept under the id, so they would be\n"
    "mixed up. Give the newer one another id: a changed id loses what was kept under it.",
)
NO_ALTERNATIVE = Definition(
    "SK-SRC-023",
    "no-text-alternative",
    Severity.ERROR,
    "Who does not see a picture needs its meaning in words, and who does not hear a film or a recording needs what is\n"
    "said in writing (WCAG 2.2, 1.1.1 and 1.2). Write `alt: …` with what the picture says on this page, or\n"
    "`decorative: true` where it says nothing that the text does not say; give a film captions and a transcript, and\n"
    "a recording a transcript.",
    reference="WCAG 2.2, 1.1.1, 1.2.1 to 1.2.3",
)
NO_SOURCE = Definition(
    "SK-SRC-024",
    "story-without-source",
    Severity.ERROR,
    "The page tells the reader whether a voice is made up. A made-up voice has no `source`; a real one has\n"
    "`fiction: false` and a `source`.",
)
OPTIONS = Definition(
    "SK-SRC-025",
    "options-do-not-fit",
    Severity.ERROR,
    "The options of a question contradict each other: several are `correct` where one can be chosen, there are fewer\n"
    "than two to choose from, or there are options where nothing is chosen.",
)
PARTS = Definition(
    "SK-SRC-027",
    "parts-do-not-fit",
    Severity.ERROR,
    "The parts of an activity contradict each other: one names another that is not there, two claim one place, or one\n"
    "leaves the bounds that another sets. The message says which.\n\n"
    "Bad: a blank `[1]` in the text, and `blanks:` without an id `1`\n\n"
    "Good: one entry under `blanks:` for each blank in the text",
)
TEXT_STORED = Definition(
    "SK-SRC-051",
    "free-text-stored",
    Severity.WARNING,
    "With `storage: lms`, what learners write freely is kept by the LMS, where teachers and administrators can read\n"
    "it, and in its backups. A text about one's own practice is about other people too. Use `none`, the default: the\n"
    "text stays on the page, where the learner prints or downloads it; or `device`: it stays in the learner's own\n"
    "browser. The privacy sheet beside the packages (`privacy.<language>.md`) names each text that is stored.",
    reference="GDPR (EU) 2016/679, articles 5 and 9",
)
TOPIC_REPEATED = Definition(
    "SK-SRC-081",
    "topic-named-twice",
    Severity.ERROR,
    "A page or an activity names one topic twice among those that it covers. Once says all; mostly another topic was\n"
    "meant.\n\n"
    "Bad: `covers: [listening, listening]`\n\nGood: `covers: [listening, asking-on]`",
)
