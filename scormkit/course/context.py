"""What models ask about the course that they are read in: its files, and what its texts may name."""

from __future__ import annotations

import os.path
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import PydanticCustomError

from scormkit.activities.contract import MediaType, mistake
from scormkit.course import problems
from scormkit.course.captions import read_captions
from scormkit.course.markdown import judge
from scormkit.course.pictures import judge_picture
from scormkit.course.source import is_file, leaves, names, read_source, why_absent
from scormkit.diagnostics import Diagnostic
from scormkit.hints import did_you_mean, nearest

_SUFFIXES: dict[MediaType, tuple[str, str]] = {
    "picture": ("a picture that browsers show", "svg png jpg jpeg gif webp avif"),
    "video": ("a film that browsers play", "mp4 webm"),
    "audio": ("a recording that browsers play", "mp3 m4a ogg opus wav"),
    "captions": ("a file with captions", "vtt"),
    "font": ("a font that browsers load", "woff2"),
    "file": (
        "a file that learners can open",
        "pdf docx odt rtf xlsx ods pptx odp txt csv ics epub svg png jpg jpeg gif webp mp3 m4a mp4 webm",
    ),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What models ask about the file that they are read from: `SourceContext` of the activity contract.

    `references` and `terms` are what texts may cite and explain, `pages` the ids of the pages that they may link to,
    `topics` those of what can be covered: None where that is not known, since a file could not be read or the text can
    be shown in any module.
    """

    folder: Path
    course_folder: Path
    references: tuple[str, ...] | None = ()
    terms: tuple[str, ...] | None = ()
    pages: tuple[str, ...] | None = None
    topics: tuple[str, ...] | None = ()

    def media(self, name: str, what: MediaType) -> Path:
        """The file called `name`, seen from the folder of the file that names it; it has to be in the course folder."""
        path = Path(os.path.normpath(getattr(name, "folder", self.folder) / name))
        if "\\" in name:
            raise PydanticCustomError(
                "media_missing", "`{name}` holds a backslash", {"name": name, "hint": "write `/` between folders"}
            )
        if Path(name).is_absolute() or leaves(path, self.course_folder):
            raise PydanticCustomError("media_outside", "`{name}` leaves the course folder", {"name": name})
        if not is_file(path):
            message, hint = self._absent(path, name)
            raise PydanticCustomError("media_missing", "{message}", {"message": message, "hint": hint})
        if not _is_filled(path):
            hint = "copy it anew from where it came, and let your account read it"
            message = f"the file `{name}` is empty or cannot be read"
            raise PydanticCustomError("media_missing", "{message}", {"message": message, "hint": hint})
        meaning, suffixes = _SUFFIXES[what]
        if path.suffix.lower()[1:] not in suffixes.split():
            hint = f"use {' or '.join(', '.join(suffixes.split()).rsplit(', ', 1))}"
            raise PydanticCustomError(
                "media_type", "`{name}` is not {meaning}", {"name": name, "meaning": meaning, "hint": hint}
            )
        if what == "picture" and (problem := judge_picture(path)):
            raise mistake(problem.definition, problem.message, problem.hint)
        if what == "captions":
            _judge_captions(path, name)
        return path

    def _absent(self, path: Path, name: str) -> tuple[str, str | None]:
        """What to say of a file that is not there, and the file that may have been meant."""
        if not name:
            return "no file is named", None
        if "://" in name:
            return f"`{name}` is an address, and not a file of the course", "download it into the course folder"
        message = f"there is no file `{name}`"
        if hint := why_absent(path):
            return message, hint
        found = self._elsewhere(path)
        return message, f"did you mean `{found}`?" if found else None

    def _elsewhere(self, path: Path) -> str | None:
        """The file that may have been meant: one of nearly that name beside it, or of that very name in the course."""
        guess = nearest(path.name, [each for each in names(path.parent) if each != path.name])
        if guess:
            return Path(os.path.relpath(path.with_name(guess), self.folder)).as_posix()
        same = (each for each in sorted(self.course_folder.rglob("*")) if each.name == path.name and is_file(each))
        return next((Path(os.path.relpath(each, self.folder)).as_posix() for each in same), None)

    def markdown(self, text: str) -> None:
        """Judge a Markdown text; all that is wrong with it comes in one error, under `problems`."""
        if found := judge(text, self.references, self.terms, self.pages):
            raise PydanticCustomError("markdown", "the text has problems", {"problems": found})

    def topic(self, name: str) -> None:
        """Judge the name of a topic: it has to be among those that the course declares."""
        if self.topics is not None and name not in self.topics:
            hint = did_you_mean(name, self.topics, "declare it in course.yaml: `topics: [{id: …, title: …}]`")
            raise mistake(problems.UNKNOWN_TOPIC, f"the course declares no topic `{name}`", hint)


def _is_filled(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return bool(stream.read(1))
    except OSError:
        return False


def _judge_captions(path: Path, name: str) -> None:
    source = read_source(path, name)
    if isinstance(source, Diagnostic):
        raise mistake(problems.CAPTIONS, f"`{name}`: {source.message}", source.hint or "save it as UTF-8 text")
    wrong = read_captions(source.text).problems
    if wrong:
        more = f", and {len(wrong) - 1} more like it" if len(wrong) > 1 else ""
        raise mistake(problems.CAPTIONS, f"`{name}`, line {wrong[0].line}: {wrong[0].message}{more}", wrong[0].hint)
