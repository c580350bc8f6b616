"""What a check has to say of the settings that it was given: one definition each. Ids are never reused."""

from __future__ import annotations

from scormkit.diagnostics import Definition, Severity

UNUSED_IGNORE = Definition(
    "SK-CFG-001",
    "unused-ignore",
    Severity.INFO,
    "Every rule that is ignored is broken somewhere.\n\n"
    "A rule is ignored by `ignore` in the settings or by `--ignore`, and nothing that was checked breaks it. What is\n"
    "ignored without need hides the next package that breaks it. Take the name out, unless it is there for packages\n"
    "that were not part of this run.\n\n"
    'Bad: `ignore = ["SK-WEB"]`, long after the last finding of it was mended\n\n'
    'Good: `ignore = ["SK-WEB-003"]`, for what this course has and is meant to have',
)
UNUSED_PATH_IGNORE = Definition(
    "SK-CFG-002",
    "unused-path-ignore",
    Severity.INFO,
    "A rule that is ignored for some paths is broken there.\n\n"
    "A pattern of `per-path-ignores` matches nothing that was checked, or nothing that it matches breaks the rule.\n"
    "Patterns start from the folder of the settings file; a package and what is in it are one path, such as\n"
    "`dist/old.zip/media/film.html`. Mend the pattern, or take the name out.\n\n"
    'Bad: `"old.zip/*.html" = ["SK-WEB"]` where pages lie in folders of the package\n\n'
    'Good: `"old.zip/**/*.html" = ["SK-WEB"]`',
)
STALE_BASELINE = Definition(
    "SK-CFG-003",
    "stale-baseline",
    Severity.WARNING,
    "The baseline accepts only findings that are still there.\n\n"
    "Someone mended one of them, which is good, but as long as the baseline has it, it could come back without anyone\n"
    "hearing of it. Write the baseline again with `--write-baseline`; it should only ever shrink. Of packages that\n"
    "were not part of this run, or could not be read, and of rules that were not asked, nothing is said.\n\n"
    "Bad: a baseline from a year ago\n\n"
    "Good: `scormkit check dist --write-baseline baseline.json` after something was mended",
)
DEFINITIONS = (UNUSED_IGNORE, UNUSED_PATH_IGNORE, STALE_BASELINE)
