"""Templates: the frame's own, those of kinds of activity, and what all of them can do with a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from scormkit.activities.contract import part_folder, text_of
from scormkit.activities.registry import kinds
from scormkit.render.text import Texts


@pass_context
def _markdown(context: Context, text: str) -> Markup:
    texts: Texts = context["texts"]
    return texts.block(text)


@pass_context
def _markdown_inline(context: Context, text: str) -> Markup:
    texts: Texts = context["texts"]
    return texts.inline(text)


@pass_context
def _line(context: Context, text: str) -> str:
    texts: Texts = context["texts"]
    return texts.line(text)


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        loader=FunctionLoader(_source),
    )
    environment.filters |= {
        "markdown": _markdown,
        "markdown_inline": _markdown_inline,
        "line": _line,
        "packed": packed,
    }
    return environment


def packed(values: Iterable[str]) -> str:
    """Texts as one attribute that the player takes apart again: each encoded as in a URL, joined by blanks."""
    return " ".join(quote(value, safe="") for value in values)


def _source(name: str) -> str | None:
    """The frame's own templates, and the macros that kinds share as `<part>/macros.html`."""
    folder, _, file = name.rpartition("/")
    return text_of(part_folder(folder) if folder else files("scormkit.render").joinpath("templates"), file)


@cache
def template(name: str) -> Template:
    """A template of the frame or of a part."""
    return _environment().get_template(name)


@cache
def kind_template(kind: str) -> Template:
    """The template of a kind of activity."""
    return _environment().from_string(kinds()[kind].text("template.html") or "")
