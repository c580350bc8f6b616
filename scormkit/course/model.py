"""The model of a course: what an author writes in `course.yaml` and in each `module.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal, TypeVar

from pydantic import Discriminator, Field, StringConstraints, Tag

from scormkit.activities.contract import Activity, Covers, Id, Line, Model, Name, Remark, Section, inside
from scormkit.activities.fields import Slug
from scormkit.activities.registry import complete
from scormkit.activities.topics import COVERS
from scormkit.course import problems
from scormkit.course.glossary import Term
from scormkit.course.media import MediaSettings
from scormkit.course.publishing import BaseIri, Contact, Contributor, CoursePart, Date, Title
from scormkit.course.references import Reference
from scormkit.course.theme import Theme
from scormkit.course.topics import Topic
from scormkit.hints import did_you_mean

complete()

Language = Literal["nl", "en", "de", "fr"]
"""The languages that scormkit has interface words for (BCP 47)."""

Weight = Annotated[float, Field(gt=0, le=1000)]

Word = TypeVar("Word")
WordOrIds = Annotated[
    Annotated[Word, Tag("(word)")] | Annotated[tuple[Id, ...], Field(strict=False), Tag("(list)")],
    Discriminator(lambda value: "(list)" if isinstance(value, list | tuple) else "(word)"),
]
"""One of a few words, or a list of ids."""


class Page(Section):
    """One page of a module: what the learner sees at a time."""

    id: Id = Field(description="Short stable name, unique in the module. A changed id loses the learners' place.")
    title: Title = Field(description="The heading of the page.")
    covers: Covers = Field(default=(), description=COVERS)


class Completion(Model):
    """When a module is completed and how it is judged: all of it stands here.

    A module is completed once the pages named here have been seen and the activities named here have been done. With a
    `passing_score` it is passed once, beside that, the score is reached. A question with a right answer counts for one
    share of the score, or for the weight that it is given here.
    """

    pages: WordOrIds[Literal["all"]] = Field(
        default="all", description="The pages that have to be seen: `all`, or a list of their ids."
    )
    activities: WordOrIds[Literal["questions", "all", "none"]] = Field(
        default="questions",
        description="What has to be done: all `questions`, `all` that can be done, `none` of it, or a list of ids.",
    )
    weights: dict[Id, Weight] = Field(
        default_factory=dict, description="What a question counts for in the score, by its id, where that is not 1."
    )
    passing_score: int | None = Field(default=None, ge=0, le=100, description="Percentage needed to pass.")
    on_fail: Literal["retry", "report"] = Field(
        default="retry",
        description=(
            "What becomes of a learner who has done everything and lacks points: `retry` leaves the module incomplete; "
            "`report` tells the LMS that it is failed. Trying again is possible either way."
        ),
    )


class Module(Model):
    """One module: one SCO, with pages that the learner walks through."""

    id: Id = Field(description="Short stable name, unique in the course. A changed id loses the learners' progress.")
    slug: Slug = Field(description="Words for the package's file name.")
    title: Title = Field(description="The title, as learners and LMSs show it.")
    description: Line | None = Field(default=None, description="One or two sentences on what the learner does.")
    minutes: int | None = Field(default=None, ge=1, le=6000, description="Typical learning time in minutes.")
    goals: tuple[Line, ...] = Field(default=(), strict=False, description="The learning goals.")
    completion: Completion = Field(default=Completion(), description="When the module is completed and passed.")
    weight: Weight = Field(
        default=1, description="What the module counts for in the completion and the score of the whole course."
    )
    pages: tuple[Page, ...] = Field(min_length=1, strict=False, description="The pages, in order.")

    def activities(self) -> Iterator[Activity]:
        """Every activity of the module, in order, those that stand inside others included."""
        return (model for _, model in inside(self) if isinstance(model, Activity))

    def requires(self, activity: Activity) -> bool:
        """Whether the module can only be completed once the activity is done."""
        tracking = activity.tracking()
        wanted = self.completion.activities
        if tracking is None or activity.id is None or wanted == "none":
            return False
        return wanted == "all" or (wanted == "questions" and tracking.asks) or activity.id in wanted

    def weight_of(self, activity: Activity) -> float:
        """What the activity counts for in the score; 0 where nothing in it is right or wrong."""
        tracking = activity.tracking()
        if tracking is None or activity.id is None or not tracking.scored:
            return 0
        return self.completion.weights.get(activity.id, 1)

    @property
    def scored(self) -> tuple[str, ...]:
        """The ids of the activities that count for the score."""
        return tuple(each.id for each in self.activities() if each.id is not None and self.weight_of(each) > 0)

    def remarks(self) -> Iterator[Remark]:
        """What `completion` asks for has to be there, and so has what an activity looks back on."""
        completion = self.completion
        tracked = [each for each in self.activities() if each.tracking() is not None and each.id is not None]
        done = [str(each.id) for each in tracked]
        if completion.pages != "all":
            yield from _unknown("page", completion.pages, [page.id for page in self.pages], "pages")
        if isinstance(completion.activities, tuple):
            yield from _unknown("activity that can be done", completion.activities, done, "activities")
        yield from _unknown("scored question", completion.weights, self.scored, "weights")
        if completion.passing_score is not None and not self.scored:
            yield Remark(
                problems.NOTHING_SCORED,
                "there is a passing score, but nothing in the module is scored",
                "mark right options with `correct: true`, or remove `passing_score`",
                ("completion", "passing_score"),
            )
        earlier: list[Activity] = []
        for steps, model in inside(self):
            if isinstance(model, Activity):
                for remark in model.remarks_after(tuple(earlier)):
                    yield replace(remark, at=(*steps, *remark.at))
                earlier.append(model)


def _unknown(what: str, named: Iterable[str], known: Sequence[str], key: str) -> Iterator[Remark]:
    for n, name in enumerate(named):
        if name not in known:
            # What names a question there is a key, and not a value.
            at = (name, "[key]") if key == "weights" else (n,)
            hint = did_you_mean(name, known, f"there are: {', '.join(known)}" if known else "remove it")
            message = f"the module has no {what} `{name}`"
            yield Remark(problems.UNKNOWN_ID, message, hint, ("completion", key, *at))


class CourseFile(Model):
    """The file `course.yaml`: the course as a whole, and where its modules are."""

    id: Id = Field(description="Short stable name. A changed id makes it another course to every LMS.")
    slug: Slug = Field(description="Words for the file name of the series package.")
    title: Title = Field(description="The title of the series.")
    language: Language = Field(description="The language that the course is written in.")
    translations: tuple[Language, ...] = Field(
        default=(), strict=False, description="The languages that `i18n/<language>.xlf` translates the course into."
    )
    version: Annotated[Name, StringConstraints(max_length=20)] = Field(description="The version of the content.")
    released: Date | None = Field(
        default=None, description="The day on which this version was released, such as 2026-08-31."
    )
    description: Line | None = Field(default=None, description="What the course is about, in a sentence or two.")
    keywords: tuple[Line, ...] = Field(default=(), strict=False, description="Words to find the course by.")
    audience: tuple[Line, ...] = Field(default=(), strict=False, description="Whom the course is for.")
    level: Literal["school", "higher education", "training", "other"] | None = Field(
        default=None, description="Where it is meant to be taken, in the words of LOM (IEEE 1484.12.1, 5.6)."
    )
    contact: Contact | None = Field(default=None, description="Where a reader can turn to.")
    contributors: tuple[Contributor, ...] = Field(default=(), strict=False, description="Who made the course.")
    rights: Line | None = Field(default=None, description="Who may do what with the course, in a sentence.")
    package: Literal["module", "course", "both"] = Field(
        default="both", description="What packages are made of: each `module`, the whole `course`, or `both`."
    )
    order: Literal["free", "linear"] = Field(
        default="free",
        description=(
            "How the package of the whole course is walked through: in any order, or each module once the one before "
            "it is done. It holds in an LMS that does sequencing (SCORM 2004) or heeds prerequisites (SCORM 1.2)."
        ),
    )
    shared_objectives: bool = Field(
        default=False,
        description=(
            "Whether other SCORM 2004 packages in the same LMS may read how each module ended. Moodle cannot import a "
            "package in which they may."
        ),
    )
    base_iri: BaseIri | None = Field(
        default=None,
        description="The absolute IRI, ending in a slash, under which the course's xAPI ids are made.",
    )
    theme: Theme = Field(default=Theme(), description="How the course looks: colours, fonts, measures, logo.")
    media: MediaSettings = Field(default=MediaSettings(), description="How pictures are treated, and how much fits.")
    references: tuple[Reference, ...] = Field(
        default=(), strict=False, description="What texts cite as `[@id]`; mostly a file: `{include: references.yaml}`."
    )
    glossary: tuple[Term, ...] = Field(
        default=(), strict=False, description="Words that texts explain as `[[word]]`; mostly a file of their own."
    )
    topics: tuple[Topic, ...] = Field(
        default=(),
        strict=False,
        description=(
            "What the course has to cover; pages and activities name it under `covers`. `scormkit coverage` lists what "
            "is covered where. It is for authors alone: no package holds any of it."
        ),
    )
    modules: tuple[Name, ...] = Field(min_length=1, strict=False, description="The module folders, in order.")
    parts: tuple[CoursePart, ...] = Field(
        default=(), strict=False, description="Groups of modules that follow each other; all modules, or no parts."
    )

    def remarks(self) -> Iterator[Remark]:
        """A translation is into another language, one for each; the parts hold what the course holds."""
        yield from self._parts_and_modules()
        for n, language in enumerate(self.translations):
            if language in (self.language, *self.translations[:n]):
                message = f"the course is already in `{language}`"
                yield Remark(problems.TRANSLATIONS, message, "remove it", ("translations", n))

    def _parts_and_modules(self) -> Iterator[Remark]:
        """The first place where the parts list other modules than the course does."""
        hint = f"together the parts have to list: {', '.join(self.modules)}"
        wanted = iter(self.modules)
        for n, part in enumerate(self.parts):
            for m, module in enumerate(part.modules):
                next_one = next(wanted, None)
                if module != next_one:
                    should = f"`{next_one}` comes next" if next_one else "the course has no more modules"
                    message = f"the part lists `{module}` here, but {should} under `modules`"
                    yield Remark(problems.PARTS, message, hint, ("parts", n, "modules", m))
                    return
        if self.parts and (left := next(wanted, None)):
            yield Remark(problems.PARTS, f"no part lists the module `{left}`", hint, ("parts",))


@dataclass(frozen=True, slots=True)
class Course:
    """A whole course, read and found sound: `course.yaml` with its modules in place.

    `load_course` keeps the modules in little room, and makes each anew when it is asked for.
    """

    about: CourseFile
    modules: Sequence[Module]
