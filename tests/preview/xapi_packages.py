"""Small cmi5 and Tin Can packages, and one who talks to their host over HTTP."""

from __future__ import annotations

import http.client
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import uuid4

from scormkit.preview import XapiHost

AU = "https://example.org/c/au1"
SECOND = "https://example.org/c/au2"
FREE = "https://example.org/c/free"
BLOCK = "https://example.org/c/block"
COURSE = "https://example.org/c"

CMI5 = f"""<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="{COURSE}"><title><langstring lang="en">Course</langstring></title>
    <description><langstring lang="en">About</langstring></description></course>
  <block id="{BLOCK}"><title><langstring lang="en">Block</langstring></title>
    <description><langstring lang="en">About</langstring></description>
    <au id=" {AU} " moveOn="CompletedAndPassed" masteryScore="0.8">
      <title><langstring lang="en">First &lt;b&gt;</langstring></title>
      <description><langstring lang="en">About</langstring></description>
      <url> one/index.html?page=2 </url><launchParameters>level=3</launchParameters>
      <entitlementKey>key-1</entitlementKey></au>
    <au id="{SECOND}" moveOn="CompletedOrPassed" launchMethod="OwnWindow">
      <title><langstring lang="en">Second</langstring></title>
      <description><langstring lang="en">About</langstring></description><url>two.html#part</url></au>
  </block>
  <block id="{COURSE}/open"><title><langstring lang="en">Open</langstring></title>
    <description><langstring lang="en">About</langstring></description>
    <au id="{FREE}"><title><langstring lang="en">Free</langstring></title>
      <description><langstring lang="en">About</langstring></description><url>https://elsewhere.example/x</url></au>
  </block>
</courseStructure>"""

ACTIVITY = "https://example.org/t/course"
TINCAN = f"""<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
  <activity id="{ACTIVITY}" type="http://adlnet.gov/expapi/activities/course"><name>All</name>
    <description lang="en">About</description><launch lang="en">index.html</launch></activity>
  <activity id="{ACTIVITY}/part" type="http://adlnet.gov/expapi/activities/module"><name>Part</name>
    <description lang="en">About</description></activity>
</activities></tincan>"""


def write_package(path: Path, name: str, text: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, text)
        archive.writestr("index.html", "<title>Content</title>")
        archive.writestr("one/index.html", "<title>One</title>")
    return path


@dataclass
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)


def send(url, method="GET", body=None, parameters=None, headers=None, timeout=10):
    """One request over a connection of its own; a body that is no bytes goes as JSON."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
    query = urlencode(parameters or {})
    target = f"{parts.path}?{'&'.join(filter(None, (parts.query, query)))}"
    sent = {"X-Experience-API-Version": "1.0.3", **(headers or {})}
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
        sent.setdefault("Content-Type", "application/json")
    try:
        connection.request(method, target, body, {k: v for k, v in sent.items() if v is not None})
        response = connection.getresponse()
        return Reply(response.status, response.headers, response.read())
    finally:
        connection.close()


@dataclass
class Unit:
    """An assignable unit, played by a test: it knows its launch, and can say what an AU says."""

    host: XapiHost
    address: str
    parameters: dict = field(init=False)
    token: str = field(init=False, default="")
    data: dict = field(init=False, default_factory=dict)

    def __post_init__(self):
        self.parameters = dict(parse_qsl(urlsplit(self.address).query))

    def ask(self, method, resource, body=None, parameters=None, headers=None):
        url = f"{self.parameters['endpoint']}{resource}"
        return send(url, method, body, parameters, {"Authorization": f"Basic {self.token}", **(headers or {})})

    def fetch(self):
        return send(self.parameters["fetch"], "POST")

    @property
    def state(self):
        given = self.parameters
        return {"activityId": given["activityId"], "agent": given["actor"], "registration": given["registration"]}

    def begin(self):
        """Everything up to the first statement."""
        self.token = self.fetch().json["auth-token"]
        self.data = self.ask("GET", "activities/state", parameters={**self.state, "stateId": "LMS.LaunchData"}).json
        profile = {"agent": self.parameters["actor"], "profileId": "cmi5LearnerPreferences"}
        self.ask("GET", "agents/profile", parameters=profile)
        return self

    def statement(self, verb, result=None, *, second=0, defined=True, judged=None, extensions=None, **more):
        """A statement as the specification wants it. `second` orders the timestamps."""
        result = result or {}
        template = self.data["contextTemplate"]
        judged = ("success" in result or "completion" in result) if judged is None else judged
        categories = [
            *(["https://w3id.org/xapi/cmi5/context/categories/cmi5"] if defined else []),
            *(["https://w3id.org/xapi/cmi5/context/categories/moveon"] if judged else []),
        ]
        context = {
            **template,
            "registration": self.parameters["registration"],
            "contextActivities": {
                **template["contextActivities"],
                **({"category": [{"id": each} for each in categories]} if categories else {}),
            },
            "extensions": {**template["extensions"], **(extensions or {})},
        }
        return {
            "id": str(uuid4()),
            "timestamp": f"2090-01-01T00:00:{second:02}.000Z",
            "actor": json.loads(self.parameters["actor"]),
            "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
            "object": {"id": self.parameters["activityId"]},
            **({"result": result} if result else {}),
            "context": context,
            **more,
        }

    def say(self, *given, **more):
        return self.post(self.statement(*given, **more))

    def post(self, statement):
        return self.ask("POST", "statements", statement)


def verbs(host):
    """The last words of all verbs, in the order of storing."""
    return [each["verb"]["id"].rsplit("/", 1)[-1] for each in host.statements]
