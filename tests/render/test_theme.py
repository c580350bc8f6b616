"""What a theme becomes in a package: style, fonts and logo."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from scormkit.course.theme import GENERIC_FAMILIES, Theme
from scormkit.render.styles import style
from scormkit.render.theme import LogoView, logo_view, paper_css, theme_css, theme_files, tokens

COMMON = sorted((Path(__file__).parents[2] / "scormkit" / "render" / "templates").glob("*.css"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Ünser Font.woff2", "bold.woff2", "logo.svg", "Logo Dark.SVG"):
        tmp_path.joinpath(name).write_bytes(name.encode())
    return tmp_path


def declarations(rule: tinycss2.ast.QualifiedRule) -> dict[str, str]:
    found = tinycss2.parse_declaration_list(rule.content, skip_whitespace=True)
    assert all(each.type == "declaration" for each in found)
    return {each.name: tinycss2.serialize(each.value).strip() for each in found}


def rules(css: str) -> list[tinycss2.ast.Node]:
    found = tinycss2.parse_stylesheet(css, skip_whitespace=True, skip_comments=True)
    assert all(each.type in ("qualified-rule", "at-rule") for each in found)
    return found


def roots(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """The tokens on all screens, and those on dark ones."""
    light, dark_media = [rule for rule in rules(css) if ":root" in rule.serialize()][:2]
    (dark,) = tinycss2.parse_rule_list(dark_media.content, skip_whitespace=True)
    return declarations(light), declarations(dark)


def test_every_token_that_the_look_is_made_of_has_a_value() -> None:
    light, dark = roots(theme_css(Theme()))
    used = {name for sheet in COMMON for name in re.findall(r"var\((--sk-[a-z-]+)", sheet.read_text(encoding="utf-8"))}
    assert used <= {*light}
    assert {*dark} == {*tokens(Theme())["dark"]}
    assert (light["color-scheme"], light["--sk-paper"], light["--sk-page"]) == ("light dark", "#fff", "#faf6f0")


def test_a_package_without_a_theme_has_the_default_one() -> None:
    assert style(frozenset({"text"})) == style(frozenset({"text"}), Theme())
    assert theme_files(Theme()) == ()
    assert logo_view(Theme()) is None


def test_a_theme_changes_what_it_says_and_no_more() -> None:
    light = {"accent": "#06C", "ink": "#2c2521"}
    theme = Theme.model_validate({"colours": {"light": light}, "corners": 0, "width": 40, "fonts": {"size": 18}})
    (light, dark), (usual, usual_dark) = roots(theme_css(theme)), roots(theme_css(Theme()))
    changed = {name: value for name, value in light.items() if value != usual[name]}
    assert changed == {"--sk-size": "112.5%", "--sk-width": "40rem", "--sk-round": "0rem", "--sk-accent": "#06c"}
    assert dark == usual_dark


def test_a_dark_colour_leaves_light_and_paper_alone() -> None:
    theme = Theme.model_validate({"colours": {"dark": {"on_accent": "#000"}}})
    (light, dark), (usual, usual_dark) = roots(theme_css(theme)), roots(theme_css(Theme()))
    assert light == usual
    assert dark == usual_dark | {"--sk-on-accent": "#000"}


def test_on_paper_all_themes_have_the_colours_of_the_default_one() -> None:
    (media,) = rules(paper_css())
    (root,) = tinycss2.parse_rule_list(media.content, skip_whitespace=True)
    assert media.serialize().startswith("@media print")
    light, _ = roots(theme_css(Theme()))
    assert declarations(root) == {name: light[name] for name in tokens(Theme())["light"]}


def test_a_list_of_fonts_goes_on_as_the_default_look_does_unless_it_ends_in_a_generic_one() -> None:
    theme = Theme.model_validate({"fonts": {"text": ["Open Sans", "sans-serif"], "headings": ["Lora", "Georgia"]}})
    light, _ = roots(theme_css(theme))
    assert light["--sk-sans"] == '"Open Sans",sans-serif'
    assert light["--sk-serif"] == '"Lora","Georgia","Iowan Old Style","Noto Serif",serif'


def test_fonts_and_logo_lie_beside_the_style_sheet_under_plain_names(folder: Path) -> None:
    files = [
        {"family": "Own", "file": folder / "Ünser Font.woff2", "up_to": 700},
        {"family": "Own", "file": folder / "bold.woff2", "weight": 800, "style": "italic"},
    ]
    logo = {"image": folder / "logo.svg", "alt": "The house", "dark": folder / "Logo Dark.SVG"}
    theme = Theme.model_validate({"fonts": {"text": ["Own"], "files": files}, "logo": logo})
    paths = [file.path for file in theme_files(theme)]
    assert paths == sorted(paths)
    names = {path.removeprefix("shared/media/").rpartition("-")[0]: path for path in paths}
    assert {*names} == {"bold", "logo-dark", "logo", "unser-font"}
    first, second = (declarations(rule) for rule in rules(theme_css(theme))[:2])
    assert first["src"] == f'url("{names["unser-font"].removeprefix("shared/")}") format("woff2")'
    assert (first["font-weight"], first["font-style"], first["font-display"]) == ("400 700", "normal", "swap")
    assert (second["font-weight"], second["font-style"]) == ("800", "italic")
    assert logo_view(theme) == LogoView(src=f"../{names['logo']}", dark=f"../{names['logo-dark']}", alt="The house")


def test_another_font_under_the_same_name_gets_another_address(folder: Path) -> None:
    file = folder / "bold.woff2"
    theme = Theme.model_validate({"fonts": {"text": ["Own"], "files": [{"family": "Own", "file": file}]}})
    before = style(frozenset({"text"}), theme)
    assert style(frozenset({"text"}), theme) == before
    file.write_bytes(b"another")
    assert style(frozenset({"text"}), theme) != before


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=30))
def test_no_name_of_a_font_breaks_out_of_the_style(family: str, file: str) -> None:
    fonts = {"text": [family], "files": [{"family": family, "file": Path("/nowhere") / "font.woff2"}]}
    try:
        theme = Theme.model_validate({"fonts": fonts})
    except ValidationError:
        assume(False)
    assume(family not in GENERIC_FAMILIES | {"-apple-system"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scormkit.render.media.MediaShelf.url", lambda self, path: f"media/{file}.woff2")
        css = theme_css(theme)
    assert css.isascii()
    face, root, _ = rules(css)
    assert (face.type, face.at_keyword, root.type) == ("at-rule", "font-face", "qualified-rule")
    written = tinycss2.parse_declaration_list(face.content)
    assert [each.name for each in written] == ["font-family", "src", "font-weight", "font-style", "font-display"]
    # What CSS cannot hold, it holds as the replacement character.
    legible = re.sub("[\0\ud800-\udfff]", "\ufffd", family)
    assert [(each.type, each.value) for each in written[0].value] == [("string", legible)]
    written = tinycss2.parse_declaration_list(root.content)
    (sans,) = (each for each in written if each.name == "--sk-sans")
    assert (sans.value[0].type, sans.value[0].value) == ("string", legible)
