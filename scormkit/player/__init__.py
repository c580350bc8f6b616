"""The runtime in the learner's browser: plain JavaScript modules, here as package data; this file is all its Python.

| module | what it is |
|---|---|
| `state.js` | the saved state as text, and its worst-case length |
| `time.js` | time formats of the standards |
| `notation.js` | answers as SCORM 2004 and xAPI write them |
| `unit.js` | the module as its page declares it, and what a state amounts to in it: done, score, progress |
| `contract.js` | what attempt and connectors say to one another; types alone |
| `attempt.js` | the state machine of one attempt, over a connector; knows no page and no standard |
| `connectors/<name>.js` | what a standard asks of the attempt's words; `connect(window)` gives a connector |
| `connectors/api.js`, `connectors/xapi.js` | what the two SCORMs share, and what cmi5 and Tin Can share |
| `statements.js` | xAPI statements; pure |
| `lrs.js`, `queue.js`, `record.js` | requests to an LRS; statements that wait for it; the state kept there |
| `uuid.js` | the ids of statements |
| `frame.js` | pages, navigation, menu, progress, focus, what is said and shown |
| `main.js` | `start(connect, behaviours)`: reads the page and puts all of it together |

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
    + 4                                             "~" and a score held back from the LMS, where it judges scores

characters long, all of them from `A-Za-z0-9_-.~`. `worstCase` in `state.js` is the same formula.
"""
