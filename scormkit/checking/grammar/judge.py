"""Holds an element and all below it against the grammars of its namespaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from scormkit.checking import vocabulary as v
from scormkit.checking.grammar.model import Attribute, Child, ElementType, Extension, Foreign, Grammar
from scormkit.checking.grammar.types import ANYTHING, NOTHING
from scormkit.checking.grammar.violations import Violation, refused
from scormkit.checking.source import Element, Name, named
from scormkit.hints import is_slip
from scormkit.said import Said, say, shortened

_NAMED = 15
"""How many names of elements a hint lists."""
_BLANK = " \t\r\n"


def judge(root: Element, grammars: Mapping[str, Grammar]) -> Iterator[Violation]:
    """All violations in `root` and below it, by the grammars of the namespaces, in the order of the file.

    The judgement begins at every element that a grammar names as a root and that stands in no other judged element.
    Elements of a namespace without a grammar are looked through for such, and are not judged themselves.
    """
    waiting: list[_Waiting] = [(root, "", None)]
    while waiting:
        element, name, grammar = waiting.pop()
        if grammar is None:
            grammar = grammars.get(element.name.namespace)
            name = grammar.roots.get(element.name.local, "") if grammar else ""
            if grammar is None or not name:
                waiting.extend((child, "", None) for child in reversed(element.children))
                continue
        judged = _Judged(element, grammar.types[name], grammar, grammars)
        yield from judged.violations()
        waiting.extend(reversed(judged.below))


_Waiting = tuple[Element, str, Grammar | None]


class _Judged:
    """One element in the light of its type; `below` are the children that are to be judged after it."""

    def __init__(self, element: Element, kind: ElementType, grammar: Grammar, grammars: Mapping[str, Grammar]) -> None:
        self._element = element
        self._kind = kind
        self._grammar = grammar
        self._grammars = grammars
        self._clause = kind.clause or grammar.clause
        self.below: list[_Waiting] = []

    @property
    def _tag(self) -> str:
        return str(self._element.name)

    def violations(self) -> Iterator[Violation]:
        element, kind = self._element, self._kind
        misspelt: list[Name] = []
        for required, one in kind.required.items():
            if required not in element.attributes:
                meant = next((name for name in element.attributes if self._is_misspelt(name, required)), None)
                yield self._absent(one, meant)
                misspelt += [meant] if meant else []
        for name, value in element.attributes.items():
            known = kind.named.get(name)
            as_it_should = known is not None and known.type.holds(value)  # as nearly all are
            if not as_it_should and name not in misspelt:
                yield from self._attribute(name, value)
        if kind.anything:
            return
        if element.text or kind.text is not None:
            yield from self._text()
        if element.children:
            yield from self._children()
        elif kind.needed and not (element.text.strip(_BLANK) and self._holder()):  # the text is what is missing
            yield from self._missing({}, {})

    def _is_misspelt(self, name: Name, required: Name) -> bool:
        known = name in self._kind.named
        return not known and name.namespace == required.namespace and is_slip(name.local, required.local)

    def _absent(self, required: Attribute, misspelt: Name | None) -> Violation:
        """What is required and not there, or only with a slip in its name: one problem, and not two."""
        clause, cure = required.absent or required.clause, say('add {name}="…"', name=required.name)
        if misspelt is None:
            message = say("<{tag}> has no attribute `{name}`", tag=self._tag, name=required.name)
            return self._found(clause, message, cure)
        message = say("there is no attribute `{name}` of <{tag}>", name=misspelt, tag=self._tag)
        return self._found(clause, message, cure, attribute=misspelt, written=misspelt.local, known=[required.name])

    def _attribute(self, name: Name, value: str) -> Iterator[Violation]:
        known = self._kind.named.get(name)
        foreign = name.namespace not in ("", self._grammar.namespace)
        if known is not None:
            yield from self._value(known, name, value)
        elif name.namespace == v.XML_SCHEMA_INSTANCE:
            return
        elif foreign and name.namespace in self._grammars:
            yield from self._extension_attribute(name, value, self._grammars[name.namespace])
        elif not (foreign and self._kind.foreign_attributes):
            message = say("there is no attribute `{name}` of <{tag}>", name=name, tag=self._tag)
            clause = self._kind.foreign_clause if foreign else ""
            hint = None if foreign else self._elsewhere(name.local)
            names = () if hint else (one.name for one in self._kind.attributes)
            cure = hint or say("remove it")
            yield self._found(clause, message, cure, attribute=name, written=name.local, known=names)

    def _elsewhere(self, local: str) -> Said | None:
        """How to write what is no attribute of its own name here: as an element, or with a prefix."""
        if any(one.name == local for one in self._kind.children):
            return say("write it as an element in <{tag}>: <{name}>…</{name}>", tag=self._tag, name=local)
        known = ((one.name, grammar.namespace) for grammar in self._grammars.values() for one in grammar.attributes)
        owner = next((namespace for name, namespace in known if name.lower() == local.lower()), None)
        if owner is None:
            return None
        return say("it belongs to the namespace {namespace}, so write it with the prefix of that", namespace=owner)

    def _extension_attribute(self, name: Name, value: str, grammar: Grammar) -> Iterator[Violation]:
        known = next((one for one in grammar.attributes if not one.namespace and one.name == name.local), None)
        if known is None:
            message = say("there is no attribute `{name}` of <{tag}>", name=name, tag=self._tag)
            names = (one.name for one in grammar.attributes)
            clause, cure = grammar.clause, say("remove it")
            yield self._found(clause, message, cure, attribute=name, written=name.local, known=names)
        elif self._element.name.local not in known.parents:
            message = say("<{tag}> has the attribute `{name}`", tag=self._tag, name=name)
            hint = say("it belongs to {parents}", parents=_listed(known.parents)) if known.parents else say("remove it")
            yield self._found(known.elsewhere or grammar.clause, message, hint, attribute=name)
        else:
            yield from self._value(known, name, value, grammar.clause)

    def _value(self, known: Attribute, name: Name, value: str, otherwise: str = "") -> Iterator[Violation]:
        if known.type is not ANYTHING and not known.type.holds(value):
            message = refused(str(name), known.type, value, value)
            hint = say("it should be {expected}", expected=known.type.expected)
            if known.type is NOTHING:
                message = say("this edition knows no attribute `{name}` of <{tag}>", name=name, tag=self._tag)
                hint = known.type.expected
            clause = known.clause or otherwise
            yield self._found(clause, message, hint, attribute=name, written=value, known=known.type.values)

    def _text(self) -> Iterator[Violation]:
        text, type_ = self._element.text, self._kind.text
        if type_ is not None and type_.holds(text):
            return
        shown = shortened(text.strip(_BLANK))
        if type_ is None and shown:
            message = say("the text `{text}` stands in <{tag}>, which holds none", text=shown, tag=self._tag)
            holder = self._holder()
            hint = say("remove it, or put it in the element that it belongs to")
            if holder:
                name = Name("", holder.name, self._element.name.prefix)
                hint = say("put it in an element of its own: <{child}>…</{child}>", child=name)
            clause = holder.missing if holder and not self._element.children else ""
            yield self._found(clause, message, hint)
        elif type_ is None and text and not self._kind.children and self._kind.foreign is Foreign.NOWHERE:
            # XML Schema forgives white space between children only.
            message = say("there is white space in <{tag}>, which has to be empty", tag=self._tag)
            yield self._found("", message, say("write it as one tag: <{tag} …/>", tag=self._tag))
        elif type_ is not None:
            full = refused(f"<{self._tag}>", type_, text, text.strip(_BLANK))
            message = full if shown else say("<{tag}> is empty", tag=self._tag)
            hint = say("it should be {expected}", expected=type_.expected)
            yield self._found(self._kind.text_clause, message, hint, written=text, known=type_.values)

    def _holder(self) -> Child | None:
        """The one kind of child there is, if text belongs in that and not here."""
        kinds = self._kind.children if self._kind.text is None else ()
        holding = [one for one in kinds if self._grammar.types[one.type or one.name].text is not None]
        return holding[0] if len(kinds) == len(holding) == 1 else None

    def _children(self) -> Iterator[Violation]:
        places = self._kind.places
        count: dict[Name, int] = {}
        misspelt: dict[str, Element] = {}
        last: Element | None = None
        for child in self._element.children:
            own = child.name.namespace == self._grammar.namespace
            place = places.get(child.name.local) if own else None
            if place is None and (own or not child.name.namespace):
                meant = next((one.name for one in self._kind.needed if _is_meant(child, one, own)), "")
                if meant and misspelt.setdefault(meant, child) is child:
                    continue  # until it is known whether the right one is there as well
                yield self._unknown(child)
                continue
            count[child.name] = count.get(child.name, 0) + 1
            if place is None:
                yield from self._extension(child, count[child.name])
                last = child if self._kind.foreign is Foreign.AT_THE_END else last
                continue
            kind, _ = place
            self.below.append((child, kind.type or kind.name, self._grammar))
            if kind.most is not None and count[child.name] > kind.most:
                if count[child.name] == kind.most + 1:
                    yield self._repeated(child, kind.most, kind.repeated)
            elif last is not None and self._before(child, last, places):
                yield self._misplaced(child, last)
                # One foreign element before its time is one problem, however many of our own come after it.
                last = child if last.name.namespace != self._grammar.namespace else last
            else:
                last = child
        yield from self._missing(count, misspelt)

    def _missing(self, count: Mapping[Name, int], misspelt: Mapping[str, Element]) -> Iterator[Violation]:
        for kind in self._kind.needed:
            too_few = count.get(named(self._grammar.namespace, kind.name), 0) < kind.least
            if child := misspelt.get(kind.name):
                yield self._unknown(child, kind.missing if too_few else "")
            elif too_few:
                message = say("<{tag}> has no <{child}>", tag=self._tag, child=kind.name)
                yield self._found(kind.missing, message, say("add it"))

    def _before(self, child: Element, last: Element, places: Mapping[str, tuple[Child, int]]) -> bool:
        """Whether `child` should have stood before `last`."""
        if last.name.namespace != self._grammar.namespace:
            return True
        return self._kind.ordered and places[child.name.local][1] < places[last.name.local][1]

    def _extension(self, child: Element, nth: int) -> Iterator[Violation]:
        """A child of another namespace."""
        grammar = self._grammars.get(child.name.namespace)
        known = grammar.extensions.get(child.name.local) if grammar else None
        if grammar and known and self._element.name.local in known.parents:
            self.below.append((child, known.type, grammar))
            if known.most is not None and nth == known.most + 1:
                yield self._repeated(child, known.most, self._kind.repeated or known.repeated or grammar.clause)
        elif grammar is not None or self._kind.foreign is Foreign.NOWHERE:
            yield self._out_of_place(child, grammar, known)
        else:
            self.below.append((child, "", None))

    def _out_of_place(self, child: Element, grammar: Grammar | None, known: Extension | None) -> Violation:
        message = say("<{child}> has no place in <{tag}>", child=child.name, tag=self._tag)
        clause = known.clause if known else grammar.clause if grammar else ""
        if self._kind.foreign is Foreign.NOWHERE:
            clause = self._kind.foreign_clause or clause
        if known and known.parents:
            hint = say("it belongs in {parents}", parents=_listed(known.parents))
            return self._found(clause, message, hint, element=child)
        names = grammar.extensions if grammar else ()
        written = "" if known else child.name.local
        return self._found(clause, message, say("remove it"), element=child, written=written, known=names)

    def _unknown(self, child: Element, missing: str = "") -> Violation:
        """A child that has no place here; `missing` is the requirement that it breaks where a needed one is meant."""
        places = self._kind.places
        message = say("<{child}> has no place in <{tag}>", child=child.name, tag=self._tag)
        clause = missing or ("" if child.name.namespace else self._kind.foreign_clause)
        if not child.name.namespace and child.name.local in places:
            hint = say("it is in no namespace; write it in that of <{tag}>", tag=self._tag)
            return self._found(clause, message, hint, element=child)
        if any(one.name == child.name.local for one in self._kind.attributes):
            hint = say('write it as an attribute: <{tag} {name}="…">', tag=self._tag, name=child.name.local)
            return self._found(clause, message, hint, element=child)
        names = ", ".join([*islice(places, _NAMED), *(["…"] if len(places) > _NAMED else [])])
        hint = say("<{tag}> may hold: {names}", tag=self._tag, names=names) if places else say("remove it")
        return self._found(clause, message, hint, element=child, written=child.name.local, known=places)

    def _misplaced(self, child: Element, last: Element) -> Violation:
        message = say(
            "<{child}> stands after <{last}>; in <{tag}> it comes before it",
            child=child.name, last=last.name, tag=self._tag,
        )  # fmt: skip
        hint = say("move it before the <{last}> of line {line}", last=last.name, line=last.line)
        own = last.name.namespace == self._grammar.namespace
        clause = self._kind.order_clause if own else self._kind.foreign_clause or self._kind.order_clause
        return self._found(clause, message, hint, element=child)

    def _repeated(self, child: Element, most: int, clause: str) -> Violation:
        message = say("<{tag}> has more than {most} <{child}>", tag=self._tag, most=most, child=child.name)
        if most == 1:
            message = say("<{tag}> has a second <{child}>; one is allowed", tag=self._tag, child=child.name)
        return self._found(clause, message, say("remove it, or join the two"), element=child)

    def _found(
        self,
        clause: str,
        message: Said,
        cure: Said,
        *,
        element: Element | None = None,
        attribute: Name | None = None,
        written: str = "",
        known: Iterable[str] = (),
    ) -> Violation:
        where = element or self._element
        return Violation(clause or self._clause, where, attribute, message, cure, written, tuple(known))


def _is_meant(child: Element, kind: Child, own: bool) -> bool:
    """Whether a child that has no place is one of this kind, in no namespace or, in its `own`, with a slip."""
    return is_slip(child.name.local, kind.name) if own else child.name.local == kind.name


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"<{name}>" for name in sorted(names))
