"""What a launch page runs: itself, the scripts and frames that it loads, and theirs in turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, islice
from posixpath import basename

from scormkit.checking.pages.addresses import Whither
from scormkit.checking.pages.model import Contents, Reference, Use

MOST_REACHED = 300
"""How many files of one launch page are followed; one with more is not judged."""
MOST_ALIKE = 20
"""How many files of one name are followed where a script names just that."""


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """The files that one page runs, and the words in them; `words` is None where no one can tell what it runs."""

    members: tuple[str, ...]
    own: frozenset[str]
    words: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class _Step:
    """What one file runs, as far as that can be `known`."""

    words: frozenset[str]
    dynamic: bool
    known: bool
    runs: tuple[str, ...]


class Follower:
    """Follows what pages of one package run."""

    def __init__(self, contents: Contents) -> None:
        """Make ready to look up files by the ends of their names."""
        self._contents = contents
        self._steps: dict[str, _Step] = {}
        self._unread = frozenset(contents.unread)
        self._named: Mapping[str, list[str]] = defaultdict(list)
        for member in (*contents.pages, *contents.scripts, *contents.unread):
            alike = self._named[basename(member)]
            if len(alike) < MOST_ALIKE:
                alike.append(member)
        self._all = frozenset[str]().union(*(script.words for script in contents.code()))

    def follow(self, member: str) -> Reached:
        """What the page `member` runs.

        Where a script makes or fetches code in a way that no literal tells of, every word of the package counts as
        one that it may run; where code is missing, comes from elsewhere or could not be read, nothing is known.
        """
        reached = {member: None}
        waiting = [member]
        words: set[str] = set()
        known, dynamic = True, False
        while waiting and known:
            step = self._step(waiting.pop())
            words |= step.words
            dynamic = dynamic or step.dynamic
            found = dict.fromkeys(one for one in step.runs if one not in reached)
            reached |= found
            waiting += found
            known = step.known and len(reached) <= MOST_REACHED
        own = frozenset(words)
        if dynamic and self._unread:
            known = False
        return Reached(tuple(reached), own, (own | self._all if dynamic else own) if known else None)

    def _step(self, member: str) -> _Step:
        """What one file runs; worked out once, however many pages run it."""
        if member not in self._steps:
            self._steps[member] = self._worked_out(member)
        return self._steps[member]

    def _worked_out(self, member: str) -> _Step:
        page = self._contents.pages.get(member)
        script = page.script if page else self._contents.scripts.get(member)
        if script is None:
            return _Step(frozenset(), False, member not in self._unread, ())
        loaded = [*(page.references if page else ()), *script.references]
        running = [one.address.path for one in loaded if _runs(one)]
        known = not any(map(_elsewhere, loaded)) and all(map(self._meant, running))
        meant = chain.from_iterable(map(self._meant, (*running, *sorted(script.mentions))))
        runs = tuple(islice(dict.fromkeys(meant), MOST_REACHED + 1))
        return _Step(script.words, script.dynamic, known, runs)

    def _meant(self, name: str) -> list[str]:
        """The files that `name` may be: itself, or those whose name it ends in."""
        if name in self._contents.pages or name in self._contents.scripts:
            return [name]
        return self._named.get(basename(name), [])


def _runs(reference: Reference) -> bool:
    """Whether a file of the package is run, rather than shown."""
    if reference.address.whither is not Whither.INSIDE:
        return False
    page = reference.address.extension in {"html", "htm", "xhtml"}
    return reference.use is Use.SCRIPT or (reference.use is Use.FRAME and page)


def _elsewhere(reference: Reference) -> bool:
    """Whether code comes from outside the package, or from a program inside that is no page."""
    if reference.use not in {Use.FRAME, Use.SCRIPT}:
        return False
    outside = reference.address.whither is not Whither.INSIDE
    return outside or (reference.use is Use.FRAME and reference.address.extension in {"swf", "dcr", "class", "jar", ""})
