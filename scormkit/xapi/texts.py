"""What profiles and templates say of themselves, as language maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scormkit.render.site import Site
from scormkit.render.words import Words, folder_words
from scormkit.xapi.profile.events import Event, Subject

ENGLISH = "en"
"""Beside the languages of a course, everything that scormkit words is there in English."""

LanguageMap = dict[str, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """What is said in the languages of a course, its own first, and in English."""

    languages: tuple[str, ...]

    @classmethod
    def of(cls, sites: Sequence[Site]) -> Texts:
        """Those for a course, given in one or several languages."""
        return cls(tuple(dict.fromkeys([*(site.language for site in sites), ENGLISH])))

    def say(self, key: str, title: Mapping[str, str] | None = None) -> LanguageMap:
        """What stands under a key. `title` fills it in; where it is not in a language, it is in the course's own."""
        if not title:
            return {language: words(language)[key] for language in self.languages}
        own = next(iter(title.values()))
        return {language: words(language)[key].format(title=title.get(language, own)) for language in self.languages}


@cache
def words(language: str) -> Words:
    """All that is said in a language; in English where scormkit does not know it."""
    return folder_words(files("scormkit.xapi").joinpath("words"), language)


def titles(sites: Sequence[Site], subjects: Sequence[Subject]) -> dict[str, str]:
    """The title of a subject in each language; `subjects` are one and the same, as each site has it."""
    return {site.language: subject.title for site, subject in zip(sites, subjects, strict=True)}


def note_key(note: str, event: Event) -> str:
    """The key of the text that goes with a rule or a placeholder."""
    tracking = event.subject.tracking
    if tracking is None:
        return {"success": "success_fixed", "duration": "duration_module"}.get(note, note)
    if note == "response":
        key = f"response_{tracking.interaction}"
        return key if key in words(ENGLISH) else "response_other"
    return note
