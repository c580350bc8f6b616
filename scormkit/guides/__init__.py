"""What lies beside the packages for the people who upload them: install guides and a privacy sheet.

A folder holds a guide: `page.md`, a Jinja template that says what comes when, and `words/<language>.yaml`, all that it
says. `shared/` holds what every guide says. `coverage/` is made in the same way, for the authors of a course.
"""

from scormkit.guides.writing import guides

__all__ = ["guides"]
