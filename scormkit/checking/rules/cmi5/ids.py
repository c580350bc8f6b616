"""How the parts of a course structure are named, and named again."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.checking.package import Package
from scormkit.checking.rule import CMI5, Finding, broken, rule
from scormkit.checking.shared.structures import double, doubles
from scormkit.checking.source import Element
from scormkit.diagnostics import Severity
from scormkit.hints import did_you_mean
from scormkit.said import say


@rule("SK-CM5-006", "cmi5-id-is-iri", Severity.ERROR, "cmi5 3.0, Internationalized Resource Identifier", CMI5)
def id_is_iri(package: Package) -> Iterator[Finding]:
    """Every id of a course, block, unit or objective is an absolute IRI.

    The ids go into statements about learning, where they mean the same thing all over the world; so they begin with a
    scheme, such as `https:` or `urn:`, and an LMS refuses others. They need not lead to a page.

    Put an address of your own domain in front, and keep the ids as they are once people learn with the course.

    Bad: `<au id="unit-1">`, `<au id="example.org/unit-1">`

    Good: `<au id="https://example.org/course/unit-1">`
    """
    yield from broken(package, "C5-06")


@rule("SK-CM5-007", "duplicate-block-id", Severity.ERROR, "cmi5 13.1.2, id", CMI5)
def duplicate_block(package: Package) -> Iterator[Finding]:
    """No two blocks have the same id.

    An LMS refuses a structure in which a block's id is there twice: what was learned in one would count for the other.

    Give each block an id of its own.

    Bad: `<block id="https://example.org/b">…</block><block id="https://example.org/b">…</block>`

    Good: `<block id="https://example.org/b1">…</block><block id="https://example.org/b2">…</block>`
    """
    yield from doubles((one.element, one.id) for one in package.course.blocks)


@rule("SK-CM5-008", "duplicate-objective-id", Severity.ERROR, "cmi5 13.1.3, id", CMI5)
def duplicate_objective(package: Package) -> Iterator[Finding]:
    """No two objectives have the same id.

    An LMS refuses a structure in which an objective's id is there twice. To point at an objective from a block or a
    unit, `idref` is used there, not `id`.

    Give each objective an id of its own.

    Bad: `<objective id="https://example.org/o">…</objective><objective id="https://example.org/o">…</objective>`

    Good: `<objective id="https://example.org/o1">…</objective><objective id="https://example.org/o2">…</objective>`
    """
    yield from doubles((one.element, one.id) for one in package.course.objectives)


@rule("SK-CM5-009", "duplicate-au-id", Severity.ERROR, "cmi5 13.1.4, id", CMI5)
def duplicate_unit(package: Package) -> Iterator[Finding]:
    """No two units have the same id.

    An LMS refuses a structure in which a unit's id is there twice: it could not tell their results apart.

    Give each unit an id of its own, also where two launch the same file.

    Bad: `<au id="https://example.org/u">…</au><au id="https://example.org/u">…</au>`

    Good: `<au id="https://example.org/u1">…</au><au id="https://example.org/u2">…</au>`
    """
    yield from doubles((one.element, one.id) for one in package.course.units)


@rule("SK-CM5-010", "id-of-several-kinds", Severity.WARNING, "cmi5 13.1.2 to 13.1.4: unique within the structure", CMI5)
def several_kinds(package: Package) -> Iterator[Finding]:
    """A course, a block, a unit and an objective do not share an id.

    Ids are unique within the course structure, not only among their kind. LMSs look for doubles within a kind only,
    but then mix up what is reported about the course with what is reported about its unit.

    Give each of them an id of its own.

    Bad: `<course id="https://example.org/c">…</course><au id="https://example.org/c">…</au>`

    Good: `<course id="https://example.org/c">…</course><au id="https://example.org/c/unit">…</au>`
    """
    course = package.course
    first: dict[str, Element] = {}
    for one in (*course.courses, *course.objectives, *course.blocks, *course.units):
        if one.id is not None and first.setdefault(one.id, one.element).name.local != one.element.name.local:
            yield double(one.element, one.id, first[one.id])


@rule("SK-CM5-011", "objective-reference", Severity.ERROR, "cmi5 13.1.2 and 13.1.4, objectives", CMI5)
def objective_reference(package: Package) -> Iterator[Finding]:
    """A block or unit points at objectives that the course structure declares.

    The `idref` of an `objective` is the `id` of one among the `objectives` of the structure. An LMS cannot tell what
    another means, and some refuse the whole structure for it.

    Correct the `idref`, or declare the objective.

    Bad: `<objective idref="https://example.org/o2"/>`, and no objective with that id

    Good: `<objectives><objective id="https://example.org/o2">…</objective></objectives>` before the units
    """
    yield from broken(package, "C5-11")
    known = {one.id: None for one in package.course.objectives if one.id}
    for one in package.course.references:
        written = one.element.get("idref")
        if written is not None and one.id not in known:
            message = say("idref is `{value}`, but no objective has that id", value=written)
            hint = did_you_mean(written, known, say("write the id of an objective of this course structure"))
            yield Finding(one.element.place("idref"), message, hint)
