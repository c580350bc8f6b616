"""What a part of a profile must look like, told by small checks that are put together (as in `xapi.validation`).

A check says nothing about values that are null or empty: the document as a whole is searched for those (Prof 4.0).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scormkit.hints import nearest
from scormkit.identifiers import is_iri, is_language_tag
from scormkit.xapi.validation.shapes import at, kind_of, shown


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a profile: where (JSONPath), what, the clause of part two, and a cure.

    With `advice`, the specification does not forbid it (SHOULD), or means it but cannot be judged.
    """

    path: str
    text: str
    clause: str
    cure: str = ""
    advice: bool = False

    def __str__(self) -> str:
        """Everything in one line."""
        return f"{self.path}: {self.text} (Profiles {self.clause})"


Check = Callable[[Any, str], Iterator[Fault]]


def is_void(value: Any) -> bool:
    """Whether a profile never has such a value: null, and empty texts, arrays and objects (Prof 4.0)."""
    return value is None or (isinstance(value, str | list | dict) and not value)


def record(name: str, clause: str, properties: Mapping[str, Check], required: Collection[str] = ()) -> Check:
    """An object with these properties, some of them required; others are IRIs or JSON-LD keywords (Prof 4.0)."""

    def check(value: Any, path: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault(
                path, f"{name} is an object, not {kind_of(value)}", clause, "write { and } around its properties"
            )
            return
        for key in required:
            if key not in value:
                yield Fault(path, f"{name} has no {key}", clause, f"add {key}")
        for key, member in value.items():
            where = at(path, key)
            if key in properties:
                if not is_void(member):
                    yield from properties[key](member, where)
            elif not key.startswith("@") and ":" not in key:
                guess = nearest(key, list(properties))
                cure = f"did you mean {guess}?" if guess else "write it as an absolute or compact IRI, or leave it out"
                yield Fault(where, f"{name} has no property {key!r}", "4.0", cure)

    return check


def text(
    clause: str, form: Callable[[str], bool] | None = None, what: str = "", cure: str = "write a text between quotes"
) -> Check:
    """A string, of a form where one is given; `what` completes "… is not"."""

    def check(value: Any, path: str) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(path, f"a string is expected, not {kind_of(value)}", clause, cure)
        elif form is not None and not form(value):
            yield Fault(path, f"{shown(value)} is not {what}", clause, cure)

    return check


def iri(clause: str) -> Check:
    """An absolute IRI."""
    return text(clause, is_iri, "an absolute IRI", "write an IRI with its scheme, such as https://www.example.org/name")


def one_of(clause: str, *values: str) -> Check:
    """One of these strings."""
    names = values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"

    def check(value: Any, path: str) -> Iterator[Fault]:
        if not isinstance(value, str) or value not in values:
            guess = nearest(value, values) if isinstance(value, str) else None
            yield Fault(path, f"{shown(value)} is not {names}", clause, f"write {guess or names}")

    return check


def boolean(clause: str) -> Check:
    """True or false."""

    def check(value: Any, path: str) -> Iterator[Fault]:
        if not isinstance(value, bool):
            yield Fault(
                path, f"true or false is expected, not {kind_of(value)}", clause, "write true or false, unquoted"
            )

    return check


def array(clause: str, each: Check | None = None) -> Check:
    """An array; every member passes the check."""

    def check(value: Any, path: str) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault(path, f"an array is expected, not {kind_of(value)}", clause, "write [ and ] around it")
            return
        for index, member in enumerate(value):
            if each is not None and not is_void(member):
                yield from each(member, f"{path}[{index}]")

    return check


def language_map(clause: str) -> Check:
    """Texts by language tag."""

    def check(value: Any, path: str) -> Iterator[Fault]:
        if not isinstance(value, dict):
            cure = 'write {"en": "…"}'
            yield Fault(path, f"a language map is an object, not {kind_of(value)}", clause, cure)
            return
        for tag, words in value.items():
            if tag.startswith("@"):
                continue
            if not is_language_tag(tag):
                yield Fault(
                    at(path, tag), f"{tag!r} is not a language tag", clause, "write a tag of RFC 5646, such as en"
                )
            if not isinstance(words, str) and not is_void(words):
                yield Fault(at(path, tag), f"a string is expected, not {kind_of(words)}", clause, "write a text")

    return check


def context(clause: str, wanted: str) -> Check:
    """A JSON-LD context: best this IRI; an array of contexts has to have it among them."""

    def check(value: Any, path: str) -> Iterator[Fault]:
        cure = f"write {wanted}"
        if isinstance(value, list):
            if wanted not in value:
                yield Fault(path, f"the array does not hold {wanted}", clause, f"add {wanted}")
        elif value != wanted:
            advice = isinstance(value, str)
            yield Fault(path, f"{shown(value)} is not {wanted}", clause, cure, advice)

    return check
