"""Markdown in pages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.utils import escapeHtml

from scormkit.course.glossary import Glossary, Term
from scormkit.course.references import Bibliography, Reference
from scormkit.course.syntax import reader
from scormkit.render.prose import is_line, paragraphs
from scormkit.render.text import Texts

REFERENCES = Bibliography(
    [
        Reference(id="vanholen2019", authors=("Van Holen", "Geys", "West"), year=2019),
        Reference(id="haans2021", authors=("Haans", "Aartsen", "Klein Entink"), year=2021, url="https://a.nl/x_y_z"),
    ]
)
TERMS = Glossary(
    [
        Term(term="opvoederschap", also=("opvoeden",), meaning="Zie *ook* [[rol]]."),
        Term(term="rol", meaning="Wat je doet."),
        Term(term="ongebruikt", meaning="Niets."),
    ]
)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Hello *you*.", "<p>Hello <em>you</em>.</p>\n"),
        ("# A\n## B\n", "<h3>A</h3>\n<h4>B</h4>\n"),
        ("### A\n", "<h3>A</h3>\n"),
        ("# A\n###### B\n", "<h3>A</h3>\n<h6>B</h6>\n"),
        ("1 < 2 & <b>", "<p>1 &lt; 2 &amp; &lt;b&gt;</p>\n"),
        ("[page](#p-two)", '<p><a href="#p-two">page</a></p>\n'),
        ("~~gone~~", "<p><s>gone</s></p>\n"),
        (
            "[out](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">out</a></p>\n',
        ),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("Woord\n: Uitleg", "<dl>\n<dt>Woord</dt>\n<dd>Uitleg</dd>\n</dl>\n"),
        ("{.kader}\nEen.", '<p class="kader">Een.</p>\n'),
        (
            "| a |\n|--:|\n| b |",
            '<table>\n<thead>\n<tr>\n<th class="sk-at-right">a</th>\n</tr>\n</thead>\n'
            '<tbody>\n<tr>\n<td class="sk-at-right">b</td>\n</tr>\n</tbody>\n</table>\n',
        ),
        ("[Oui]{lang=fr}", '<p><span lang="fr">Oui</span></p>\n'),
    ],
)
def test_blocks(text: str, html: str) -> None:
    assert Texts("nl").block(text) == html


@pytest.mark.parametrize(
    "text",
    ['[a]{onclick="x" style="y" id=p-een .sk-x}', '{#sk-main style="y"}\na', '[a]{lang="\\"><b"}', "`a`{href=x}"],
)
def test_no_other_attribute_passes(text: str) -> None:
    assert re.fullmatch(r"<p>(<(span|code)>)?a(</\w+>)?</p>\n", Texts("nl").block(text))


def test_one_line_has_no_paragraph() -> None:
    texts = Texts("nl")
    assert texts.inline('a **b** "c"') == "a <strong>b</strong> “c”"
    assert texts.inline("a & 'b'") == "a &amp; ‘b’"
    assert texts.inline("a^[b] [^1]") == "a^[b] [^1]"


def test_care_is_taken_of_text_alone() -> None:
    text = '"Zo *\'t* is" -- `"a"--` <https://a.nl/x--y> ["x"](https://a.nl/\'q\'--) \\"z\\" 80 %'
    link = ' target="_blank" rel="noopener noreferrer"'
    assert Texts("nl").block(text) == (
        "<p>“Zo <em>’t</em> is” – <code>&quot;a&quot;--</code> "
        f'<a href="https://a.nl/x--y"{link}>https://a.nl/x--y</a> '
        f"<a href=\"https://a.nl/'q'--\"{link}>“x”</a> &quot;z&quot; 80\u00a0%</p>\n"
    )
    assert Texts("nl").block("```\n'a' -- b\n```") == "<pre><code>'a' -- b\n</code></pre>\n"


def test_care_follows_the_language() -> None:
    assert Texts("de").block('"a"') == "<p>„a“</p>\n"
    assert Texts("fr").line("Quoi?") == "Quoi\u202f?"


def test_footnotes_of_many_texts_have_ids_of_their_own_and_a_way_back() -> None:
    texts = Texts("nl")
    html = texts.block("A.[^n] B.[^n]\n\n[^n]: Noot *een*.") + texts.block("C.^[Noot 'twee'.]") + texts.block("D.")
    ids = re.findall(r' id="([^"]+)"', html)
    assert ids == ["sk-noteref-1", "sk-noteref-1-2", "sk-note-1", "sk-noteref-2", "sk-note-2"]
    assert sorted(set(re.findall(r'href="#([^"]+)"', html))) == sorted(ids)
    assert 'role="doc-noteref" aria-label="Noot 1">1</a></sup>' in html
    assert 'role="doc-backlink" aria-label="Terug naar de tekst bij noot 1 (2)"' in html
    assert '<ol start="2">\n<li id="sk-note-2"><p>Noot ‘twee’.' in html
    assert 'aria-label="Back to the text at note 1"' in Texts("en").block("A.^[B.]")
    assert 'aria-label="Zurück zum Text bei Anmerkung 1"' in Texts("de").block("A.^[B.]")
    assert 'aria-label="Retour au texte, note 1"' in Texts("fr").block("A.^[B.]")


def test_citations_stand_in_the_order_of_the_list_and_are_kept() -> None:
    texts = Texts("nl", REFERENCES)
    text = "Zo [@vanholen2019, p. 24; @haans2021] en [-@vanholen2019, 24-25], @haans2021."
    said = "Zo (Haans et al., 2021; Van Holen et al., 2019, p.\u00a024) en (2019, pp.\u00a024–25), @haans2021."
    assert texts.plain(text) == said
    assert texts.cited == []
    assert texts.block(text) == f"<p>{said}</p>\n"
    assert texts.cited == ["haans2021", "vanholen2019"]
    assert texts.block("[@iemand] `[@haans2021]`") == "<p>[@iemand] <code>[@haans2021]</code></p>\n"


def test_a_citation_leads_to_the_list_where_there_is_one() -> None:
    html = Texts("nl", REFERENCES, has_list=True).inline("Zo [@haans2021].")
    assert html == 'Zo (<a class="sk-cite" href="#ref-haans2021">Haans et al., 2021</a>).'


def test_an_entry_is_set_with_its_address() -> None:
    assert Texts("nl", REFERENCES).entry("haans2021") == (
        'Haans, Aartsen, &amp; Klein Entink. (2021). <a href="https://a.nl/x_y_z" target="_blank"'
        ' rel="noopener noreferrer">https://a.nl/x_y_z</a>'
    )


@pytest.mark.parametrize(("text", "after"), [("[[rol]].", "."), ("([[rol]]), toch", "),"), ("[[rol]]?!", "?!")])
def test_what_closes_a_sentence_stays_beside_the_word_before_it(text: str, after: str) -> None:
    """A line may break around a button, even where a word and its full stop have none between them."""
    html = Texts("nl", terms=TERMS).inline(text)
    assert re.search(rf'<span class="sk-whole"><button [^>]+>rol</button>{re.escape(after)}</span>', html)


def test_a_word_stands_alone_where_a_space_or_a_letter_follows() -> None:
    texts = Texts("nl", terms=TERMS)
    for text in ("[[rol]] en", "[[rol]]len", "[[rol]]", "[[rol]] (of niet)"):
        assert "sk-whole" not in texts.inline(text)


def test_a_word_opens_its_meaning_which_stands_once_in_the_document() -> None:
    texts = Texts("nl", terms=TERMS)
    button = '<button class="sk-term" type="button" popovertarget="sk-term-opvoederschap">{}</button>'
    assert texts.inline("[[Opvoederschap]]") == button.format("Opvoederschap")
    assert texts.inline("*[[het 'samen'|opvoeden]]*") == f"<em>{button.format('het ‘samen’')}</em>"
    assert texts.inline("[[iets]]") == "[[iets]]"
    assert [term.term for term in texts.named] == ["opvoederschap"]
    html = texts.meanings()
    assert re.findall(r'<div class="sk-meaning" id="([^"]+)" popover', html) == ["sk-term-opvoederschap", "sk-term-rol"]
    assert '<dfn>rol</dfn></p>\n<p>Wat je doet.</p>\n<button class="sk-button" type="button"' in html
    assert html.count(">Sluiten</button>") == 2
    assert set(re.findall(r'popovertarget="([^"]+)"', html)) <= set(re.findall(r' id="([^"]+)"', html))


def test_plain_text_has_the_words_alone() -> None:
    text = "# Kop\n\nEen *twee*\n`drie`.[^1] [[a|rol]] [b](https://c.nl)\n\n- vier\n\n```\nvijf\n```\n\n[^1]: Noot."
    assert Texts("nl", terms=TERMS).plain(text) == "Kop\nEen twee drie. a b\nvier\nvijf"
    assert Texts("nl").plain("'Een'\ntwee\n\ndrie\n") == "‘Een’ twee\ndrie"


crumbs = st.sampled_from(
    [*" \n\"'(.)-+=:|>#1a…\u00a0", "aa ", "\n\n", "- ", "1. ", "  \n", "a: b", "*", "&amp;", "\x85"]
)
texts_ = st.one_of(st.text(), st.lists(crumbs, max_size=12).map("".join))


@given(texts_)
def test_what_goes_past_the_parser_is_read_the_same_by_it(text: str) -> None:
    if (found := paragraphs(text)) is not None:
        assert "".join(f"<p>{escapeHtml(each)}</p>\n" for each in found) == reader().render(text)
    if is_line(text):
        assert escapeHtml(text) == reader(notes=False).renderInline(text)


@given(texts_)
def test_neither_script_nor_style_gets_in(text: str) -> None:
    html = Texts("nl", REFERENCES, TERMS).block(text)
    assert not re.search(r"<script|\son\w+=|\sstyle=", html)
