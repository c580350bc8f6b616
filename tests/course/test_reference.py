"""The reference page."""

from pathlib import Path

from scormkit.course.reference import reference


def test_the_page_in_docs_is_the_model_of_today() -> None:
    page = Path(__file__).parents[2] / "docs" / "course.md"
    assert page.read_text(encoding="utf-8") == reference(), "run `make docs`"
