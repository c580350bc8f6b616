"""The runtime in the learner's browser: plain JavaScript modules, here as package data; this file is all its Python.

A browser gets it in two parts, so that the first page shows and works before all else is there. With the first page:

| module | what it is |
|---|---|
| `main.js` | `start(connect, later)`: begins the attempt, shows the page and brings in the rest |
| `attempt.js` | the state machine of one attempt, over a connector; knows no page and no standard |
| `frame.js` | pages, navigation, menu, progress, focus, what is said and shown |
| `rest.js` | all other pages, the second script and style: fetched until they are there |
| `state.js` | the saved state as text |
| `unit.js`, `contract.js` | the module as its page declares it; what attempt and connectors say to one another; types |
| `timespan.js` | how long something took, as SCORM 1.2 writes it |
| `connectors/<name>.js` | what a standard asks of the attempt's words; `connect(window)` gives a connector |
| `connectors/api.js` | the API of an LMS of SCORM |
| `connectors/late/<name>.js` | the same, where it takes more code than a first page should wait for (cmi5, Tin Can) |
| `connectors/late.js` | fetches one of those, in a script of its own |

Behind it:

| module | what it is |
|---|---|
| `joining.js` | `join(player, behaviours, report)`: wakes all activities of the module |
| `behaviour.js` | what the player and a kind of activity say to one another; types alone |
| `judging.js` | what follows from what a learner does: score, completion, what is told of an answer |
| `outcome.js` | the marks in the menu, and what is said at the end of a module |
| `windows.js` | several windows of one attempt tell one another what is done |
| `paper.js` | what is printed: a sheet, a page or the module |
| `connectors/<name>_answers.js` | how an LMS of SCORM hears of an answer |
| `connectors/late/xapi.js` | what cmi5 and Tin Can share |
| `statements.js`, `events.js`, `subject.js` | xAPI statements, what is said of what, and about whom; pure |
| `lrs.js`, `queue.js` | requests to an LRS; statements that wait for it |
| `record.js`, `merging.js` | the state that an LRS keeps; two states of one attempt put together |
| `time.js`, `notation.js`, `uuid.js` | times and answers as SCORM 2004 and xAPI write them; the ids of statements |
| `overview.js`, `ways.js` | the page that leads to several modules, and the way back to it |

The modules keep to a subset of ES modules that joins into classic scripts (`render/scripts.py`):
imports only as `import { a, b } from "./relative.js";` at the top, exports only as `export function`,
`export const` and `export class`, no cycles, no top-level await. Types stand in JSDoc, and `tsc` checks them.

The length of the saved state
-----------------------------
With page ids p1…pn (n >= 1) and trackables t1…tm, each with an id and `Tracking.state_size`, the state is at most

    5                                               version (1) and checksum (4)
    + max(len(p))                                   the page the learner is on
    + 1                                             "~"
    + sum(len(p)) + (n - 1)                         the pages seen, joined by "."
    + 1                                             "~"
    + sum(len(id) + 1 + state_size) + max(m - 1, 0) each answer as "id-answer", joined by "."
    + 4                                             "~" and the score, where the LMS judges scores

characters long, all of them from `A-Za-z0-9_-.~`. `worstCase` in the tests is the same formula.
"""
