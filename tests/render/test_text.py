"""Markdown in pages."""

import pytest

from scormkit.render.text import markdown, markdown_inline


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Hello *you*.", "<p>Hello <em>you</em>.</p>\n"),
        ("# A\n## B\n", "<h3>A</h3>\n<h4>B</h4>\n"),
        ("### A\n", "<h3>A</h3>\n"),
        ("# A\n###### B\n", "<h3>A</h3>\n<h6>B</h6>\n"),
        ("1 < 2 & <b>", "<p>1 &lt; 2 &amp; &lt;b&gt;</p>\n"),
        ("[page](#p-two)", '<p><a href="#p-two">page</a></p>\n'),
        ("~~gone~~", "<p><s>gone</s></p>\n"),
        (
            "[out](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">out</a></p>\n',
        ),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
    ],
)
def test_blocks(text: str, html: str) -> None:
    assert markdown(text) == html


def test_one_line_has_no_paragraph() -> None:
    assert markdown_inline("a **b**") == "a <strong>b</strong>"
