"""Out to translators and back: what `scormkit i18n export` and `import` do.

Nothing is lost on the way: a translation whose text was changed stays with it, marked; one whose text is gone is put
aside at the end of the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import NamedTemporaryFile

from scormkit.course.i18n.entry import Entry
from scormkit.course.i18n.memory import Matches, Status, match
from scormkit.course.i18n.problems import TRANSLATION_INCOMPLETE, TRANSLATION_OUTDATED
from scormkit.course.i18n.reading import Translation, read_translation
from scormkit.course.i18n.texts import texts
from scormkit.course.i18n.writing import write
from scormkit.course.reading import CourseFiles, judge, judge_translation, read_files, translation_file
from scormkit.diagnostics import Diagnostic, Report


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came of an export or an import: `file` is what was written, None where `report` holds an error.

    `unknown` are the ids of translations that came in and belong to no text of the course; `listed` says whether the
    course names the language among its `translations`.
    """

    language: str
    file: Path | None
    report: Report
    matches: Matches = field(default_factory=lambda: Matches((), ()))
    unknown: tuple[str, ...] = ()
    listed: bool = True

    def count(self, status: Status) -> int:
        """How many texts stand so in this language."""
        return len(self.matches.of(status))


def languages(course: str | os.PathLike[str]) -> tuple[str, ...]:
    """The languages that the course says it is translated into."""
    return tuple(dict.fromkeys(str(node.value) for node in read_files(course).translations))


def export(course: str | os.PathLike[str], language: str, output: Path | None = None) -> Exchanged:
    """Write all texts of the course, with what is translated already, to `output` or else to the course's own file.

    Raises OSError where the file cannot be written, and ValueError where the course is written in that language.
    """
    files = read_files(course).kept()
    report = judge(files).report
    stored = _stored(files, language)
    if isinstance(stored, Diagnostic):
        report += Report.of([stored])
    if report.has_errors or isinstance(stored, Diagnostic):
        return Exchanged(language, None, report)
    _refuse_own(files, language)
    matches = match(texts(files.parts), stored)
    file = output or translation_file(files, language)
    _write(file, files, language, matches)
    return Exchanged(language, file, Report(), matches, listed=_is_listed(files, language))


def bring_in(course: str | os.PathLike[str], given: Sequence[Path]) -> tuple[Exchanged, ...]:
    """Take what translators sent into the course's own files: one result for each language.

    Of two translations of one text that are both up to date, that of the earlier file counts, and the course's own
    last. A file is taken in whole or not at all: where a translated text has an error, nothing is written for its
    language. Raises OSError where a file cannot be read or written.
    """
    files = read_files(course).kept()
    own = judge(files)
    if own.report.has_errors:
        return (Exchanged("", None, own.report),)
    translations: dict[str, list[Translation]] = {}
    refused = []
    for path in given:
        read = read_translation(path, path.as_posix())
        wrong = read if isinstance(read, Diagnostic) else read.fits(str(files.language), None)
        if wrong:
            refused.append(wrong)
        elif isinstance(read, Translation):
            translations.setdefault(str(read.target).partition("-")[0].lower(), []).append(read)
    if refused:
        return (Exchanged("", None, Report.of(refused)),)
    for language in translations:
        _refuse_own(files, language)
    return tuple(_bring_in(files, language, each) for language, each in translations.items())


def _bring_in(files: CourseFiles, language: str, given: Sequence[Translation]) -> Exchanged:
    stored = _stored(files, language)
    if isinstance(stored, Diagnostic):
        return Exchanged(language, None, Report.of([stored]))
    entries = [entry for each in given for entry in _settled(each.entries, stored)]
    matches = match(texts(files.parts), [*entries, *stored])
    known, new = {each.text.id for each in matches.all}, {id(entry) for entry in entries}
    strangers = (entry for entry in matches.unused if id(entry) in new and not entry.kept)
    unknown = tuple(entry.id for entry in strangers if entry.id not in known)
    whole = replace(given[0], entries=(*entries, *stored))
    judged = judge_translation(files, whole, language).report
    # What is missing and what is outdated is counted in the summary.
    report = Report(tuple(each for each in judged if each.id not in _COUNTED))
    result = Exchanged(language, None, report, matches, unknown, _is_listed(files, language))
    if report.has_errors:
        return result
    file = translation_file(files, language)
    _write(file, files, language, matches)
    return replace(result, file=file)


_COUNTED = (TRANSLATION_INCOMPLETE.id, TRANSLATION_OUTDATED.id)


def _settled(entries: Iterable[Entry], stored: Iterable[Entry]) -> Iterable[Entry]:
    """The entries, in which an outdated translation that was changed is one no more, whatever the tool says."""
    before = {entry.id: entry for entry in stored if not entry.kept}
    for entry in entries:
        old = before.get(entry.id)
        # Where the course has an up-to-date translation by now, the one that comes in is what it was before that.
        waiting = old is not None and (old.outdated or old.source != entry.source)
        changed = entry.outdated and waiting and old is not None and entry.target != old.target
        yield replace(entry, state="translated", sub_state=None, previous=None) if changed else entry


def _stored(files: CourseFiles, language: str) -> tuple[Entry, ...] | Diagnostic:
    """What the course's own file for a language holds; nothing where there is no such file."""
    file = translation_file(files, language)
    if files.about is None or not file.is_file():
        return ()
    read = read_translation(file, file.as_posix())
    if isinstance(read, Diagnostic):
        return read
    return read.fits(str(files.language), language) or read.entries


def _refuse_own(files: CourseFiles, language: str) -> None:
    if language == files.language:
        raise ValueError(f"the course is written in {language}")


def _is_listed(files: CourseFiles, language: str) -> bool:
    return any(node.value == language for node in files.translations)


def _write(file: Path, files: CourseFiles, language: str, matches: Matches) -> None:
    """Write the file whole or not at all."""
    content = write(str(files.language), language, {part.id: part.original for part in files.parts}, matches)
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as stream:
        temporary = Path(stream.name)
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            temporary.chmod(0o644)
            temporary.replace(file)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
