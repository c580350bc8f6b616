"""Someone to whom something does not come for a while: a file of the module, or what an LMS answers."""

from __future__ import annotations

from typing import Generic, TypeVar

from playwright.sync_api import Frame, Route

from .learners import Learner, XapiLearner

Someone = TypeVar("Someone", bound=Learner | XapiLearner)


class Waiting(Generic[Someone]):
    """Someone at a module, to whom nothing that an address matches comes until `let_come`."""

    def __init__(self, someone: Someone, address: str) -> None:
        self.someone = someone
        self.address = address
        self.held: list[Route] = []

    def have_left_at(self, page: int) -> list[str]:
        """Have been there before, and have left on a page; gives the names of all."""
        self.someone.launch()
        pages = self.someone.pages
        self.someone.go(pages[page])
        self.someone.settle()
        self.someone.leave()
        return pages

    def hold(self) -> None:
        """Let nothing of it come from now on."""
        self.someone.context.route(self.address, lambda route: self.held.append(route))

    def arrive(self) -> Frame:
        """Come while it does not."""
        self.hold()
        return self.someone.launch(whole=False)

    def let_come(self) -> None:
        """Let it come, and wait for all that comes of it."""
        self.someone.wait_until(lambda: self.held != [])
        # What was held goes on with it.
        self.someone.context.unroute(self.address)
        self.someone.whole()
