"""What each family of LMSs is offered."""

from __future__ import annotations

import pytest

from scormkit.guides.families import FAMILIES, Family, offers
from scormkit.targets.package import Package
from tests.guides.courses import packages_of, site_of, unit


@pytest.mark.parametrize("family", FAMILIES, ids=lambda each: each.name)
def test_many_packages_are_not_compared_with_each_other(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[Package] = []

    def equal(one: Package, other: object) -> bool:
        compared.append(one)
        return one is other

    monkeypatch.setattr(Package, "__eq__", equal)
    site = site_of(*(unit(f"m{n}") for n in range(100)))
    found = offers(family, site, packages_of(site))
    assert not compared
    assert [offer.advice for offer in found[:101]] == ["first"] * 100 + ["instead"]
    avoided = [offer.file for offer in found if not offer.usable]
    assert avoided == (["c-whole-scorm2004-4.zip", "c-whole-scorm2004-3.zip"] if family.name == "moodle" else [])
