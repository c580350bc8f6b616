"""The problems that profiles, and statements held against them, can have: one definition each. Ids are never reused."""

from __future__ import annotations

from scormkit.diagnostics import Definition, Severity

_PROFILES = "xAPI Profiles 1.0, part two"

NOT_JSON = Definition(
    "SK-XAPI-001",
    "not-json",
    Severity.FATAL,
    "A file of statements, or a profile, is JSON as xAPI takes it: UTF-8, every key of an object once, numbers that\n"
    "are finite. JSON lines are taken too: one statement on each line.",
    "xAPI 1.0.3, Data 2.2; Comm 1.4",
)
STATEMENT_INVALID = Definition(
    "SK-XAPI-002",
    "statement-invalid",
    Severity.ERROR,
    "A statement breaks xAPI itself, and an LRS that keeps to the specification refuses it, and with it the\n"
    "whole batch that it came in. The message names the place as a JSONPath, and the clause.\n\n"
    'Bad: `"success": "false"`\n\nGood: `"success": false`',
    "xAPI 1.0.3, Data 2; xAPI 2.0 with `--xapi-version 2.0.0`",
)
STATEMENT_ID_TWICE = Definition(
    "SK-XAPI-003",
    "statement-id-twice",
    Severity.ERROR,
    "Two statements that do not say the same have the same id. An LRS keeps the first and answers 409 to the other.\n"
    "Give each statement an id of its own. Sending one again as it was does no harm.",
    "xAPI 1.0.3, Data 2.4.1",
)
PROFILE_INVALID = Definition(
    "SK-XAPI-004",
    "profile-invalid",
    Severity.ERROR,
    "A profile breaks a MUST of the profile specification, so that other tools may refuse it or judge statements\n"
    "otherwise than it means. The message names the place as a JSONPath, and the clause.",
    _PROFILES,
)
PROFILE_UNWISE = Definition(
    "SK-XAPI-005",
    "profile-unwise",
    Severity.WARNING,
    "A profile does what the profile specification advises against (SHOULD), or what it allows but cannot be judged,\n"
    "such as patterns that nest more than a hundred deep.",
    _PROFILES,
)
RULE_BROKEN = Definition(
    "SK-XAPI-006",
    "rule-broken",
    Severity.ERROR,
    "A statement claims a profile, by the id of its version among the category activities, and a statement template\n"
    "of that profile applies to it: verb, activity types and attachments are those of the template. Then every\n"
    "rule of the template has to be followed, and this one is not.",
    f"{_PROFILES}, 5.0, 8.0, 8.1; part three, 2.1",
)
RULE_NOT_CLAIMED = Definition(
    "SK-XAPI-007",
    "rule-not-claimed",
    Severity.INFO,
    "A statement has all that makes a statement template apply to it, but does not follow the template's rules. As it\n"
    "does not claim the profile (no version id among its category activities), that is its right.",
    f"{_PROFILES}, 5.0",
)
NO_TEMPLATE = Definition(
    "SK-XAPI-008",
    "no-template",
    Severity.ERROR,
    "A statement claims a profile that has patterns, so each of its statements has to be one of a pattern, and with\n"
    "that match a statement template. None applies to this one. Often the verb is another, or a definition lacks its\n"
    "`type`. If the profile has nothing to say of the statement, leave the version id out of its category activities.",
    f"{_PROFILES}, 5.0, 9.0; part three, 2.2",
)
NO_PATTERN = Definition(
    "SK-XAPI-009",
    "no-pattern",
    Severity.ERROR,
    "The statements of one registration that claim a profile, in the order of their timestamps, have to follow one of\n"
    "its primary patterns. These follow one up to the statement that is named, and none any further. Patterns are\n"
    "greedy: what repeats takes all that it can.",
    f"{_PROFILES}, 9.0; part three, 2.2",
)
UNFINISHED = Definition(
    "SK-XAPI-010",
    "pattern-unfinished",
    Severity.INFO,
    "The statements of a registration follow a pattern of the profile so far; more has to come before it is complete.\n"
    "That is what a session in progress looks like, or one that broke off.",
    f"{_PROFILES}, 9.0; part three, 2.2",
)
NO_REGISTRATION = Definition(
    "SK-XAPI-011",
    "no-registration",
    Severity.ERROR,
    "All statements that follow a pattern share a registration. A statement that claims a profile with patterns needs\n"
    "one: `context.registration`, a UUID.",
    f"{_PROFILES}, 9.0",
)
SUBREGISTRATION_INVALID = Definition(
    "SK-XAPI-012",
    "subregistration-invalid",
    Severity.ERROR,
    "The context extension `https://w3id.org/xapi/profiles/extensions/subregistration` is an array, not empty, of\n"
    "objects with `profile`, a profile version among the category activities, and `subregistration`, a UUID of RFC\n"
    "4122. It stands in statements with a registration only.",
    f"{_PROFILES}, 9.0",
)
ORDER_UNSURE = Definition(
    "SK-XAPI-013",
    "order-unsure",
    Severity.WARNING,
    "Patterns are about an order, and the order is that of the timestamps. Where a statement has none, or two have\n"
    "the same, the order in which they were given is taken, which an LRS may not keep.",
    f"{_PROFILES}, 9.0; part three, 2.2",
)
VERSION_UNKNOWN = Definition(
    "SK-XAPI-014",
    "profile-version-unknown",
    Severity.WARNING,
    "A statement names the profile itself among its category activities, or what looks like one of its versions but\n"
    "is none that the profile lists. Only the id of a version makes a statement one of the profile, so its statements\n"
    "were not held against it.",
    f"{_PROFILES}, 5.0, 6.1",
)
VERSION_ELSEWHERE = Definition(
    "SK-XAPI-015",
    "profile-version-elsewhere",
    Severity.INFO,
    "A statement claims a version that the profile lists, but that this document does not describe: a document\n"
    "describes one version, the one that its concepts, templates and patterns name as `inScheme`. Judge the statement\n"
    "by the document of its version.",
    f"{_PROFILES}, 5.0, 8.0",
)
EXTENSION_MISPLACED = Definition(
    "SK-XAPI-016",
    "extension-misplaced",
    Severity.ERROR,
    "A profile describes an extension for one place: the context, the result, or the definition of an activity. A\n"
    "statement has it in another.",
    f"{_PROFILES}, 7.2",
)
PATTERN_NOT_FOLLOWED = Definition(
    "SK-XAPI-017",
    "pattern-not-judged",
    Severity.WARNING,
    "A primary pattern names templates or patterns that no given profile has, holds itself, or nests too deep. What\n"
    "it names cannot be matched, so that sessions may fail that would follow it. Give the other profiles as well.",
    f"{_PROFILES}, 9.0",
)
OTHER_TEMPLATE = Definition(
    "SK-XAPI-018",
    "example-of-another-template",
    Severity.ERROR,
    "A file with a statement template names the template of the profile that it is for, and has an example of it.\n"
    "That template does not apply to the example: what determines it (verb, activity types, attachments) was changed.",
    f"{_PROFILES}, 8.0",
)

DEFINITIONS = (
    NOT_JSON,
    STATEMENT_INVALID,
    STATEMENT_ID_TWICE,
    PROFILE_INVALID,
    PROFILE_UNWISE,
    RULE_BROKEN,
    RULE_NOT_CLAIMED,
    NO_TEMPLATE,
    NO_PATTERN,
    UNFINISHED,
    NO_REGISTRATION,
    SUBREGISTRATION_INVALID,
    ORDER_UNSURE,
    VERSION_UNKNOWN,
    VERSION_ELSEWHERE,
    EXTENSION_MISPLACED,
    PATTERN_NOT_FOLLOWED,
    OTHER_TEMPLATE,
)
"""All of them, in the order of their ids."""
