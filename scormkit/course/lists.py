"""What stands in the lists of a file before it is judged, as far as it is what it should be."""

from __future__ import annotations

from scormkit.course.tree import Node


def items(node: Node, key: str) -> list[Node]:
    """The items of the list under a key; none where there is no such list."""
    value = node.find([key]).value if key in node.keys else None
    return value if isinstance(value, list) else []


def texts_of(node: Node) -> list[str]:
    """The text that a node is, or the texts of the list that it is."""
    return [
        each.value for each in (node.value if isinstance(node.value, list) else [node]) if isinstance(each.value, str)
    ]


def _texts(tree: Node, key: str, *names: str) -> tuple[str, ...]:
    """The texts under these keys of every item of a list, as far as they are texts or lists of texts."""
    values = (item.find([name]) for item in items(tree, key) for name in names if name in item.keys)
    return tuple(text for value in values for text in texts_of(value))


def known(tree: Node, key: str, *names: str) -> tuple[str, ...] | None:
    """What texts may name: as `_texts` has it; None where some of it is in a file that could not be read."""
    node = tree.find([key]) if key in tree.keys else None
    lost = node is not None and (node.missing or any(item.missing for item in items(tree, key)))
    return None if lost else _texts(tree, key, *names)
