"""Whether JSON values are what xAPI says they must be. Pure: values in, problems with their JSONPath out.

Source: xAPI 1.0.3, part two (Data); where asked, the additions of xAPI 2.0 (IEEE 9274.1.1).
"""

from scormkit.xapi.validation.shapes import Problem
from scormkit.xapi.validation.statements import Version, statement_problems

__all__ = ["Problem", "Version", "statement_problems"]
