"""What is seen in scripts and styles: literals in code, and nothing in comments, strings and patterns."""

from __future__ import annotations

import pytest

from scormkit.checking.pages.model import Script
from scormkit.checking.pages.scripts import read_script, skipped
from scormkit.checking.pages.styles import read_style
from scormkit.checking.pages.text import Text, TooMuch


def script(code: str) -> Script:
    return read_script(Text("lib/a.js", code.encode()))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("a = 'x' + \"y\";", ["'x'", '"y"']),
        (r"'it\'s' + '\\'", [r"'it\'s'", r"'\\'"]),
        ("'two\\\nlines'", ["'two\\\nlines'"]),
        ("'open\n'x'", ["'x'"]),
        ("// 'a'\n'b' /* 'c'\n'd' */", ["// 'a'", "'b'", "/* 'c'\n'd' */"]),
        ("`a ${ b['c'] } d ${`e`}` + 'f'", ["`a ${", "'c'", "} d ${", "`e`", "}`", "'f'"]),
        ("`${ {a: {b: 'c'}} }`'d'", ["`${", "'c'", "}`", "'d'"]),
        ("x = /'/; y = '/'", ["/'/", "'/'"]),
        ("x = a / b; y = 'c' / 2", ["'c'"]),
        ("return /[/'\"]/g", ["/[/'\"]/g"]),
        ("if (a) /'/.test(b); 'c'", ["/'/", "'c'"]),
        ("(a + b) / c / 'd'", ["'d'"]),
        ("}/'/.exec(a)", ["/'/"]),
        ("a++ / 2; 'b'", ["'b'"]),
        ("x = [ / 'a' ", ["'a'"]),
        ("`open 'a'", ["`open 'a'"]),
        ("/* open 'a'", ["/* open 'a'"]),
    ],
)
def test_code_is_told_from_what_is_none(code: str, expected: list[str]) -> None:
    assert [code[begin:end] for begin, end, _ in skipped(code, 0, len(code))] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('import "./b.js"', [("import", "lib/b.js")]),
        ('import{c}from"../b.js";', [("import", "b.js")]),
        ("export * from './b.js'", [("import", "lib/b.js")]),
        ("import a from 'lodash.get'", []),
        ("import('./b.js').then(c)", [("import()", "lib/b.js")]),
        ("import('./b.js' + v)", []),
        ("fetch('b.json', {})", [("fetch()", "lib/b.json")]),
        ("this.fetch('b.json')", []),
        ("new Worker('w.js')", [("new Worker()", "lib/w.js")]),
        ("i.src = 'a.png';", [(".src", "lib/a.png")]),
        ("i.src = 'a.png' + v;", []),
        ("i.src == 'a.png'", []),
        ("// fetch('b.json')\n/* import './b.js' */ `fetch('c.json')`", []),
        ("\"fetch('b.json')\"", []),
    ],
)
def test_literal_paths(code: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.syntax, one.address.path) for one in script(code).references] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("api.LMSSetValue('cmi.core.exit', 'suspend')", [("cmi.core.exit", 7)]),
        ("SetValue('cmi.location', `x`)", [("cmi.location", None)]),
        ("SetValue('cmi.location', 'a' + b)", [("cmi.location", None)]),
        ("set('cmi.suspend_data', 'a\\u0041\\n\\x41')", [("cmi.suspend_data", 4)]),
        ("scorm.get('cmi.mode')", [("cmi.mode", None)]),
        ("GetValue('cmi.objectives.' + i + '.id')", []),
        ("GetValue('cmi.objectives' + i)", []),
        ("s.startsWith('cmi.core')", []),
        ("localStorage.getItem('cmi.core')", []),
        ("names = {'cmi.a': 'cmi.b'}", []),
        ("GetValue('cmi.mode is unknown')", []),
    ],
)
def test_names_of_the_data_model(code: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(one.name, one.written) for one in script(code).names] == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("window.onunload = f", ["unload"]),
        ("window.onbeforeunload=function(){f()}", ["beforeunload"]),
        ("addEventListener('unload', f)", ["unload"]),
        ("attachEvent('onunload', f)", ["unload"]),
        ("$(window).on('beforeunload unload', f)", ["beforeunload", "unload"]),
        ("removeEventListener('unload', f)", []),
        ("window.onunload = null;", []),
        ("window.onunload = function () { };", []),
        ("window.onunload=()=>{}", []),
        ("a.onunload == f", []),
        ("// onunload = f\n'onunload = f'", []),
        ("load('unload')", []),
    ],
)
def test_handlers_of_leaving(code: str, expected: list[str]) -> None:
    assert [one.event for one in script(code).handlers] == expected


def test_words_are_found_whole_and_anywhere() -> None:
    assert script("// API\nx['API_1484_11']").words == {"API", "API_1484_11"}
    assert script("findAPI(); myLMSFinish").words == frozenset()


@pytest.mark.slow
def test_a_script_with_more_parts_than_anyone_reads_is_refused() -> None:
    with pytest.raises(TooMuch):
        script("''" * 400_001)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("p { background: url(a.png) }", [("url()", "css/a.png")]),
        ("p { background: URL( 'a b.png' ) }", [("url()", "css/a b.png")]),
        ('@import "b.css" screen;', [("@import", "css/b.css")]),
        ("@import url(../b.css);", [("url()", "b.css")]),
        ("p { src: url(a\\.png), url('\\61.png') }", [("url()", "css/a.png")]),
        ("/* url(a.png) */ p::before { content: 'url(a.png)' }", []),
        ("@namespace url(http://www.w3.org/1999/xhtml); p { fill: url(#a) }", []),
        ("p { background: url(data:image/png;base64,AAAA) }", []),
        ("p { background: url('open.png }\nq { background: url(b.png) }", [("url()", "css/b.png")]),
    ],
)
def test_styles(css: str, expected: list[tuple[str, str]]) -> None:
    read = read_style(Text("css/a.css", css.encode()))
    assert [(one.syntax, one.address.path) for one in read.references] == expected
