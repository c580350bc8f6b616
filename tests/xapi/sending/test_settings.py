from __future__ import annotations

import os
import traceback

import pytest

from scormkit.xapi.sending import Access
from scormkit.xapi.sending.settings import SettingsError, from_environment, from_file, is_open_to_others

ENDPOINT = "https://lrs.example.org/xapi/"
SECRET = "s3cret"
GOOD = f'[one]\nendpoint = "{ENDPOINT}"\nusername = "me"\npassword = "{SECRET}"\n'
OTHER = f'[two]\nendpoint = "{ENDPOINT}two/"\nauthorization = "Bearer {SECRET}"\nversion = "2.0.0"\n'


@pytest.fixture
def write(tmp_path):
    def written(text):
        path = tmp_path / "lrs.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written


def named(**values):
    return {f"SCORMKIT_LRS_{key.upper()}": value for key, value in values.items()}


def test_the_environment():
    assert from_environment({"PATH": "x", **named(endpoint="", password="")}) is None
    basic = Access.basic(ENDPOINT, "me", SECRET)
    assert from_environment(named(endpoint=ENDPOINT, username="me", password=SECRET)) == basic
    given = named(endpoint=ENDPOINT, authorization="Bearer x", version="2.0.0")
    assert from_environment(given) == Access(ENDPOINT, "Bearer x", "2.0.0")


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"username": "me", "password": SECRET}, "the environment: SCORMKIT_LRS_ENDPOINT is missing"),
        ({"endpoint": ENDPOINT}, "the environment: SCORMKIT_LRS_USERNAME is missing"),
        ({"endpoint": ENDPOINT, "username": "me"}, "the environment: SCORMKIT_LRS_PASSWORD is missing"),
        (
            {"endpoint": ENDPOINT, "password": SECRET, "authorization": SECRET},
            "the environment: SCORMKIT_LRS_AUTHORIZATION and SCORMKIT_LRS_PASSWORD exclude each other",
        ),
        ({"endpoint": "x", "authorization": SECRET}, "the environment: the endpoint is not an address"),
        ({"endpoint": ENDPOINT, "authorization": f"{SECRET}\n"}, "the environment: the authorization is empty"),
        ({"endpoint": ENDPOINT, "authorization": SECRET, "version": "1"}, "the environment: the version is not one"),
    ],
)
def test_an_environment_that_does_not_suffice(values, says):
    with pytest.raises(SettingsError, match=f"^{says}") as caught:
        from_environment(named(**values))
    assert SECRET not in "".join(traceback.format_exception(caught.value, limit=0))


def test_a_file_names_several(write):
    path = write(GOOD + OTHER)
    assert from_file(path, "one") == Access.basic(ENDPOINT, "me", SECRET)
    assert from_file(path, "two") == Access(f"{ENDPOINT}two/", f"Bearer {SECRET}", "2.0.0")
    assert from_file(write(GOOD)) == Access.basic(ENDPOINT, "me", SECRET)
    assert from_file(write(GOOD.encode("utf-8-sig"))) == Access.basic(ENDPOINT, "me", SECRET)


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        (GOOD + OTHER, None, "it names one, two; choose one with --lrs"),
        ("", None, r"it names no LRS: put endpoint, username and password below a line such as \[lrs\]"),
        (GOOD.removeprefix("[one]\n"), "one", "it names no LRS: put "),
        (GOOD, "on", r"there is no table \[on\]; did you mean `one`\?"),
        (GOOD, "xyz", r"there is no table \[xyz\]; it has one"),
        (f'password = "{SECRET}"\n', "password", "it names no LRS"),
        (GOOD.replace("endpoint", "url"), None, r"\[one\]: there is no key url; the keys are endpoint"),
        (GOOD.replace("username", "usernam"), None, "did you mean `username`"),
        (GOOD.replace('"me"', "7"), None, r"\[one\]: username is not a text in quotes"),
        ("[one]\n", None, r"\[one\]: endpoint is missing"),
        (GOOD + 'authorization = "x"', None, "authorization and username and password exclude each other"),
        (f"[one]\npassword = {SECRET}\n", None, r"the file is not TOML: .*line 2"),
        (GOOD.replace('"me"', '"a:b"'), None, r"\[one\]: the username has a colon"),
        (GOOD.encode("utf-16"), None, "the file is not UTF-8"),
    ],
)
def test_a_file_that_does_not_suffice(write, text, name, says):
    with pytest.raises(SettingsError, match=says) as caught:
        from_file(write(text), name)
    assert SECRET not in "".join(traceback.format_exception(caught.value, limit=0))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        from_file(tmp_path / "none.toml")


@pytest.mark.skipif(os.name != "posix", reason="only there do files have such permissions")
def test_a_file_that_others_can_read(write):
    path = write(GOOD)
    for mode, is_open in ((0o600, False), (0o400, False), (0o640, True), (0o604, True)):
        path.chmod(mode)
        assert is_open_to_others(path) == is_open
