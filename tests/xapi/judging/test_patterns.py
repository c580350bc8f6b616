"""Patterns against statements, told by the names of their templates."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.xapi.judging.model import Pattern
from scormkit.xapi.judging.patterns import MAX_DEPTH, PatternError, best, match

COUNT = {"+": "oneOrMore", "*": "zeroOrMore", "?": "optional"}


def patterns(**given: str) -> dict[str, Pattern]:
    """`p="a b"` is a sequence, `p="a|b"` alternates, `p="a+"`, `p="a*"` and `p="a?"` the rest."""
    found = {}
    for name, text in given.items():
        if text[-1] in COUNT:
            found[name] = Pattern(name, COUNT[text[-1]], (text[:-1],))
        elif "|" in text:
            found[name] = Pattern(name, "alternates", tuple(text.split("|")))
        else:
            found[name] = Pattern(name, "sequence", tuple(text.split()))
    return found


def follow(statements: str, **given: str):
    known = patterns(**given)
    return match(known["p"], known, [{each} for each in statements.split()])


@pytest.mark.parametrize(
    ("given", "statements", "outcome", "taken", "verdict"),
    [
        ({"p": "a b"}, "a b", "success", 2, "success"),
        ({"p": "a b"}, "a", "partial", 1, "partial"),
        ({"p": "a b"}, "", "partial", 0, "partial"),
        ({"p": "a b"}, "b a", "failure", 0, "failure"),
        ({"p": "a b"}, "a b a", "success", 2, "failure"),
        ({"p": "a|b"}, "b", "success", 1, "success"),
        ({"p": "a|b"}, "c", "failure", 0, "failure"),
        ({"p": "a|b"}, "", "partial", 0, "partial"),
        ({"p": "a|q", "q": "a b"}, "a b", "success", 2, "success"),  # the longest counts
        ({"p": "a|q", "q": "a b"}, "a", "success", 1, "success"),
        ({"p": "c|q", "q": "a b"}, "a", "partial", 1, "partial"),
        ({"p": "a+"}, "a a a", "success", 3, "success"),
        ({"p": "a+"}, "", "partial", 0, "partial"),
        ({"p": "a+"}, "b", "failure", 0, "failure"),
        ({"p": "q+", "q": "a b"}, "a b a b", "success", 4, "success"),
        ({"p": "q+", "q": "a b"}, "a b a", "partial", 2, "partial"),
        ({"p": "q+", "q": "a b"}, "a", "partial", 1, "partial"),
        ({"p": "a*"}, "", "success", 0, "success"),
        ({"p": "a*"}, "a a", "success", 2, "success"),
        ({"p": "a*"}, "b", "success", 0, "failure"),
        ({"p": "q*", "q": "a b"}, "a b a", "partial", 2, "partial"),
        ({"p": "q*", "q": "a b"}, "a", "partial", 0, "partial"),  # "success" by the letter of the pseudocode
        ({"p": "a?"}, "", "success", 0, "success"),
        ({"p": "a?"}, "a", "success", 1, "success"),
        ({"p": "q?", "q": "a b"}, "a", "partial", 1, "partial"),
        ({"p": "q b", "q": "a?"}, "b", "success", 1, "success"),
        ({"p": "q a", "q": "a*"}, "a a", "partial", 2, "partial"),  # greedy: nothing is given back
        ({"p": "q a b", "q": "a+"}, "a b", "failure", 0, "failure"),
        ({"p": "q c", "q": "a|r", "r": "a b"}, "a c", "success", 2, "success"),
        ({"p": "q*", "q": "r?", "r": "a b"}, "c", "success", 0, "failure"),  # nothing is repeated without end
    ],
)
def test_outcomes(given, statements, outcome, taken, verdict):
    found = follow(statements, **given)
    assert (found.outcome, found.taken, found.verdict) == (outcome, taken, verdict)


@pytest.mark.parametrize(
    ("given", "statements", "reached", "expected"),
    [
        ({"p": "a q c", "q": "b?"}, "a x", 1, ("b", "c")),
        ({"p": "a q c", "q": "b*"}, "a b b x", 3, ("b", "c")),
        ({"p": "a b"}, "a", 1, ("b",)),
        ({"p": "a b"}, "a b a", 2, ()),
        ({"p": "q|r", "q": "a b", "r": "a c d"}, "a c x", 2, ("d",)),
        ({"p": "a q", "q": "b*"}, "a b", 2, ("b",)),
        ({"p": "q|a", "q": "a a b"}, "a a", 1, ()),  # of an alternative that was not taken, the end tells nothing
        ({"p": "r c", "r": "q|a", "q": "a a b"}, "a a", 1, ("c",)),
    ],
)
def test_how_far_it_went_and_what_could_have_come(given, statements, reached, expected):
    found = follow(statements, **given)
    assert (found.reached, found.expected) == (reached, expected)


def test_a_statement_may_be_of_several_templates():
    known = patterns(p="a b")
    assert match(known["p"], known, [{"x", "a"}, {"b", "y"}]).verdict == "success"


def test_the_best_of_several_is_the_one_that_goes_furthest():
    known = patterns(p="a x", q="a b x", r="a b c d")
    found = best(match(each, known, [{"a"}, {"b"}, {"y"}]) for each in known.values())
    assert (found.pattern.id, found.reached) == ("q", 2)
    assert best(match(each, known, [{"a"}, {"b"}, {"c"}]) for each in known.values()).pattern.id == "r"
    assert best([]) is None


def test_of_those_that_go_equally_far_the_one_that_could_have_gone_on_best_tells_most():
    known = patterns(one="a b", any="a|c|d")
    found = best(match(each, known, [{"x"}]) for each in known.values())
    assert (found.pattern.id, set(found.expected)) == ("any", {"a", "c", "d"})


@pytest.mark.parametrize("given", [{"p": "a p"}, {"p": "q?", "q": "r+", "r": "a|q"}])
def test_a_pattern_within_itself_is_refused(given):
    with pytest.raises(PatternError, match="within itself"):
        follow("a", **given)


def test_a_pattern_may_stand_twice():
    assert follow("a b c a b", p="q c q", q="a b").verdict == "success"


def test_deep_patterns_are_refused_and_less_deep_ones_followed():
    chain = {f"p{level}": f"p{level + 1} x" for level in range(MAX_DEPTH - 1)}
    deepest = {f"p{MAX_DEPTH - 1}": "a x"}
    assert follow("a", p="a x", **chain, **deepest).verdict == "partial"
    known = patterns(**chain, **deepest)
    assert match(known["p0"], known, [{"a"}]).verdict == "partial"
    with pytest.raises(PatternError, match="100 deep"):
        follow("a", p="p0 x", **chain, **deepest)


def test_patterns_made_to_explode_do_not():
    # One that did would not end.
    doubled = {f"p{level}": f"p{level + 1} p{level + 1}" for level in range(60)}
    assert follow("a a", p="p0 p0", **doubled, p60="a?").verdict == "success"
    branched = {f"p{level}": f"p{level + 1}|q{level + 1}" for level in range(40)}
    branched |= {f"q{level + 1}": f"p{level + 1} x" for level in range(40)}
    assert follow("a", p="p0 b", **branched, p40="a b").verdict == "partial"
    long = "a " * 3000
    assert follow(long, p="q*", q="r|a", r="s b", s="a+").verdict in ("partial", "success")
    assert follow(f"{long} c", p="q*", q="r|a", r="s b", s="a+").verdict == "failure"


# The pseudocode of part three, 2.2, written down a second time: on remaining statements, without memory.
def literally(known: dict[str, Pattern], name: str, rest: tuple[str, ...]):
    @cache
    def matches(name, rest):
        pattern = known.get(name)
        if pattern is None:
            if not rest:
                return "partial", ()
            return ("success", rest[1:]) if rest[0] == name else ("failure", rest)
        if pattern.kind == "sequence":
            now = rest
            for each in pattern.members:
                outcome, now = matches(each, now)
                if outcome != "success":
                    return (outcome, rest) if outcome == "failure" else (outcome, ())
            return "success", now
        if pattern.kind == "alternates":
            result, now = "failure", rest
            for each in pattern.members:
                outcome, left = matches(each, rest)
                if outcome == "success":
                    result = "success"
                    now = min(now, left, key=len)
                if outcome == "partial" and result == "failure":
                    result = "partial"
            return (result, ()) if result == "partial" else (result, now)
        (inner,) = pattern.members
        if pattern.kind == "optional":
            if not rest:
                return "success", ()
            outcome, now = matches(inner, rest)
            return ("success", rest) if outcome == "failure" else (outcome, now)
        result = "failure" if pattern.kind == "oneOrMore" else "success"
        last = rest
        while True:
            outcome, now = matches(inner, last)
            if outcome == "success":
                result = "success"
            elif result == "failure" and outcome == "partial":
                return "partial", ()
            elif outcome == "partial" and last:
                return "partial", last
            else:
                return result, last
            if len(now) == len(last):
                return "success", now
            last = now

    return matches(name, rest)


KIND = st.sampled_from(["sequence", "alternates", "optional", "oneOrMore", "zeroOrMore"])


@st.composite
def some_patterns(draw):
    """Patterns p0 to p4, each made of templates a, b, c and of patterns with higher numbers."""
    found = {}
    for number in range(5):
        names = st.sampled_from(["a", "b", "c", *(f"p{later}" for later in range(number + 1, 5))])
        kind = draw(KIND)
        many = kind in ("sequence", "alternates")
        members = draw(st.lists(names, min_size=2, max_size=3)) if many else [draw(names)]
        found[f"p{number}"] = Pattern(f"p{number}", kind, tuple(members))
    return found


@given(some_patterns(), st.lists(st.sampled_from("abc"), max_size=8))
def test_it_is_the_pseudocode_of_the_specification(known, statements):
    found = match(known["p0"], known, [{each} for each in statements])
    outcome, rest = literally(known, "p0", tuple(statements))
    assert (found.outcome, found.taken) == (outcome, len(statements) - len(rest))
