/**
 * What is said of modules and activities: the one table from which statements are made here, and from which their
 * templates are written (`scormkit/xapi/profile/events.py`). So what follows `=` is JSON.
 *
 * `said` are the members of the result, `apart` those that only a launch outside cmi5 has room for (cmi5, 9.5): a value
 * that is always the same, or null where it is what came of it. `moves` says that the LMS may move the learner on
 * (cmi5, 9.6.2.2), `judges` that a passing score decided (cmi5, 9.6.3.2).
 */
export const EVENTS = {
  "module": {
    "initialized": { "said": {} },
    "completed": { "said": { "completion": true, "duration": null }, "apart": { "score": null }, "moves": true },
    "passed": {
      "said": { "success": true, "score": null, "duration": null },
      "apart": { "completion": true },
      "moves": true,
      "judges": true
    },
    "failed": {
      "said": { "success": false, "score": null, "duration": null },
      "apart": { "completion": true },
      "moves": true,
      "judges": true
    },
    "terminated": { "said": { "duration": null } }
  },
  "activity": {
    "answered": { "said": { "response": null, "success": null, "duration": null } },
    "completed": { "said": { "completion": true, "duration": null } },
    "interacted": { "said": { "duration": null } }
  }
};
