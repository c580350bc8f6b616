"""From statements to what became of each of them."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from scormkit.xapi.comparing import same_statement
from scormkit.xapi.json_text import JsonError, read_json
from scormkit.xapi.sending.access import Access
from scormkit.xapi.sending.answers import Answer, StopError
from scormkit.xapi.sending.batches import Batch, Limits, Piece, batches
from scormkit.xapi.sending.outcome import Fate, Outcome, Result
from scormkit.xapi.sending.patience import Patience
from scormkit.xapi.validation import statement_problems

if TYPE_CHECKING:
    from scormkit.xapi.sending.wire import Wire

Progress = Callable[[str, int, int], None]
"""Told what happens, how many statements have had their turn, and how many there are."""

_HOPE = 3
"""How many statements an LRS may fail on, one by one and in a row, before it counts as broken."""
_JUDGED = frozenset({400, 409, 413, 422})
"""What an LRS answers about statements, not about who sends them or where."""
_TAKEN_ID = "the LRS has another statement with this id"
_ADDED_BY_THE_STORE = ("authority", "stored", "version")


class Sending:
    """Statements on their way to one LRS; `outcome` can be read at any time, also after an interruption.

    Each statement that has no id gets one at once. What is no statement by our own judgement is refused without being
    sent. Nothing is thrown away: what did not arrive for certain is in the outcome as `UNSENT`.
    """

    def __init__(
        self,
        access: Access,
        statements: Sequence[Any],
        limits: Limits | None = None,
        patience: Patience | None = None,
        progress: Progress = lambda _step, _done, _total: None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Nothing is sent yet. `statements` are values as `read_json` gives them; they are not changed."""
        self.statements = [_identified(each) for each in statements]
        """All of them, with their ids."""
        self._access = access
        self._limits = limits or Limits()
        self._patience = patience or Patience()
        self._progress = progress
        self._sleep = sleep
        self._now = now
        self._fates: dict[int, tuple[Fate, str]] = {}
        self._failed_alone = 0
        self._stopped = ""

    @property
    def outcome(self) -> Outcome:
        """What has become of the statements so far."""
        is_whole = len(self._fates) == len(self.statements)
        stopped = self._stopped or ("" if is_whole else "sending was interrupted")
        fates = (self._fates.get(index, (Fate.UNSENT, stopped)) for index in range(len(self.statements)))
        results = (Result(each, *fate) for each, fate in zip(self.statements, fates, strict=True))
        return Outcome(tuple(results), stopped)

    def run(self) -> Outcome:
        """Send all that has not had its turn. No failure of the LRS or of the way to it raises anything."""
        from scormkit.xapi.sending.wire import Wire  # with httpx, which is for those who send

        self._stopped = ""
        queue = deque(batches(self._pieces(), self._limits))
        with Wire(self._access, self._patience, self._tell, self._sleep, self._now) as wire:
            try:
                while queue:
                    self._tell("sending")
                    queue.extendleft(reversed(self._deal(wire, queue.popleft())))
                self._tell("sending")
            except StopError as stop:
                self._stopped = str(stop)
        return self.outcome

    def _tell(self, step: str) -> None:
        self._progress(step, len(self._fates), len(self.statements))

    def _pieces(self) -> Iterator[Piece]:
        """What can be sent; the rest is refused here."""
        for index, statement in enumerate(self.statements):
            if index in self._fates:
                continue
            problems = statement_problems(statement, version=self._access.version)
            if problems:
                self._fates[index] = Fate.REFUSED, "\n".join(map(str, problems))
                continue
            try:
                content = json.dumps(statement, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
            except ValueError:  # NaN, or half a surrogate pair
                self._fates[index] = Fate.REFUSED, "it has a value that JSON in UTF-8 cannot hold (xAPI Comm 1.4)"
                continue
            yield Piece(index, statement["id"].lower(), content)

    def _settle(self, piece: Piece, fate: Fate, reason: str = "") -> None:
        self._fates[piece.index] = fate, reason

    def _deal(self, wire: Wire, batch: Batch) -> list[Batch]:
        """Send a batch; gives the batches to send next in its place."""
        answer = wire.post(batch.body, is_patient=batch.is_patient)
        if 200 <= answer.status < 300:
            self._failed_alone = 0
            return self._taken(wire, batch, answer)
        if answer.status == 500:
            return self._failed(batch, answer)
        if answer.status not in _JUDGED:
            raise answer.stop
        self._failed_alone = 0
        if len(batch.pieces) > 1:
            return batch.halves
        self._judged(wire, batch.pieces[0], answer)
        return []

    def _taken(self, wire: Wire, batch: Batch, answer: Answer) -> list[Batch]:
        """A batch that the LRS says it took: its answer names the ids. Where one is missing, it is asked for it."""
        named = answer.ids
        again = []
        for piece in batch.pieces:
            if piece.id in named:
                self._settle(piece, Fate.SENT)
                continue
            found = self._find(wire, piece)
            odd = f"the LRS answered {answer.status} without naming it"
            if isinstance(found, dict):
                same = self._is_same(found, piece)
                self._settle(piece, Fate.SENT if same else Fate.REFUSED, "" if same else _TAKEN_ID)
            elif found is not None:
                self._settle(piece, Fate.UNSENT, f"{odd}, and cannot be asked for it: {found}")
            elif batch.is_repeated:
                self._settle(piece, Fate.UNSENT, f"{odd}, and does not have it")
            else:
                again.append(replace(batch, pieces=(piece,), is_repeated=True))
        return again

    def _failed(self, batch: Batch, answer: Answer) -> list[Batch]:
        """A batch over which the LRS stumbles: it may be about one statement, which must not keep the others back."""
        if len(batch.pieces) > 1:
            return [replace(half, is_patient=False) for half in batch.halves]
        self._settle(batch.pieces[0], Fate.UNSENT, f"the LRS answered {answer}")
        self._failed_alone += 1
        if self._failed_alone == _HOPE:
            raise answer.stop
        return []

    def _judged(self, wire: Wire, piece: Piece, answer: Answer) -> None:
        """A single statement that the LRS does not take."""
        if answer.status == 413:
            size = len(piece.content)
            self._settle(piece, Fate.REFUSED, f"it is too large for the LRS, with {size} bytes ({answer})")
            return
        if answer.status == 409:
            found = self._find(wire, piece)
            if isinstance(found, dict):
                same = self._is_same(found, piece)
                self._settle(piece, Fate.THERE if same else Fate.REFUSED, "" if same else _TAKEN_ID)
                return
        self._settle(piece, Fate.REFUSED, f"the LRS answered {answer}")

    def _find(self, wire: Wire, piece: Piece) -> dict[str, Any] | str | None:
        """The statement that the LRS has under an id, be it voided; None where it has none; else why it cannot say."""
        for parameter in ("statementId", "voidedStatementId"):
            answer = wire.get(**{parameter: piece.id})
            if answer.status == 200:
                try:
                    found = read_json(answer.body)
                except JsonError:
                    found = None
                return found if isinstance(found, dict) else "it answers with something that is no statement"
            if answer.status != 404:
                return f"it answers {answer}"
        return None

    def _is_same(self, found: dict[str, Any], piece: Piece) -> bool:
        plain = {key: each for key, each in found.items() if key not in _ADDED_BY_THE_STORE}
        if statement_problems(plain, version=self._access.version):
            return False
        return str(plain.get("id", "")).lower() == piece.id and same_statement(plain, self.statements[piece.index])


def _identified(statement: Any) -> Any:
    """The statement with an id, so that sending it twice is harmless; what is no object stays as it is."""
    return {"id": str(uuid4()), **statement} if isinstance(statement, dict) else statement
