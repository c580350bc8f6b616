"""Small SCORM 2004 packages, and a learner in Chromium who plays them by hand: the SCOs do what the test tells them."""

from __future__ import annotations

import time
from pathlib import Path

HEAD = """<manifest identifier="m" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>"""
BY_CONTENT = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>'
# The SCO finds its API where it is, and says goodbye when it is taken away, as a SCO must.
SCO = """<!DOCTYPE html><title>SCO</title><p>SCO<script>
const api = parent.API_1484_11;
let open = api?.Initialize("") === "true";
const set = (name, value) => api.SetValue(name, String(value));
const get = (name) => api.GetValue(name);
const end = () => { if (open) { open = false; return api.Terminate(""); } };
addEventListener("pagehide", end);
</script>"""


def item(name: str, sequencing: str = "", extra: str = "") -> str:
    """An item with a resource; its sequencing lets the content set its status."""
    return f"""<item identifier="{name}" identifierref="r-{name}"><title>{name.upper()}</title>{extra}
      <imsss:sequencing>{sequencing}{BY_CONTENT}</imsss:sequencing></item>"""


def write_package(folder: Path, names: str, body: str) -> Path:
    """A package whose SCOs are `names`, with what stands in its organization."""
    resources = "".join(
        f'<resource identifier="r-{name}" type="webcontent" adlcp:scormType="sco" href="{name}.html"/>'
        for name in names.split()
    )
    manifest = f"""{HEAD}<organizations default="o"><organization identifier="o"><title>Course</title>
      {body}</organization></organizations><resources>{resources}</resources></manifest>"""
    folder.mkdir()
    (folder / "imsmanifest.xml").write_text(manifest, encoding="utf-8")
    for name in names.split():
        (folder / f"{name}.html").write_text(SCO, encoding="utf-8")
    return folder


class Player:
    """A learner at the LMS page."""

    def __init__(self, context, host):
        self.context = context
        self.host = host
        self.page = None

    def open(self, url):
        """Come to an address of the host."""
        self.page = self.context.new_page()
        self.page.goto(url)

    def start(self, conditions=None):
        """Start, or go on."""
        self.open(self.host.start_url(conditions))

    def at(self, name):
        """Wait until this SCO is open in the frame."""
        self.page.wait_for_function(
            """name => {
              const inside = document.querySelector("iframe")?.contentWindow;
              return inside?.location.pathname.endsWith(`/${name}.html`) && inside.document.readyState === "complete";
            }""",
            arg=name,
        )
        return self

    def do(self, script):
        """Let the SCO in the frame run a script; gives its result."""
        return self.page.frame("sco").evaluate(script)

    def set(self, **values):
        """Let the SCO set elements (`score__scaled=1` is cmi.score.scaled) and commit."""
        for name, value in values.items():
            element = f"cmi.{name.replace('__', '.')}"
            assert self.do(f"set({element!r}, {str(value)!r})") == "true", element
        assert self.do("api.Commit('')") == "true"

    def press(self, request):
        """Press a button of the LMS, or an entry of the table of contents."""
        self.page.locator(f"button[data-request='{request}']").click()

    def usable(self):
        """Which buttons and entries can be pressed."""
        found = self.page.locator("button[data-request]:enabled").evaluate_all("all => all.map(b => b.dataset.request)")
        return set(found)

    def wait_until(self, condition):
        """Wait for something at the host."""
        for _ in range(200):
            if condition():
                return
            time.sleep(0.02)
        raise AssertionError("it never came to that")

    def close(self):
        """Close the tab."""
        self.page.close()
        time.sleep(0.2)
