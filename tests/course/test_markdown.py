"""What may not stand in a text, and where it is told."""

import pytest

from scormkit.course.markdown import judge

REFERENCES = ["haans2021", "vanholen2019"]
TERMS = ["gedeeld opvoederschap", "inspringtheater"]


@pytest.mark.parametrize(
    "text",
    [
        "Gewoon een zin.",
        "[uit](https://example.org) en [terug](#p-een) en <mailto:a@b.nl>",
        "Zie [@haans2021, p. 24; @vanholen2019] en [-@haans2021].",
        "Een [[Gedeeld Opvoederschap]] en [[theater|inspringtheater]].",
        "@los, a@b.nl, \\[@niets], \\[[niets]], `[@niets] [[niets]] <b> {style=x}`",
        "```\n[@niets] [[niets]] <b>\n```",
        "[Bonjour]{lang=fr .groot} en `code`{.x}",
        "{.kader}\nEen alinea {met haken}.",
        "Zo.[^1] En zo.^[Ook *zo*.]\n\n[^1]: Maar niet altijd.",
        "Woord\n: Uitleg",
    ],
)
def test_lets_through(text: str) -> None:
    assert judge(text, REFERENCES, TERMS, ["een"]) == ()


@pytest.mark.parametrize(
    ("text", "id_", "line", "fragment", "hint"),
    [
        ("a\nb <i>c</i>", "SK-SRC-040", 1, "<i>", "Markdown"),
        ("![x](y.png)", "SK-SRC-041", 0, "y.png", "figure"),
        ("[x](y.pdf)", "SK-SRC-042", 0, "y.pdf", "https://"),
        ("[x](#p-wee)", "SK-SRC-042", 0, "#p-wee", "`#p-twee`"),
        ("[x](#p-niets)", "SK-SRC-042", 0, "#p-niets", "een, twee"),
        ("a\nb\n[@haans2012]", "SK-SRC-043", 2, "@haans2012", "`haans2021`"),
        ("[@haans2021; -@iemand, p. 3]", "SK-SRC-043", 0, "@iemand", "references"),
        ("# Kop\n\n[[gedeelt opvoederschap]]", "SK-SRC-044", 2, "[[gedeelt opvoederschap]]", "`gedeeld opvoederschap`"),
        ("| a |\n|---|\n| [[a\\|xyz]] |", "SK-SRC-044", 2, "[[a|xyz]]", "glossary"),
        ('[a]{onclick="x()"}', "SK-SRC-045", 0, "x()", "class"),
        ("a\n\n{#p-een}\nb", "SK-SRC-045", 3, "p-een", "class"),
        ("[a]{.sk-hidden}", "SK-SRC-045", 0, "sk-hidden", "sk-"),
        ('`a`{lang="\\"><b"}', "SK-SRC-045", 0, '\\"><b', "nl-BE"),
        ("a\nb[^1]", "SK-SRC-046", 1, "[^1]", "`[^1]:`"),
        ("a\n\n[^1]: b", "SK-SRC-046", 2, "[^1]:", "`[^1]`"),
        ("a^[b <i>c</i>]", "SK-SRC-040", 0, "<i>", "Markdown"),
        ("a^[b [@x]]", "SK-SRC-043", 0, "@x", "references"),
        ("a[^1]\n\n[^1]: b [c](d.pdf)", "SK-SRC-042", 2, "d.pdf", "https://"),
    ],
)
def test_tells_what_and_where(text: str, id_: str, line: int, fragment: str, hint: str) -> None:
    (problem,) = judge(text, REFERENCES, TERMS, ["een", "twee"])
    assert (problem.definition.id, problem.line, problem.fragment) == (id_, line, fragment)
    assert hint in problem.hint


def test_without_references_or_glossary_nothing_can_be_named() -> None:
    (cited,), (named,) = judge("[@haans2021]"), judge("[[inspringtheater]]")
    assert (cited.definition.alias, named.definition.alias) == ("unknown-reference", "unknown-term")


def test_all_that_is_wrong_with_a_text_comes_at_once() -> None:
    found = judge('a <a href="x">b</a> <b>c</b>\n\n[[niets]] [@niets] [x](y.pdf)')
    assert [(each.line, each.fragment) for each in found] == [
        (0, '<a href="x">'),
        (0, "<b>"),
        (2, "[[niets]]"),
        (2, "@niets"),
        (2, "y.pdf"),
    ]


def test_where_the_pages_are_not_known_a_link_to_one_is_let_through() -> None:
    assert judge("[x](#p-niets)") == ()
