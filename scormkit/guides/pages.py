"""Templates and words of the guides, and Markdown made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from scormkit.activities.contract import text_of
from scormkit.course.typography import OBJECT, typeset
from scormkit.render.words import Words, read_words

SHARED = "shared"
_CODE = re.compile(r"`[^`]*`")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$])")


def page(guide: str, language: str, view: Mapping[str, Any]) -> str:
    """A guide as Markdown. `view` is what its template shows; in English each name on a screen stands once.

    Raises FileNotFoundError for a language without words.
    """
    words = guide_words(guide, language)
    english = guide_words(guide, "en")
    text = _environment().get_template(f"{guide}/page.md").render(words=words, english=english, **view)
    # Where a template leaves something out, one empty line is left and not two.
    return re.sub(r"\n{3,}", "\n\n", text.strip()) + "\n"


@cache
def guide_words(guide: str, language: str) -> Words:
    """All that a guide says in a language, with the typographic care of that language.

    Raises FileNotFoundError for a language without words.
    """
    return MappingProxyType({**_read(SHARED, language), **_read(guide, language)})


def _read(folder: str, language: str) -> dict[str, str]:
    source = text_of(files(__package__).joinpath(folder, "words"), f"{language}.yaml")
    if source is None:
        raise FileNotFoundError(f"there are no words in the language {language}")
    return {key: _cared_for(value, language) for key, value in read_words(source).items()}


def _cared_for(text: str, language: str) -> str:
    """The text with typographic care, save for its code."""
    codes = iter(_CODE.findall(text))
    return re.sub(OBJECT, lambda _: next(codes), typeset(_CODE.sub(OBJECT, text), language))


def plain(text: str) -> str:
    """A text of the author's as Markdown that shows just that text, in one line, in a table too."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


@pass_context
def _ui(context: Context, key: str) -> str:
    """A name on the screen of an LMS: in the language of the guide and in English, each once."""
    name, english = context["words"][f"ui_{key}"], context["english"][f"ui_{key}"]
    return f"**{name}**" if name == english else f"**{name}** (*{english}*)"


@pass_context
def _say(context: Context, key: str, **values: object) -> str:
    """What a guide says under a key, filled in."""
    words: Words = context["words"]
    return words[key].format(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=False,  # noqa: S701 - Markdown; what authors wrote goes through `plain`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(lambda name: text_of(files("scormkit.guides"), name)),
    )
    environment.filters |= {"plain": plain}
    environment.globals |= {"ui": _ui, "say": _say}
    return environment
