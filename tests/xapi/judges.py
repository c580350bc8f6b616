"""Two judges of statements that are not ours: ralph-malph's models (PyPI) and xapi-validation (npm).

Both know xAPI 1.0.3 and nothing of 2.0, and each is stricter than the specification somewhere: ralph takes nothing that
is empty outside extensions, xapi-validation no context activity that is not in an array.
Tests that ask them are slow (`@pytest.mark.slow`), and need what npm installs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_NODE = Path(sys.executable).with_name("node")
_SCRIPT = Path(__file__).with_name("xapi_validation.js")


def complaints(statements: Sequence[dict[str, Any]]) -> list[str]:
    """What either judge has against these statements; nothing where both accept all of them.

    One process judges all of them: ask once, with many. Raises `subprocess.CalledProcessError` where xapi-validation is
    not installed: judges that are missing accept nothing.
    """
    verdicts = zip(statements, ralph_complaints(statements), xapi_validation_complaints(statements), strict=True)
    return [
        f"statement {index} ({_told(statement)}): {judge}: {complaint}"
        for index, (statement, ralph, validation) in enumerate(verdicts)
        for judge, found in (("ralph", ralph), ("xapi-validation", validation))
        for complaint in found
    ]


def ralph_complaints(statements: Sequence[dict[str, Any]]) -> list[list[str]]:
    """What ralph's base model has against each statement."""
    # It takes a second to import, which only those who ask it shall wait for.
    from pydantic import ValidationError
    from ralph.models.xapi.base.statements import BaseXapiStatement

    def found(statement: dict[str, Any]) -> list[str]:
        try:
            BaseXapiStatement.model_validate(statement)
        except ValidationError as error:
            return [f"{'.'.join(map(str, each['loc']))} {each['msg']}" for each in error.errors()]
        except Exception as error:  # its model stumbles over some of what it should refuse
            return [f"cannot read it: {error!r}"]
        return []

    return [found(each) for each in statements]


def xapi_validation_complaints(statements: Sequence[dict[str, Any]]) -> list[list[str]]:
    """What xapi-validation has against each statement."""
    done = subprocess.run(
        [_NODE, _SCRIPT], input=json.dumps(list(statements)), stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found


def _told(statement: dict[str, Any]) -> str:
    verb = statement.get("verb")
    return str(verb.get("id") if isinstance(verb, dict) else verb)
