"""Drawings (SVG): what is let through, what is refused, and how large they are."""

from pathlib import Path

import pytest

from scormkit.course.pictures import judge_picture, judge_svg
from scormkit.course.problems import SVG_UNSAFE
from scormkit.course.svg import DrawingError, read_drawing
from tests.photos import SVG


@pytest.mark.parametrize(
    ("attributes", "content", "message"),
    [
        ("", "<script>1</script>", "an element `script`"),
        ("", "<g><a:script xmlns:a='http://www.w3.org/2000/svg'/></g>", "an element `script`"),
        ("", "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "an element `iframe`"),
        ("onload='x()'", "", "an event handler, `onload`"),
        ("", "<rect onClick='x()'/>", "an event handler, `onClick`"),
        ("", "<image href='https://example.org/a.png'/>", "`href` is `https://example.org/a.png`"),
        ("", "<image xlink:href='//example.org/a.png'/>", "`href` is `//example.org"),
        ("", "<use href='other.svg#a'/>", "`href` is `other.svg#a`"),
        ("", "<set attributeName='href' to=' java&#10;script:x()'/>", "a program in `to`"),
        ("", "<rect fill='url(https://example.org/a.svg#b)'/>", "`url(https://example.org"),
        ("", "<rect style=\"fill: u\\72l('//example.org')\"/>", "`url(//example.org)`"),
        ("", "<style>@import 'a.css';</style>", "`@import`"),
        ("", "<style>@im<![CDATA[p/**/ort 'a.css';]]></style>", "`@import`"),
        ("", "<style>@\\69mport 'a.css';</style>", "`@import`"),
        ("", "<style>@font-face{src:url( \"http://example.org/f\" )}</style>", "`url(http://example.org/f)`"),
        ("xml:base='https://example.org/'", "", "`base` is"),
        ("", "<g>", "is not well-formed XML: mismatched tag (line 1)"),
        ("", "&nbsp;", "is not well-formed XML: undefined entity"),
    ],
)  # fmt: skip
def test_a_drawing_that_does_not_stand_on_its_own_is_refused(
    tmp_path: Path, attributes: str, content: str, message: str
) -> None:
    file = tmp_path / "tekening.svg"
    file.write_text(SVG.format(attributes, content), encoding="utf-8")
    problem = judge_svg(file)
    assert problem is not None
    assert problem == judge_picture(file)
    assert problem.definition is SVG_UNSAFE
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<html/>", "its first element is `html`"),
        ("<svg/>", "not an `svg` of http://www.w3.org/2000/svg"),
        ("\x1f\x8b\x08", "is not well-formed XML"),
        ("<?xml-stylesheet href='a.css'?>" + SVG.format("", ""), "a style sheet outside it"),
        ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + SVG.format("", "&a;"), "declares an entity, `a`"),
        ("<?xml version='1.0' encoding='x-none'?>" + SVG.format("", ""), "in an encoding that cannot be read"),
    ],
)
def test_a_file_that_is_no_drawing_is_refused(text: str, message: str) -> None:
    with pytest.raises(DrawingError, match=message.replace("(", r"\(")):
        read_drawing(text.encode())


def test_what_drawing_programs_write_is_let_through() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    body = """
      <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><license rdf:resource="http://x.org/"/></rdf:RDF></metadata>
      <style>.a { fill: url(#warm) } .b { mask: url("#m") } /* see https://example.org */</style>
      <rect style="fill:url('#warm')" fill="url(#warm)" clip-path="url( #c )"/><use xlink:href="#a"/>
      <image href="data:image/png;base64,AAAA"/><text>on load: http://example.org</text>
    """
    assert read_drawing((doctype + SVG.format('width="4cm" height="3cm"', body)).encode()).width == 151


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="800" height="450px"', (800, 450)),
        ('width="3in" height="72pt"', (288, 96)),
        ('width="200" viewBox="0 0 4 3"', (200, 150)),
        ('height="30" viewBox="0,0,4,3"', (40, 30)),
        ('width="100%" height="100%" viewBox="0 0 1600 900"', (1600, 900)),
        ('viewBox="0 0 24 12"', (960, 480)),
        ('width="0" height="9"', (None, None)),
        ('viewBox="0 0 nan 0"', (None, None)),
        ("", (None, None)),
    ],
)
def test_the_size_of_a_drawing(attributes: str, size: tuple[int | None, int | None]) -> None:
    drawing = read_drawing(SVG.format(attributes, "").encode())
    assert (drawing.width, drawing.height) == size
