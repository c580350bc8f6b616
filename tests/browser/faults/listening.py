"""What a page says and shows, as a test can ask it."""

from __future__ import annotations

SAVINGS = ("kept", "waiting", "failing", "review", "unkept")
WORRIES = {"failing", "review", "unkept", "no_lms", "no_pages", "damaged", "two_windows", "session_over"}
"""What a page says that a learner may have to do something about, or should at least know."""

LISTENER = """(() => {
  const told = (window.told = []);
  const wait = window.setTimeout;
  // What is tried again after two seconds, and then more and more seldom, is here tried again soon.
  window.setTimeout = (job, pause, ...more) => wait(job, Math.min(pause || 0, 200), ...more);
  const wordOf = (text) => [...document.querySelectorAll("[data-sk-word]")].find((one) => one.textContent === text);
  new MutationObserver((changes) => {
    for (const { target, oldValue, addedNodes } of changes) {
      if (target.id === "sk-status") told.push(oldValue);
      else if (target.id === "sk-banner" || target.id === "sk-live")
        for (const one of addedNodes) told.push(wordOf(one.textContent)?.dataset.skWord);
    }
    told.push(document.getElementById("sk-status")?.dataset.skSaving);
  }).observe(document, {
    subtree: true, childList: true, attributeFilter: ["data-sk-saving"], attributeOldValue: true,
  });
})()"""
"""Notes in a page, in order, all that its status line, its banner and its live region say, by the words' names."""

SHOWN = """all => Object.fromEntries(all.flatMap(one => {
  const done = one.querySelector("[data-sk-feedback], [data-sk-thanks]");
  if (!done || done.hidden) return [];
  const chosen = [...one.querySelectorAll("input:checked, [data-sk-blank]")];
  return [[one.dataset.skActivity, chosen.map(({ value }) => value)]];
}))"""
"""The answers that stand on the pages, by activity; of a reflection only that it is done."""
