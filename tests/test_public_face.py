"""What `import scormkit` offers."""

import scormkit


def test_every_public_name_is_there() -> None:
    assert len(scormkit.__all__) <= 12
    assert all(getattr(scormkit, name) is not None for name in scormkit.__all__)
    assert dir(scormkit) == sorted(scormkit.__all__)
