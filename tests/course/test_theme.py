"""Themes: what an author may write, and whether every pair of colours that a page shows is judged."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tinycss2.color4 import parse_color

from scormkit.course.colour import _oklch, contrast, linear, luminance, nearest_passing, shown, whole
from scormkit.course.problems import BAD_FORMAT, FONT_NOT_USED, LOW_CONTRAST, OUT_OF_RANGE
from scormkit.course.theme import DECORATION, GRAPHICS, PAIRS, SURFACES, TEXT, Dark, Light, Theme, contrast_problems
from scormkit.render.theme import tokens

PACKAGE = Path(__file__).parents[2] / "scormkit"
STYLES = sorted([*PACKAGE.glob("render/templates/*.css"), *PACKAGE.glob("activities/**/style.css")])

hexadecimal = st.text("0123456789abcdef", min_size=6, max_size=6).map("#{}".format)


def theme(**keys: object) -> Theme:
    return Theme.model_validate(keys)


# Contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", "21.00"),
        ("#ffffff", "#FFF", "1.00"),
        ("#777777", "#ffffff", "4.47"),
        ("#767676", "#fff", "4.54"),
        ("#00f", "#fff", "8.59"),
        ("#f00", "#fff", "3.99"),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: str) -> None:
    assert shown(contrast(one, other)) == shown(contrast(other, one)) == ratio


def test_a_ratio_is_never_rounded_up_to_enough() -> None:
    assert shown(4.499999) == "4.49"
    assert shown(3 - 1e-9) == "2.99"


@given(hexadecimal)
def test_black_and_white_are_the_ends(colour: str) -> None:
    assert 0 <= luminance(colour) <= 1
    assert 1 <= contrast(colour, "#000") <= 21


@pytest.mark.slow
@given(hexadecimal, hexadecimal)
def test_there_is_always_a_colour_that_can_be_read_on_one_other_and_it_keeps_its_hue(colour: str, back: str) -> None:
    found = nearest_passing(colour, [(back, TEXT)])
    assert found is not None
    assert contrast(found, back) >= TEXT
    _, chroma, hue = _oklch(linear(colour))
    lightness, new_chroma, new_hue = _oklch(linear(found))
    # Near black and white, and in greys, eight bits do not hold a hue.
    if chroma > 0.05 and new_chroma > 0.05 and lightness > 0.3:
        assert abs((hue - new_hue + math.pi) % (2 * math.pi) - math.pi) < 0.12


@given(hexadecimal, hexadecimal)
def test_the_nearest_colour_is_the_colour_itself_where_it_passes(colour: str, back: str) -> None:
    assert nearest_passing(colour, [(back, contrast(colour, back))]) == colour


def test_where_no_colour_passes_none_is_named() -> None:
    assert nearest_passing("#336699", [("#000000", TEXT), ("#ffffff", 7)]) is None


# What an author may write


@pytest.mark.parametrize("palette", [Light(), Dark()])
def test_the_default_look_has_enough_contrast(palette: Light | Dark) -> None:
    for pair in PAIRS:
        assert contrast(getattr(palette, pair.front), getattr(palette, pair.back)) >= pair.minimum, pair
    assert list(Theme().remarks()) == []


@pytest.mark.parametrize("value", [None, 0, 123456, True, "red", "#12345", "85412b", "#ggg", " #fff", "#ffff", "#٣٣٣"])
def test_what_is_no_colour_is_said_with_the_form(value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        theme(colours={"light": {"ink": value}})
    (error,) = refused.value.errors()
    assert error["loc"] == ("colours", "light", "ink")
    assert error["ctx"]["definition"] is BAD_FORMAT
    assert "between quotes" in error["ctx"]["hint"]


def test_colours_may_be_short_and_have_capitals() -> None:
    assert whole("#AbC") == "#aabbcc"
    assert list(theme(colours={"light": {"ink": "#000", "paper": "#FFF"}}).remarks()) == []


def test_a_variable_font_runs_from_light_to_heavy() -> None:
    face = {"family": "Own", "file": "own.woff2", "weight": 700, "up_to": 400}
    with pytest.raises(ValidationError) as refused:
        theme(fonts={"text": ["Own"], "files": [face]})
    (error,) = refused.value.errors()
    assert error["ctx"]["definition"] is OUT_OF_RANGE
    assert (error["loc"], error["ctx"]["at"]) == (("fonts", "files", 0), ("up_to",))


def test_a_font_that_nothing_is_set_in_is_told() -> None:
    fonts = {"text": ["Atkinson"], "files": [{"family": "Atkinsn", "file": "a.woff2"}]}
    (remark,) = theme(fonts=fonts).remarks()
    assert (remark.definition, remark.at) == (FONT_NOT_USED, ("fonts", "files", 0, "family"))
    assert remark.hint == "did you mean `Atkinson`?"
    fonts["files"] = [{"family": "ATKINSON", "file": "a.woff2"}]
    assert list(theme(fonts=fonts).remarks()) == []


# What is said of too little contrast


def test_every_pair_with_too_little_contrast_is_told_in_one_run() -> None:
    found = contrast_problems(theme(colours={"light": {"quiet": "#999"}, "dark": {"focus": "#444444"}}))
    assert {each.definition for each in found} == {LOW_CONTRAST}
    assert [each.at for each in found] == [("colours", "light", "quiet"), ("colours", "dark", "focus")]
    assert found[0].message == (
        "`quiet` (#999) has too little contrast on a light screen: 2.64 with `page` (#faf6f0, by default), where text "
        "needs 4.5; 2.84 with `paper` (#ffffff, by default), where text needs 4.5; 2.44 with `soft` (#f6ece2, by "
        "default), where text needs 4.5"
    )
    assert found[1].message.count("the ring of the focus needs 3") == 3
    assert found[0].hint == (
        "write quiet: '#6c6c6c', the nearest colour of the same hue that has enough contrast everywhere"
    )


def test_the_hint_mends_every_pair_of_its_colour() -> None:
    mended = set()
    for token in Light.model_fields:
        for scheme in ("light", "dark"):
            hints = {each.hint for each in contrast_problems(theme(colours={scheme: {token: "#8a8a8a"}}))}
            for hint in hints:
                (colour,) = re.findall(rf"write {token}: '(#\w+)'", hint)
                assert contrast_problems(theme(colours={scheme: {token: colour}})) == []
                mended.add(token)
            assert len(hints) <= 1
    assert mended >= {*Light.model_fields} - {"warm", "line", "edge"}


def test_it_is_told_at_what_the_author_wrote() -> None:
    def places(**light: str) -> set[object]:
        return {each.at[-1] for each in contrast_problems(theme(colours={"light": light}))}

    assert places(page="#777777") == {"page"}
    assert places(ink="#aaaaaa") == {"ink"}
    assert "page" not in places(
        page="#777777",
        **dict.fromkeys(["ink", "quiet", "accent", "good", "care"], "#777777"),
        edge="#777777",
        focus="#777777",
    )


def test_colours_that_no_other_can_be_read_on_are_told_as_such() -> None:
    surfaces = {"page": "#000000", "paper": "#ffffff", "soft": "#808080"}
    found = contrast_problems(theme(colours={"light": {**surfaces, "ink": "#123456"}}))
    hint = next(each.hint for each in found if each.at[-1] == "ink")
    assert hint.startswith("no colour of this hue has enough contrast with all of `page`, `paper`, `soft`")


# Whether the pairs are all pairs: every style sheet is held against them

TOKENS = {name.replace("_", "-"): name for name in Light.model_fields}
MEASURES = {name.removeprefix("--sk-") for name in tokens(Theme())["any"]}
BACKGROUND = re.compile(r"background(-color|-image)?$")
SIGN = re.compile(
    r"(border|outline|column-rule)(-(?!radius|spacing|collapse|width|style|offset)\w+)*$|box-shadow$"
    r"|fill$|stroke$|accent-color$|caret-color$|text-decoration(-color)?$"
)
SHAPE = re.compile(
    r"(^|[\s>+~])(progress|meter|input|hr|svg|circle|path|line|rect|polygon)\b[^\s>+~]*$"
    r"|::-(webkit|moz)-(progress|slider|range|meter)[\w-]*$"
)
CONTROL = re.compile(r"(^|[\s>+~])(input|textarea|select|button|label)\b[^\s>+~]*$|\.sk-button\b[^\s>+~]*$")
PICTURE = re.compile(r"(^|[\s>+~])(img|picture|video)\b[^\s>+~]*$")


# What stands on a picture of any colour has an edge in two colours, one around the other, of which one is always seen.
ON_A_PICTURE = re.compile(r"\.sk-spot$")


def least(one: str, other: str) -> float:
    return max((pair.minimum for pair in PAIRS if {pair.front, pair.back} == {one, other}), default=0)


def rules(nodes: list[tinycss2.ast.Node]) -> Iterator[tuple[str, dict[str, list[tinycss2.ast.Node]]]]:
    """The rules for screens: paper, and screens with colours of their own, have nothing of a theme."""
    for node in nodes:
        assert node.type != "error", node.message
        if node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "container"):
            query = tinycss2.serialize(node.prelude)
            if "print" not in query and "forced-colors" not in query:
                yield from rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule":
            declared = tinycss2.parse_declaration_list(node.content, skip_comments=True, skip_whitespace=True)
            values = {each.lower_name: each.value for each in declared if each.type == "declaration"}
            for selector in tinycss2.serialize(node.prelude).split(","):
                yield selector.strip(), values


def of_theme(values: list[tinycss2.ast.Node]) -> set[str]:
    """The tokens of colour in a value."""
    found = set(re.findall(r"var\(\s*--sk-([\w-]+)", tinycss2.serialize(values)))
    return {TOKENS[name] for name in found if name in TOKENS}


def literal(values: list[tinycss2.ast.Node]) -> bool:
    """Whether a colour stands in a value that no theme changes."""
    free = ("currentcolor", "transparent")
    colours = [each for each in values if parse_color(each) is not None and each.serialize().lower() not in free]
    return bool(colours) or "color-mix(" in tinycss2.serialize(values)


def complaints(css: str) -> list[str]:
    """What a style sheet does with colours that `PAIRS` does not judge, and what it takes from a theme in vain."""
    own = set(re.findall(r"--sk-([\w-]+)\s*:", css))
    return [
        f"{selector}: {what}"
        for selector, values in rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
        if selector != ":root"
        for what in rule_complaints(selector, values, own)
    ]


def rule_complaints(selector: str, values: dict[str, list[tinycss2.ast.Node]], own: set[str]) -> Iterator[str]:
    text: set[str] = set()
    back: set[str] = set()
    signs: set[str] = set()
    for name, value in values.items():
        known = text if name == "color" else back if BACKGROUND.match(name) else signs if SIGN.match(name) else None
        if known is not None:
            known |= of_theme(value)
            if literal(value) and not (known is back and PICTURE.search(selector)):
                yield f"{name} has a colour that no theme changes"
        elif of_theme(value) or (name.startswith("--") and literal(value)):
            yield f"{name} uses a colour in a way that is not judged"
        unknown = set(re.findall(r"var\(\s*--sk-([\w-]+)", tinycss2.serialize(value))) - {*TOKENS, *MEASURES, *own}
        if unknown:
            yield f"{name} uses {sorted(unknown)}, which no theme has"
    faint = [each.value for each in values.get("opacity", ()) if each.type == "number" and 0 < each.value < 1]
    if faint and "disabled" not in selector:
        yield "opacity lessens the contrast"
    for each in text:
        for behind in back or SURFACES:
            if least(each, behind) < TEXT:
                yield f"text {each} on {behind} is not judged"
    shape = SHAPE.search(selector) or tinycss2.serialize(values.get("content", [])).strip() == '""'
    for each in back - {*SURFACES} if not text else ():
        if not shape:
            yield f"{each} stands behind text, which has no colour of its own here"
        elif each not in DECORATION and any(least(each, behind) < GRAPHICS for behind in SURFACES):
            yield f"a shape of {each} is not judged"
    if ON_A_PICTURE.search(selector) and any(least(one, other) >= TEXT for one in signs for other in signs):
        return
    for each in signs:
        if each in DECORATION and CONTROL.search(selector):
            yield f"{each} is the edge of a control"
        elif each not in DECORATION and any(least(each, behind) < GRAPHICS for behind in (back - {each}) or SURFACES):
            yield f"a sign of {each} is not judged"


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_style_sheet_shows_no_pair_that_is_not_judged(file: Path) -> None:
    assert complaints(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "css",
    [
        ".a { color: var(--sk-warm); }",
        ".a { color: var(--sk-edge); }",
        ".a { color: var(--sk-on-accent); }",
        ".a { color: var(--sk-brand); }",
        ".a { color: #123456; }",
        ".a { color: color-mix(in oklch, var(--sk-ink), transparent); }",
        ".a { background: white; }",
        ".a { background: var(--sk-accent); }",
        ".a { background: var(--sk-line); }",
        ".a::before { content: '!'; background: var(--sk-accent); }",
        ".a { background: var(--sk-accent); color: var(--sk-ink); }",
        ".a { background: var(--sk-good); color: var(--sk-on-accent); }",
        "textarea { border: 1px solid var(--sk-line); }",
        ".a { border-color: var(--sk-on-accent); }",
        ".a { box-shadow: 0 0 0 1px var(--sk-paper); }",
        ".a { --own: var(--sk-accent); }",
        ".a { --sk-own: #fff; } .b { color: var(--sk-own); }",
        ".a { opacity: .6; }",
        "@media (min-width: 36rem) { .a, .b { fill: var(--sk-soft); } }",
    ],
)
def test_the_judge_of_style_sheets_sees_what_is_not_judged(css: str) -> None:
    assert complaints(css)


@pytest.mark.parametrize(
    "css",
    [
        ".a { color: var(--sk-quiet); border-bottom: 1px solid var(--sk-line); border-radius: var(--sk-round); }",
        ".a { background: var(--sk-accent); color: var(--sk-on-accent); }",
        ".a { background: var(--sk-good); color: var(--sk-paper); }",
        ".a input:checked { background: var(--sk-accent); box-shadow: inset 0 0 0 3px var(--sk-paper); }",
        ".a::before { content: ''; background: var(--sk-warm); }".replace("'", '"'),
        ".a img { background: #fff; }",
        ".a:disabled { opacity: .6; }",
        "@media print { .a { color: #000; } }",
        "@media (forced-colors: active) { .a { border-color: ButtonText; } }",
    ],
)
def test_the_judge_of_style_sheets_lets_pass_what_is_judged(css: str) -> None:
    assert complaints(css) == []


def test_every_colour_is_judged_or_decoration_and_is_used() -> None:
    judged = {token for pair in PAIRS for token in (pair.front, pair.back)}
    assert judged | DECORATION == {*Light.model_fields} == {*Dark.model_fields}
    assert not {pair.front for pair in PAIRS} & DECORATION
    everything = "".join(file.read_text(encoding="utf-8") for file in STYLES)
    assert [name for name in (*TOKENS, *MEASURES) if f"var(--sk-{name})" not in everything] == []
