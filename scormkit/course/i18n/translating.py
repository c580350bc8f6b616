"""Puts a translation in the place of the course's own texts, before the course is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from scormkit.course.i18n.entry import Entry
from scormkit.course.i18n.memory import Matches, Status, match
from scormkit.course.i18n.problems import TRANSLATION_INCOMPLETE, TRANSLATION_OUTDATED, UNKNOWN_UNIT
from scormkit.course.i18n.reading import Translation
from scormkit.course.i18n.texts import Part, Text, change_texts, plain, texts
from scormkit.course.source import Mark
from scormkit.course.tree import Node
from scormkit.diagnostics import Diagnostic, Location

_NAMED = 3
"""How many texts a problem names."""
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")


@dataclass(frozen=True, slots=True)
class Translated:
    """A course in another language, as parts of it that are still to be judged, and what is worth saying of it.

    `modules` are translated as they are asked for, and can be gone through once.
    """

    about: Part
    modules: Iterator[Part]
    remarks: tuple[Diagnostic, ...]


def translate(about: Part, modules: Iterable[Part], translation: Translation, language: str) -> Translated:
    """`course.yaml` and the modules, which are gone through twice, in that language.

    A text without translation stays as it is. A translated text has its place in the translation file.
    """
    matches = match(texts(chain([about], modules)), translation.entries)
    chosen = {each.text.id: each.entry for each in matches.all}

    def change(text: Text, node: Node) -> Node:
        entry = chosen[text.id]
        return node if entry is None else _translated(text, node, entry)

    def translated(part: Part) -> Part:
        return replace(part, tree=change_texts(part, change))

    remarks = tuple(_remarks(matches, translation, language))
    return Translated(_in_language(translated(about), language), map(translated, modules), remarks)


def own_text(text: Text, target: str) -> str:
    """A translation as it takes its text's place: one line where that is one line, without blanks around it."""
    target = plain(target)
    if not text.markdown:
        return _LINE_END.sub(" ", target.strip())
    # A tool may have put the text on a line of its own; blanks before a text would make it code in Markdown.
    return target if text.source[:1].isspace() else target.lstrip()


def _translated(text: Text, node: Node, entry: Entry) -> Node:
    if entry.file is None or entry.target is None:
        return node
    lost = len(entry.target) - len(entry.target.lstrip()) if not text.source[:1].isspace() else 0
    first = entry.place.line + entry.target[:lost].count("\n")
    return Node(entry.file, entry.place, own_text(text, entry.target), first=first if text.markdown else None)


def _in_language(part: Part, language: str) -> Part:
    """The course file as that of a course that is written in this language."""
    if not isinstance(part.tree.value, dict):
        return part
    values = {key: node for key, node in part.tree.value.items() if key != "translations"}
    if "language" in values:
        values["language"] = replace(values["language"], value=language)
    return replace(part, tree=replace(part.tree, value=values))


def _remarks(matches: Matches, translation: Translation, language: str) -> Iterator[Diagnostic]:
    file, known = translation.file, {each.text.id for each in matches.all}
    unknown = [entry for entry in matches.unused if not entry.kept and entry.id not in known]
    if unknown:
        names = _names(each.id for each in unknown)
        message = f"{_count(len(unknown), 'translation is', 'translations are')} of no text in the course: {names}"
        hint = f"`scormkit i18n export --to {language}` puts them aside, in case the texts come back"
        yield file.problem(UNKNOWN_UNIT, unknown[0].place, message, hint)
    if missing := matches.of(Status.MISSING):
        names = _names(each.text.id for each in missing)
        of = _count(len(matches.all), "text is", "texts are")
        message = f"{len(missing)} of {of} not translated into `{language}`: {names}"
        hint = f"`scormkit i18n export --to {language}` adds what is new; then translate it"
        yield TRANSLATION_INCOMPLETE.at(Location(file.display), message, hint=hint)
    if outdated := matches.of(Status.OUTDATED):
        names = _names(each.text.id for each in outdated)
        what = _count(len(outdated), "text has", "texts have")
        message = f"{what} changed since the translation into `{language}`: {names}"
        hint = f"`scormkit i18n export --to {language}` marks them; then translate them anew"
        entry = outdated[0].entry
        yield file.problem(TRANSLATION_OUTDATED, entry.place if entry else Mark(1, 1), message, hint)


def _count(number: int, one: str, more: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {more}"


def _names(ids: Iterable[str]) -> str:
    names = list(ids)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(f"`{each}`" for each in names[:_NAMED]) + more
