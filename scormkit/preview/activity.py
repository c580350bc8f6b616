"""The activities of an organization and how they are sequenced: what SCORM 2004 says of an item, as values.

Source: SCORM 2004 4th Edition, Sequencing and Navigation (SN) 3, the sequencing definition model; the defaults are its.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ControlMode:
    """How a learner may move among the children of an activity (SN 3.2), and what constrains choice (SN 3.3)."""

    choice: bool = True
    choice_exit: bool = True
    flow: bool = False
    forward_only: bool = False
    use_current_attempt_objective_info: bool = True
    use_current_attempt_progress_info: bool = True
    prevent_activation: bool = False
    constrain_choice: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a rule; `threshold` belongs to comparisons of a measure."""

    condition: str
    negated: bool = False
    objective: str | None = None
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A sequencing rule (SN 3.4): where all, or `any`, of the conditions hold, the action is taken."""

    action: str
    combination: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules by the moment that they are looked at: before delivery, at an exit below, after the attempt."""

    before: tuple[Rule, ...] = ()
    at_exit: tuple[Rule, ...] = ()
    after: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class MapInfo:
    """What an objective shares with one of the whole package (SN 3.10.3): names of values, such as `RawScore`."""

    target: str
    read: frozenset[str]
    write: frozenset[str]


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective of an activity (SN 3.10). Satisfied by measure: at `min_measure` or more, on a scale of -1 to 1."""

    identifier: str
    satisfied_by_measure: bool = False
    min_measure: float = 1.0
    maps: tuple[MapInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class RollupRule:
    """When the state of the children sets that of their parent (SN 3.7)."""

    action: str
    children: str
    minimum_count: int
    minimum_percent: float
    combination: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Rollup:
    """How an activity counts in its parent (SN 3.8, 3.9), and its own rules on its children.

    `required` says when it counts for one of `Satisfied`, `NotSatisfied`, `Completed`, `Incomplete`.
    """

    rules: tuple[RollupRule, ...] = ()
    satisfied: bool = True
    completion: bool = True
    measure_weight: float = 1.0
    required: tuple[tuple[str, str], ...] = ()
    measure_satisfaction_if_active: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """Whether an activity is tracked, and who sets its status: its content, or else the LMS (SN 3.13)."""

    tracked: bool = True
    completion_set_by_content: bool = False
    objective_set_by_content: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How often and how long an activity may be attempted (SN 3.5); durations are ISO 8601."""

    attempts: int | None = None
    duration: str | None = None


@dataclass(frozen=True, slots=True)
class Randomization:
    """Which children are taken, and in what order (SN 3.11, 3.12)."""

    select_count: int | None = None
    selection_timing: str = "never"
    reorder: bool = False
    reorder_timing: str = "never"


@dataclass(frozen=True, slots=True)
class Completion:
    """Complete by measure: from `min_progress` on, 0 to 1; and how much it counts for its parent (CAM 3.4.1.10)."""

    by_measure: bool = False
    min_progress: float = 1.0
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class SharedData:
    """A store that an activity shares with others (CAM 3.4.1.14)."""

    target: str
    read: bool
    write: bool


@dataclass(frozen=True, slots=True)
class Sequencing:
    """All of an activity's `imsss:sequencing`."""

    control: ControlMode = ControlMode()
    rules: Rules = Rules()
    limits: Limits = Limits()
    primary: Objective | None = None
    objectives: tuple[Objective, ...] = ()
    rollup: Rollup = Rollup()
    delivery: Delivery = Delivery()
    randomization: Randomization = Randomization()


@dataclass(frozen=True, slots=True)
class Activity:
    """A node of the activity tree: the organization, or an item. A leaf has an `href`, relative to the package.

    `data` are the elements of the data model that the manifest gives to a SCO, such as `cmi.launch_data`.
    """

    identifier: str
    title: str
    href: str | None
    visible: bool
    sequencing: Sequencing
    completion: Completion
    hidden_ui: tuple[str, ...]
    shared: tuple[SharedData, ...]
    data: tuple[tuple[str, str], ...]
    children: tuple[Activity, ...]
