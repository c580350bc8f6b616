"""Every problem that a translation of a course can have: one definition each. Ids are never reused."""

from __future__ import annotations

from scormkit.diagnostics import Definition, Severity

NO_TRANSLATION = Definition(
    "SK-SRC-071",
    "translation-file-missing",
    Severity.ERROR,
    "The course is said to exist in a language, and there is no file with its texts in that language:\n"
    "`i18n/<language>.xlf` in the course folder. `scormkit i18n export --to <language>` makes it.",
)
NOT_XLIFF = Definition(
    "SK-SRC-072",
    "not-xliff",
    Severity.FATAL,
    "A translation file cannot be read. It is XLIFF 2.0 or 2.1, in UTF-8 or UTF-16, without a DOCTYPE; each unit has\n"
    "an id of its own and a source. XLIFF 1.2 is another format: have the translation tool write XLIFF 2, or let it\n"
    "begin with a file that `scormkit i18n export` made.\n\n"
    'Bad: `<xliff version="1.2" …>`\n\nGood: `<xliff version="2.0" srcLang="nl" trgLang="en" …>`',
    reference="XLIFF 2.0, 4.2",
)
OTHER_LANGUAGE = Definition(
    "SK-SRC-073",
    "translation-of-other-languages",
    Severity.ERROR,
    "A translation file says between which languages it translates (`srcLang`, `trgLang`), and these are not the\n"
    "language of the course and the one that is asked for. Mostly the file belongs to another course, or has another\n"
    "language's name.",
    reference="XLIFF 2.0, 4.3.1, srcLang and trgLang",
)
UNKNOWN_UNIT = Definition(
    "SK-SRC-074",
    "translation-of-unknown-text",
    Severity.WARNING,
    "A translation file holds translations of texts that the course does not have, by their ids or by what they say.\n"
    "The texts were removed, or the file belongs to another version of the course. `scormkit i18n export` and\n"
    "`import` keep such translations at the end of the file, from where they come back when their texts do.",
)
TRANSLATION_INCOMPLETE = Definition(
    "SK-SRC-075",
    "translation-incomplete",
    Severity.WARNING,
    "Some texts of the course have no translation yet. Learners read them in the language of the course, amid the\n"
    "other language. `scormkit i18n export --to <language>` writes a file with all texts, those that still have to be\n"
    "translated among them.",
)
TRANSLATION_OUTDATED = Definition(
    "SK-SRC-076",
    "translation-outdated",
    Severity.WARNING,
    "Some texts were changed after they had been translated. Learners read the translation of what was there before.\n"
    "After `scormkit i18n export` these texts stand in the file with the state `initial` and what they said before.\n"
    "Translate anew, or set the state to `translated` where the translation still holds.",
)
