"""Shorter names in scripts, and fewer characters: what runs is the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scormkit.render.shortening import renamed, shortened
from scormkit.render.tightening import tightened

NODE = Path(sys.executable).with_name("node")

SAME = {
    "parameters and what closes over them": "const add = (one) => (other) => one + other; out(add(1)(2));",
    "a name that means another thing further in": "const n = 1; { const n = 2; out(n); } out(n);",
    "short names that are there already": "const long = 1, a = 2; { const b = a + long; out(a, b, long); }",
    "names from outside": "const parse = (text) => JSON.parse(text); out(parse('[1]'), typeof window);",
    "objects made of names": "const x1 = 1, rest = { x1, y: x1 }; out(rest.x1, rest.y, Object.keys(rest));",
    "patterns": "const { one, two: [second], ...others } = { one: 1, two: [2], three: 3 }; out(one, second, others);",
    "patterns with other values": "const read = ({ size = 3, name: called = 'n' } = {}) => size + called; out(read());",
    "what is caught": "try { throw 1; } catch (error) { const code = error; out(code, error); }",
    "loops": "for (const [key, value] of Object.entries({ k: 1 })) out(key, value); for (let n = 0; n < 2;"
    " n += 1) out(n);",
    "classes": "class Box { #held = 1; get held() { return this.#held; } static of(held) { return new Box(held); } }"
    " out(Box.of(1).held, new (class Inner extends Box {})().held);",
    "functions before they stand there": "out(later(2)); function later(much) { return deeper(much); }"
    " function deeper(much) { return much * 2; }",
    "templates": "const name = 'n'; out(`${name} ${((name) => `<${name}>`)('inner')} name`);",
    "labels and properties": "const held = { held: { held: 1 } }; outer: for (;;) { out(held.held.held);"
    " break outer; }",
    "a switch": "switch (1) { case 1: { const held = 'one'; out(held); break; } default: }",
    "a parameter and a name in the body": "const f = (first, second) => { const third = first + second;"
    " return third; }; out(f(1, 2));",
    "a function with a name of its own": "const f = function again(n) { return n ? again(n - 1) + n : 0; }; out(f(3));",
    "declarations in a row": "const one = 1; const { two } = { two: 2, }; let three = [3, , ]; let six;"
    " for (let n = 0; n < 1; n += 1) { const four = 4; const five = [one, two,]; out(four, five, three.length, n,); }"
    " const seven = [, ]; out(six, seven);",
    "what was told its type": "const held = ([1]); const at = (held.at); for (const one of (held)) out(one);"
    " const f = async (one) => (one); const box = { inner: (held) }; (box).inner = (held);"
    " out(new (box).inner.constructor(2).length, (() => { return(box.inner); })(), (box?.none)?.more,"
    " (box.none ?? 3) + 1, typeof(held), typeof (one => one), typeof f, typeof at);",
    "values that have signs": "const f = (one = undefined) => { if (one) return true; return false; };"
    " out(f(), f(1), typeof true, typeof undefined, true.toString(), `${true}`, { true: 1 }.true, !true, true + true,"
    " [undefined, false], true ? 1 : 2); switch (true) { case true: out('in'); } const { n = false } = {}; out(n);",
    "the ends of blocks": "const f = (n) => { if (n) out(n); else { while (n++ < 2); }"
    " for (const x of [n]) if (x) out(x); }; f(0); f(1);",
    "regular expressions": "const digits = /(?<digits>\\d+)/; out('a12'.replace(digits, (found) => `[${found}]`));",
}


def said(script: str) -> str:
    run = f"const out = (...values) => console.log(JSON.stringify(values));\n{script}"
    return subprocess.run([NODE, "-e", run], capture_output=True, text=True, check=True).stdout


def test_what_runs_is_the_same() -> None:
    scripts = [f"(() => {{ {script} }})();" for script in SAME.values()]
    short = [shortened(script) for script in scripts]
    tight = [tightened(script) for script in short]
    # A block each, so that one process runs all.
    assert said("\n".join(scripts)) == said("\n".join(short)) == said("\n".join(tight))
    lengths = [[len(one) for one in versions] for versions in zip(scripts, short, tight, strict=True)]
    assert all(one >= other >= third for one, other, third in lengths)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("const kept = (much, more) => much + more;", "const kept = (a, b) => a + b;"),
        ("const f = (one) => (two) => one + two;", "const f = (a) => (b) => a + b;"),
        (
            "const f = (one) => [() => { const x = 1; return x; }, (two) => two];",
            "const f = (a) => [() => { const a = 1; return a; }, (a) => a];",
        ),
        ("const f = (part) => ({ part, other: part });", "const f = (a) => ({ part:a, other: a });"),
        ("const f = (a1) => a + a1;", "const f = (b) => a + b;"),
        ("const f = ({ part }) => part.part;", "const f = ({ part:a }) => a.part;"),
    ],
)
def test_each_scope_has_the_shortest_names_that_mean_nothing_else_in_it(script: str, expected: str) -> None:
    assert shortened(script) == expected


def test_what_is_no_script_is_refused() -> None:
    with pytest.raises(ValueError, match="not JavaScript"):
        shortened("const = 1;")


def test_names_outside_of_functions_get_an_ending_and_those_from_elsewhere_their_own() -> None:
    script = "const a = {b, c, Math}; function b(a) { return a + c + d(); } class E { c() { return new E(a); } }"
    joined, own = renamed(script, "$1", {"c": "c$0", "d": "z$0"})
    assert joined == (
        "const a$1 = {b:b$1, c:c$0, Math}; function b$1(a) { return a + c$0 + z$0(); }"
        " class E$1 { c() { return new E$1(a$1); } }"
    )
    assert own == {"a": "a$1", "b": "b$1", "E": "E$1"}


def test_what_says_nothing_to_a_browser_goes() -> None:
    script = """(()=>{const a=b["skOne"]?.["two"]["3"]["x y"];for(const c of a){f(c);}for(;;){break;}return a;})();"""
    assert tightened(script) == (
        """(()=>{let a=b.skOne?.two["3"]["x y"];for(let c of a){f(c)}for(;;){break}return a})();"""
    )
    assert tightened("if(a){while(b());}class C{d=1;}") == "if(a){while(b());}class C{d=1;}"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("const a=1;let{b}=c;const d=[];e();const f=g;", "let a=1,{b}=c,d=[];e();let f=g;"),
        ("for(let a=0;a<1;a++){let b=a;const c=b;d(c);}", "for(let a=0;a<1;a++){let b=a,c=b;d(c)}"),
        ("a({b,c,},[d,],[e,,],[,],...f,);", "a({b,c},[d],[e,,],[,],...f);"),
        ("const{a,}=b,[c,]=d;function e(f,){}", "let{a}=b,[c]=d;function e(f){}"),
        ("f=()=>{if(a)b();else for(c of d)e();};", "f=()=>{if(a)b();else for(c of d)e()};"),
        ("f=async(a)=>(b.c);g=(a,b)=>(a,b);h=({a})=>a;", "f=async a=>b.c;g=(a,b)=>(a,b);h=({a})=>a;"),
        (
            "return_=(a);(b).c=(d());for(e of(f));if((g))h((i),(j+k));",
            "return_=a;b.c=d();for(e of f);if((g))h(i,(j+k));",
        ),
        (
            "a=true;b=[false,undefined];return_(true.c,undefined?.d,false**e,-true,a===undefined);",
            "a=!0;b=[!1,void 0];return_(true.c,undefined?.d,false**e,-!0,a===void 0);",
        ),
        (
            "()=>{return true;};()=>{return undefined;};a({true:b,c:typeof false});",
            "()=>{return!0};()=>{return void 0};a({true:b,c:typeof!1});",
        ),
        (
            'a=(b)=>({c:1}.c);d=()=>(function(){}.e());for((f.g)of h);for((i)in(j.k));(l)=m;1["toFixed"](1);',
            'a=b=>({c:1}.c);d=()=>(function(){}.e());for((f.g)of h);for((i)in j.k);(l)=m;1["toFixed"](1);',
        ),
        ("()=>{return(a);};(a?.b).c;(a.b).c;(a)();!(a);", "()=>{return a};(a?.b).c;(a.b).c;(a)();!(a);"),
    ],
)
def test_what_only_writers_and_the_type_check_need_goes(script: str, expected: str) -> None:
    assert tightened(script) == expected
