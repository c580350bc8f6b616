"""The SCORM 1.2 target."""

from dataclasses import replace
from pathlib import Path

from lxml import etree

from scormkit.course.reading import load_course
from scormkit.render.rendering import render
from scormkit.render.site import Site
from scormkit.targets.identifiers import SIGNIFICANT, manifest_identifier
from scormkit.targets.package import Package
from scormkit.targets.scorm12 import ADLCP, IMSCP, TARGET

GOOD = Path(__file__).parents[1] / "courses" / "good"


def packages() -> tuple[Package, ...]:
    course = load_course(GOOD).course
    assert course is not None
    return TARGET.package(render(course))


def manifest(package: Package) -> etree._Element:
    content = package.files[0].content
    assert isinstance(content, bytes)
    return etree.fromstring(content)


def test_a_package_per_module_and_one_for_the_series() -> None:
    assert [(package.name, len(package.units)) for package in packages()] == [
        ("good-m1-every-kind-scorm12", 1),
        ("good-m2-reading-only-scorm12", 1),
        ("good-a-good-course-scorm12", 2),
    ]


def test_the_manifest_comes_first_and_lists_every_file_once() -> None:
    for package in packages():
        names = [file.path for file in package.files]
        assert names[0] == "imsmanifest.xml"
        listed = [each.get("href") for each in manifest(package).iter(f"{{{IMSCP}}}file")]
        controls = [name for name in names[1:] if name.endswith(".xsd")]
        assert names[1:] == [*controls, *sorted(set(listed))]


def test_moodle_reads_it() -> None:
    # Moodle goes by prefixes: IMS CP has to be the default namespace, and ADL's prefix `adlcp`.
    for package in packages():
        root = manifest(package)
        assert root.nsmap[None] == IMSCP
        assert root.nsmap["adlcp"] == ADLCP
        assert root.findtext(f"{{{IMSCP}}}metadata/{{{IMSCP}}}schemaversion") == "1.2"
        types = [each.get(f"{{{ADLCP}}}scormtype") for each in root.iter(f"{{{IMSCP}}}resource")]
        assert types == ["sco"] * len(package.units) + ["asset"]
        content = package.files[0].content
        assert isinstance(content, bytes)
        assert b"&#" not in content, "Moodle shows numeric character references as they are"
        assert not list(root.iter(f"{{{ADLCP}}}masteryscore"))


def test_an_items_identifier_is_the_same_alone_and_in_the_series() -> None:
    def items(package: Package) -> list[str | None]:
        return [each.get("identifier") for each in manifest(package).iter(f"{{{IMSCP}}}item")]

    one, two, series = packages()
    assert items(one) + items(two) == items(series) == ["item-m1", "item-m2"]


def test_a_module_may_be_called_as_what_all_share() -> None:
    course = load_course(GOOD).course
    assert course is not None
    first, *others = course.modules
    renamed = replace(course, modules=(first.model_copy(update={"id": "shared"}), *others))
    series = TARGET.package(render(renamed))[-1]
    identifiers = manifest(series).xpath("//@identifier")
    assert len(identifiers) == len(set(identifiers))
    paths = [file.path for file in series.files]
    assert len(paths) == len(set(paths))


def test_identifiers_differ_within_what_every_lms_looks_at() -> None:
    long = [manifest_identifier("a_course_with_a_name", f"module_number_{n}", "s12") for n in range(100)]
    assert len({name[:SIGNIFICANT] for name in long}) == 100
    assert all(name[0].isalpha() for name in long)
    assert manifest_identifier("smo", "m1", "s12") == "smo-m1-s12"


def test_the_manifest_is_valid_by_the_official_schemas(scorm12_schema: etree.XMLSchema) -> None:
    for package in packages():
        root = manifest(package)
        # The official schema of metadata has an ambiguous content model, so that libxml2 cannot read it.
        for metadata in root.iter("{*}lom"):
            metadata.getparent().remove(metadata)
        scorm12_schema.assertValid(root)


def test_in_a_linear_course_every_module_waits_for_the_one_before_it(sites: dict[str, Site]) -> None:
    *modules, series = TARGET.package(replace(sites["four"], linear=True))
    scripts = {each.getparent().get("identifier"): each for each in manifest(series).iter(f"{{{ADLCP}}}prerequisites")}
    assert {name: each.text for name, each in scripts.items()} == {
        "item-m2": "item-m1",
        "item-m3": "item-m2",
        "item-m4": "item-m3",
    }
    assert {each.get("type") for each in scripts.values()} == {"aicc_script"}
    assert not [each for module in modules for each in manifest(module).iter(f"{{{ADLCP}}}prerequisites")]
    assert not list(manifest(TARGET.package(sites["four"])[-1]).iter(f"{{{ADLCP}}}prerequisites"))
