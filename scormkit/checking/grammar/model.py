"""How a binding is written down: which elements stand in which, how often, and with what in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from scormkit.checking.grammar.types import ANYTHING, Type
from scormkit.checking.source import Name
from scormkit.checking.vocabulary import Edition


class Foreign(Enum):
    """Where elements of other namespaces may stand among the children of an element."""

    NOWHERE = "nowhere"
    AT_THE_END = "at the end"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute. `clause` is the requirement that a wrong value breaks, `absent` the one that its absence breaks.

    Of an attribute that stands on elements of other namespaces, `parents` are those that may have it, and `elsewhere`
    is the requirement that it breaks on another.
    """

    name: str
    type: Type = ANYTHING
    required: bool = False
    clause: str = ""
    absent: str = ""
    namespace: str = ""
    parents: frozenset[str] = frozenset()
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """One kind of child: its local name, how often it may stand there (`most` None: without end), and its type.

    `type` is the key of an element type of the grammar, by default the name. `missing` is the requirement that too few
    of them break, `repeated` the one that too many do. With `mixed` it may stand before the kind that is listed before
    it as well as after it.
    """

    name: str
    least: int = 0
    most: int | None = 1
    type: str = ""
    missing: str = ""
    repeated: str = ""
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class ElementType:
    """What may stand in an element.

    With `ordered`, children stand in the order given, and another order breaks `order_clause`. `text` is None where no
    text may stand; text that is not of that type breaks `text_clause`. Elements and attributes of other namespaces, or
    elements of none, that may not stand where they do break `foreign_clause`. `clause` is the requirement that all
    those problems break that have none of their own; by default that of the grammar. `repeated` is the requirement that
    too many of an extension break in here, where it is not the one that the extension names.
    """

    children: tuple[Child, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    ordered: bool = True
    text: Type | None = None
    foreign: Foreign = Foreign.NOWHERE
    foreign_attributes: bool = False
    clause: str = ""
    text_clause: str = ""
    order_clause: str = ""
    foreign_clause: str = ""
    anything: bool = False
    repeated: str = ""
    named: Mapping[Name, Attribute] = field(init=False, repr=False, compare=False)
    """The attributes by name."""
    required: Mapping[Name, Attribute] = field(init=False, repr=False, compare=False)
    """Those that may not be absent."""
    places: Mapping[str, tuple[Child, int]] = field(init=False, repr=False, compare=False)
    """The kinds of children by name, each with its rank: those that mix have the same one."""
    needed: tuple[Child, ...] = field(init=False, repr=False, compare=False)
    """The kinds of which there may not be none."""

    def __post_init__(self) -> None:
        """Sort for the judge what it would look for in each element otherwise."""
        attributes = {Name(one.namespace, one.name): one for one in self.attributes}
        places: dict[str, tuple[Child, int]] = {}
        rank = 0
        for index, child in enumerate(self.children):
            rank = rank if child.mixed else index
            places[child.name] = (child, rank)
        object.__setattr__(self, "named", attributes)
        object.__setattr__(self, "required", {name: one for name, one in attributes.items() if one.required})
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "needed", tuple(child for child in self.children if child.least))


@dataclass(frozen=True, slots=True)
class Extension:
    """An element that stands in one of another namespace: which type it has, where it may stand and how often.

    `parents` are local names in the other namespace; `clause` is the requirement that another place breaks. `most` is
    how often it may stand in one of them (None: without end), and `repeated` the requirement that one more breaks.
    """

    type: str
    parents: frozenset[str]
    clause: str
    repeated: str = ""
    most: int | None = 1


@dataclass(frozen=True, slots=True)
class Grammar:
    """The binding of one namespace in some editions. `clause` is the requirement for whatever has none of its own.

    `roots` are the elements that a judgement can begin at, from local name to type: the root of a file, or one that
    stands inside a file of another namespace that has no grammar.
    """

    namespace: str
    editions: frozenset[Edition]
    clause: str
    types: Mapping[str, ElementType]
    roots: Mapping[str, str] = field(default_factory=dict)
    extensions: Mapping[str, Extension] = field(default_factory=dict)
    attributes: tuple[Attribute, ...] = ()
    """Attributes of this namespace that stand on elements of others."""
