"""A report as JUnit XML, which every CI server shows as a table of tests: a suite a package, a test a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree

from scormkit.diagnostics import Diagnostic, Report, Severity
from scormkit.reporting.printable import printable


def to_junit(report: Report, *, packages: Iterable[str], fail_on: Severity = Severity.WARNING) -> str:
    """A `testsuites` document, ending in a newline. `packages` are all that were looked at, sound ones too.

    Every rule that has findings in a package is a test of it. One with findings as bad as `fail_on` has failed, or is
    in error where the package could not be read; the milder ones pass, and what was found stands in their output. A
    package without findings has one test, which passes. No times are told, for the same report gives the same text.
    """
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in packages}
    for one in report:
        by_file.setdefault(one.location.file, []).append(one)
    root = etree.Element("testsuites", name="scormkit")
    for name, found in by_file.items():
        _suite(root, name, found, fail_on)
    for count in ("errors", "failures", "tests"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _suite(root: etree._Element, name: str, found: list[Diagnostic], fail_on: Severity) -> None:
    suite = etree.SubElement(root, "testsuite", name=_safe(name))
    for title, some in _by_rule(found):
        test = etree.SubElement(suite, "testcase", classname=_safe(name), name=title)
        text = "\n".join(_told(one) for one in some)
        worst = max(one.severity for one in some)
        if worst < fail_on:
            etree.SubElement(test, "system-out").text = text
            continue
        kind = "error" if worst is Severity.FATAL else "failure"
        etree.SubElement(test, kind, type=worst.value, message=_safe(some[0].message)).text = text
    if not found:
        etree.SubElement(suite, "testcase", classname=_safe(name), name="no problems")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))


def _by_rule(found: list[Diagnostic]) -> Iterator[tuple[str, list[Diagnostic]]]:
    def rule(one: Diagnostic) -> str:
        return f"{one.id} {one.alias}"

    return ((title, list(some)) for title, some in groupby(sorted(found, key=rule), rule))


def _safe(text: str) -> str:
    """Made harmless for a terminal, and without the two characters that XML 1.0 forbids besides."""
    return printable(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _told(one: Diagnostic) -> str:
    hint = "" if one.hint is None else f"\n    {_safe(one.hint)}"
    return f"{_safe(str(one.location))}: {one.severity.value}: {_safe(one.message)}{hint}"
