"""Read YAML that others wrote, within bounds, and with one kind of error.

PyYAML follows nesting by recursion, lets a value hold itself, and lets a few lines
of aliases stand for millions of values; and what a tag or a date makes of a value may
raise anything. Here all of these are errors of YAML, with the line.
"""

from __future__ import annotations

from typing import Any

import yaml

DEEPEST = 50
"""How many values may stand within each other; settings of ours go down ten."""
MOST = 50_000
"""How many values a text may stand for, each alias counted as all that it repeats."""


class BoundError(yaml.composer.ComposerError):
    """A text that goes beyond the bounds; no quotes around a value mend that."""


class BoundedLoader(yaml.SafeLoader):
    """A loader that says where a text is nested too deep, repeats too much, or makes no value."""

    def __init__(self, stream: Any) -> None:
        super().__init__(stream)
        self._open = 0
        self._extents: dict[int, tuple[int, int]] = {}
        """How many values a finished node stands for, and how deep they go, by its id."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Compose a value and all that is in it, within the bounds."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if self._open >= DEEPEST:
            raise _error(f"more than {DEEPEST} values stand within each other", event)
        self._open += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self._open -= 1
        if isinstance(event, yaml.AliasEvent):
            if id(node) not in self._extents:
                raise _error("a value holds itself", event)
        elif node is not None:
            inner = [self._extents[id(part)] for part in _parts(node)]
            size = 1 + sum(size for size, _ in inner)
            depth = 1 + max((depth for _, depth in inner), default=0)
            if size > MOST or depth > DEEPEST:
                raise _error("aliases repeat too much", event)
            self._extents[id(node)] = size, depth
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Make the value of a node; what looks like a date or a number may be none."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
            shown = f' "{node.value[:40]}"' if isinstance(node, yaml.ScalarNode) else ""
            message = f"there is no date or number{shown}"
            raise yaml.constructor.ConstructorError(None, None, message, node.start_mark) from None


def _parts(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _error(message: str, event: yaml.Event) -> BoundError:
    return BoundError(None, None, message, event.start_mark)  # type: ignore[arg-type]
