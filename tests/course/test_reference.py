"""The reference page."""

import re
from pathlib import Path

import pytest

from scormkit.activities.registry import kinds
from scormkit.course.reference import reference

PAGE = reference()


def section(heading: str) -> str:
    """What stands under a heading, up to the next one that is no deeper."""
    level = heading.index(" ")
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{level}}} |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, heading
    return found[1]


def rows(text: str) -> dict[str, list[str]]:
    """The first table in a text, by key."""
    table = text.partition("| key |")[2].partition("\n\n")[0]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()[2:]]
    return {row[0].strip(" `"): [cell.strip() for cell in row[1:]] for row in cells}


def test_the_page_in_docs_is_the_model_of_today() -> None:
    page = Path(__file__).parents[2] / "docs" / "course.md"
    assert page.read_text(encoding="utf-8") == PAGE, "run `make docs`"


@pytest.mark.parametrize("name", kinds())
def test_every_kind_has_a_section_with_all_its_keys_explained(name: str) -> None:
    keys = rows(section(f"## `kind: {name}`"))
    assert set(keys) == set(kinds()[name].model.model_fields) - {"kind"}
    assert all(takes and meaning for takes, _, meaning in keys.values())
    assert f"| [`{name}`](#kind-{name}) |" in section("## All kinds of activity")


def test_every_link_on_the_page_leads_to_a_heading_and_no_two_headings_are_alike() -> None:
    headings = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    assert len(set(headings)) == len(headings)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors


def test_what_a_key_takes_is_said_in_words() -> None:
    course, module = rows(section("## `course.yaml`")), rows(section("## `module.yaml`"))
    completion = rows(section("### Completion in module.yaml"))
    assert course["id"][:2] == ["id", "required"]
    assert course["theme"][0] == "[Theme](#theme-in-courseyaml)"
    assert module["minutes"][0] == "whole number (1 to 6000)"
    assert completion["pages"][:2] == ["`all` or list of id", "default `all`"]
    assert completion["activities"][0] == "`questions`, `all`, `none` or list of id"
    assert completion["weights"][0] == "mapping of ids to number (more than 0, 1000 at most)"
    assert rows(section("### Page in module.yaml"))["content"][0] == (
        "list of [activity of any kind](#all-kinds-of-activity)"
    )
    figure, choice = rows(section("## `kind: figure`")), rows(section("## `kind: choice`"))
    assert figure["image"][0] == "path of a picture"
    assert figure["caption"][0] == "Markdown"
    assert choice["options"][0] == "list of [Option](#option-in-choice), 2 to 36"
    assert rows(section("### Light in course.yaml"))["accent"][0] == "colour"
