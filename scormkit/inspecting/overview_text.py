"""An overview as text for people: what the package is, its tree, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from scormkit.inspecting.overview import Fact, Load, Metadata, Node, Organization, Overview, Phrase, Role, Sizes
from scormkit.inspecting.printing import count, line, rendered, shortened, size, text

_TYPES = 8
"""How many types of files are shown, the rest as one."""
_LABEL = 14
_LONGEST_LABEL = 60
_ROLE_STYLES = {Role.SCO: "green", Role.AU: "green", Role.ACTIVITY: "green", Role.BROKEN: "red"}


def to_text(overview: Overview, *, color: bool = False) -> str:
    """The overview, ending in a newline. With `color` it holds ANSI escape sequences; what comes from the package is
    made harmless.
    """
    return rendered(_parts(overview), color=color)


def _parts(overview: Overview) -> Iterator[RenderableType]:
    edition = overview.edition or "a package of an unknown kind"
    yield line(text(overview.package, "bold"), f": {edition}")
    yield from _rows("title", [overview.title])
    yield from _rows("identifier", [overview.identifier])
    yield from _rows("version", [overview.version])
    yield from _rows("described by", [overview.root + overview.structure] if overview.structure else [])
    yield from _rows("also holds", overview.also)
    if overview.metadata:
        yield from _metadata(overview.metadata)
    for organization in overview.organizations:
        yield ""
        yield _tree(organization)
    yield ""
    yield from _sizes(overview.sizes)
    if overview.remarks:
        yield ""
    yield from (line(Text("remark: ", "yellow"), text(remark)) for remark in overview.remarks)
    if overview.remarks:
        yield line(Text("hint: ", "cyan"), "scormkit check ", text(overview.package), " tells more")


def _rows(label: str, values: Iterable[str]) -> Iterator[Text]:
    head = text(shortened(label, _LONGEST_LABEL))
    head.pad_right(max(1, _LABEL - head.cell_len))
    yield from (line("  ", head, text(shortened(value))) for value in values if value)


def _metadata(metadata: Metadata) -> Iterator[Text]:
    yield from _rows("description", map(_phrase, metadata.description))
    yield from _rows("keywords", [", ".join(phrase.text for phrase in metadata.keywords)])
    yield from _rows("language", [", ".join(metadata.languages)])
    yield from _rows("edition", [metadata.version])
    yield from _rows("learning time", [metadata.learning_time])
    for one in metadata.contributors:
        yield from _rows(one.role or "contributor", [" ".join([", ".join(one.names), one.date]).strip()])
    yield from _rows("copyright", [metadata.copyright])
    yield from _rows("rights", map(_phrase, metadata.rights))


def _phrase(phrase: Phrase) -> str:
    return f"{phrase.text} [{phrase.language}]" if phrase.language else phrase.text


def _tree(organization: Organization) -> Tree:
    head = line(text(organization.title or "(no title)", "bold"), "  ", text(organization.identifier, "dim"))
    if not organization.default:
        head.append("  (not the default organization)")
    tree = Tree(_label(head, organization.facts, None), guide_style="dim")
    for node in organization.nodes:
        _grow(tree, node)
    return tree


def _grow(tree: Tree, node: Node) -> None:
    role = Text(node.role.value, _ROLE_STYLES.get(node.role, "dim"))
    head = line(role, "  ", text(node.title or "(no title)", "bold"), "  ", text(node.identifier, "dim"))
    if not node.visible:
        head.append("  (hidden)")
    branch = tree.add(_label(head, node.facts, node))
    for child in node.children:
        _grow(branch, child)


def _label(head: Text, facts: tuple[Fact, ...], node: Node | None) -> Text:
    """The lines of one node."""
    lines = [head]
    if node and node.href is not None:
        lines.append(line("launch: ", text(shortened(node.href)), _weight(node.load)))
    if facts:
        lines.append(text("; ".join(f"{fact.name} {fact.value}" for fact in facts)))
    if node and node.metadata and node.metadata.description:
        lines.append(text(shortened(_phrase(node.metadata.description[0])), "dim"))
    return Text("\n").join(lines)


def _weight(load: Load | None) -> str:
    if load is None:
        return ""
    missing = f", {load.missing:,} missing" if load.missing else ""
    return f"  ({count(load.files, 'file', 'files')}, {size(load.size)}{missing})"


def _sizes(sizes: Sizes) -> Iterator[Text]:
    yield line(f"{count(sizes.files, 'file', 'files')}, {size(sizes.size)} ({size(sizes.packed)} packed)")
    rows = [(one.ending or "no ending", one.files, one.size, one.packed) for one in sizes.by_type[:_TYPES]]
    rest = sizes.by_type[_TYPES:]
    if rest:
        files, whole, packed = (sum(getattr(one, name) for one in rest) for name in ("files", "size", "packed"))
        rows.append(("others", files, whole, packed))
    for ending, files, whole, packed in rows:
        name = text(shortened(ending, 12))
        name.pad_right(max(0, 12 - name.cell_len))
        yield line("  ", name, f"{files:>6,}  {size(whole):>9}  {size(packed):>9} packed")
    if len(sizes.largest) > 1:
        yield line("largest:")
        yield from (line(f"  {size(one.size):>9}  ", text(one.name)) for one in sizes.largest)
