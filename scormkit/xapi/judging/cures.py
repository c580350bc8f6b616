"""What to do about a problem with a statement, by the clause that it breaks."""

from __future__ import annotations

_BY_CLAUSE = {
    "Data 2.2": "keep to the properties and the kinds of values that xAPI names, letter for letter; what is your own "
    "goes into extensions, and what has no value is left out",
    "Data 2.3.2": "void with an object of type StatementRef that has the id of the statement",
    "Data 2.4": "give every statement actor, verb and object",
    "Data 2.4.1": "write a UUID, such as 6f6ae9a6-3a3f-4b55-9f4d-0123456789ab",
    "Data 2.4.2": 'name the actor as an Agent, or as a Group with "objectType": "Group"',
    "Data 2.4.2.2": "give the group members, or one identifier",
    "Data 2.4.2.3": "identify the actor by exactly one of mbox (mailto:…), mbox_sha1sum, openid and account",
    "Data 2.4.2.4": "give the account a homePage (an IRI) and a name",
    "Data 2.4.3": "give the verb an id that is an absolute IRI, such as http://adlnet.gov/expapi/verbs/completed",
    "Data 2.4.4": "let the object be an Activity, Agent, Group, StatementRef or SubStatement",
    "Data 2.4.4.1": "give the activity an absolute IRI as id, and its definition what its interactionType asks for",
    "Data 2.4.5.1": "keep scaled within -1 and 1, min below max, and raw within them",
    "Data 2.4.6": "leave revision and platform to statements about activities",
    "Data 2.4.6.2": "give parent, grouping, category and other an array of activities",
    "Data 2.4.10": "leave the version out, or write that of the specification",
    "Data 2.4.11": "give the attachment usageType, display, contentType, length and sha2",
    "Data 4.1": "name the extension by an absolute IRI",
    "Data 4.2": 'write a language map, such as {"en": "completed"}, with tags of RFC 5646',
    "Data 4.3": "write an absolute IRI, such as https://www.example.org/course",
    "Data 4.5": "write UTC with milliseconds, such as 2026-01-02T03:04:05.678Z",
    "Data 4.6": "write a duration such as PT1H30M or PT12.34S",
}


def cure(clause: str) -> str:
    """What helps where this clause is broken, or where the one that it is part of is; empty where nothing is known."""
    while clause not in _BY_CLAUSE and "." in clause:
        clause = clause.rpartition(".")[0]
    return _BY_CLAUSE.get(clause, "")
