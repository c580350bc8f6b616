/**
 * The sequencer: scorm-again's, with what it leaves to an LMS and what it does otherwise than SCORM 2004 says.
 *
 * It reaches below scorm-again's public API in four places, each for want of another way: the measure rollup, what may
 * be chosen, the suspended activity, and the elements that a reset leaves.
 *
 * Sources: SCORM 2004 4th Edition, Sequencing and Navigation (SN) 4, its pseudo code in appendix C.
 */

/**
 * @typedef {{ id: string, completion: string, success: string, measure: number | null, progress: number | null,
 *   attempts: number, suspended: boolean }} Tracked
 */
/**
 * What the learner may ask for now; `choice` by identifier, `hidden` the buttons that the content has itself.
 *
 * @typedef {{ continue: boolean, previous: boolean, choice: Set<string>, hidden: string[] }} Validity
 */

// The precision of measures: real(10,7), RTE 4.1.1.6.
const PRECISION = 7;

/** One learner's way through one organization. */
export class Engine {
  /**
   * @param {any} settings the activity tree, as scorm-again's ActivitySettings
   * @param {string | null} state where the learner left, as `state` gave it
   */
  constructor(settings, state) {
    /** @type {any} The activity that was delivered and has not been taken. */
    this.delivered = null;
    this.ended = false;
    /** What the sequencer could not do, by the code of its pseudo code. */
    this.exception = "";
    const page = /** @type {any} */ (window);
    // A log level above "error" keeps the console for what the SCO itself has to say.
    this.lms = new page.Scorm2004API({
      autocommit: false,
      logLevel: 5,
      sequencing: {
        activityTree: settings,
        // What a SCO has reported counts at once for what may come next, not only when it ends.
        autoRollupOnCMIChange: true,
        eventListeners: {
          onActivityDelivery: (/** @type {any} */ activity) => (this.delivered = activity),
          onSequencingSessionEnd: () => (this.ended = true),
          onSequencingError: (/** @type {string} */ error) => (this.exception = String(error)),
        },
      },
    });
    this.service = this.lms.getSequencingService();
    this.process = this.service.getOverallSequencingProcess();
    this.service.rollupProcess.getMeasureProcessor().measureRollupProcess = rollUpMeasure;
    if (state) this.#restore(JSON.parse(state));
  }

  /** @returns {any} */
  get root() {
    return this.service.getSequencingState().rootActivity;
  }

  /** @returns {any} */
  get current() {
    return this.service.getSequencingState().currentActivity;
  }

  /**
   * Ask for navigation while no SCO has a session open; whether something is delivered is then in `delivered`.
   *
   * @param {string} request
   * @param {string} [target]
   * @param {string} [exit] the cmi.exit of the SCO that is left
   * @returns {boolean}
   */
  ask(request, target, exit) {
    this.exception = "";
    this.ended = false;
    return this.service.processNavigationRequest(request, target, exit);
  }

  /**
   * The learner comes, for one activity or for wherever it goes on.
   *
   * @param {string | null} wanted
   */
  begin(wanted) {
    // The page went away in the middle of an attempt, or after it: what was going on is suspended.
    if (this.current && (this.current.isActive || (!wanted && this.current.isSuspended))) this.ask("suspendAll");
    const suspended = this.#tree.suspendedActivity;
    if (suspended && !this.current) this.ask("resumeAll");
    if (wanted) {
      if (this.delivered?.id === wanted) return;
      // To go elsewhere the learner leaves what was resumed, which stays suspended.
      this.delivered = null;
      this.ask("choice", wanted, suspended ? "suspend" : "");
    } else if (!suspended) {
      this.#goOn();
    }
  }

  /** Start, or go on from an activity that was over when the learner left. */
  #goOn() {
    const { current } = this;
    if (!current) {
      if (this.ask("start")) return;
      // Where nothing flows the learner chooses; where there is one thing to choose, nobody is asked.
      const open = [...this.validity().choice].filter((id) => this.find(id)?.children.length === 0);
      if (open.length === 1) this.ask("choice", open[0]);
    } else if (this.allows("continue")) {
      this.ask("continue");
    } else if (this.#mayChoose(current.id)) {
      this.ask("choice", current.id);
    }
  }

  /** What was delivered last, once. */
  take() {
    const { delivered } = this;
    this.delivered = null;
    return delivered;
  }

  /**
   * A SCO begins with data of its own: scorm-again's reset leaves some of the SCO before.
   *
   * @param {Record<string, string>} elements
   */
  load(elements) {
    this.lms.reset({}, { preserveListeners: true });
    const { cmi } = this.lms;
    cmi.comments_from_learner.reset(true);
    cmi.thresholds._scaled_passing_score = "";
    cmi.content._launch_data = "";
    cmi.settings._max_time_allowed = "";
    cmi.settings._time_limit_action = "continue,no message";
    this.lms.loadFromFlattenedJSON(elements, "");
  }

  /** @returns {Validity} */
  validity() {
    this.process.invalidateNavigationCache();
    return {
      continue: this.allows("continue"),
      previous: this.allows("previous"),
      choice: new Set(this.#all().map((one) => one.id).filter((id) => this.#mayChoose(id))),
      hidden: this.process.getContentActivityData(this.current ?? this.root).hideLmsUi,
    };
  }

  /**
   * scorm-again's own prediction knows no choice where nothing has been begun.
   *
   * @param {string} id
   * @returns {boolean}
   */
  #mayChoose(id) {
    return this.service.sequencingProcess.validateNavigationRequest("choice", id, this.current).valid;
  }

  /**
   * Whether the learner may go on or back: from a running SCO as if it ended now.
   *
   * @param {"continue" | "previous"} request
   * @returns {boolean}
   */
  allows(request) {
    if (this.lms.isInitialized()) {
      const { outcome, targetActivityId } = this.lms.previewNavigationRequest(request);
      return outcome === "allowed" && targetActivityId !== null;
    }
    return request === "continue" ? this.process.predictContinueEnabled() : this.process.predictPreviousEnabled();
  }

  /** @param {string} id */
  find(id) {
    return this.#all().find((one) => one.id === id);
  }

  /** @returns {Tracked[]} */
  tracked() {
    return this.#all().map((one) => ({
      id: one.id,
      completion: one.completionStatus,
      success: one.objectiveSatisfiedStatusKnown ? (one.objectiveSatisfiedStatus ? "passed" : "failed") : "unknown",
      measure: one.objectiveMeasureStatus ? one.objectiveNormalizedMeasure : null,
      progress: one.attemptCompletionAmountStatus ? one.attemptCompletionAmount : null,
      attempts: one.attemptCount,
      suspended: one.isSuspended,
    }));
  }

  /** Where the learner is, for the next time. */
  state() {
    return JSON.stringify({ tree: this.process.getSuspensionState(), session: this.process.getSequencingState() });
  }

  /**
   * scorm-again's own order ends with the tree, which makes the current activity active although it had ended.
   *
   * @param {{ tree: any, session: any }} state
   */
  #restore({ tree, session }) {
    this.process.restoreSuspensionState(tree);
    this.process.restoreSequencingState(session);
  }

  /** @returns {any} */
  get #tree() {
    return this.lms._sequencing.activityTree;
  }

  /** @returns {any[]} */
  #all() {
    /** @param {any} one @returns {any[]} */
    const below = (one) => [one, ...one.children.flatMap(below)];
    return below(this.root);
  }
}

/**
 * The measure of a cluster, by the pseudo code of RB.1.1: every tracked child counts by its weight, measured or not.
 * scorm-again leaves out the unmeasured, and takes from the weight of children that are incomplete or tried again.
 *
 * @param {any} activity
 * @returns {any[]} the clusters below whose rollup is to be repeated: none
 */
function rollUpMeasure(activity) {
  let [total, counted, known] = [0, 0, false];
  for (const child of activity.getAvailableChildren()) {
    const { tracked, objectiveMeasureWeight: weight } = child.sequencingControls;
    if (!tracked) continue;
    counted += weight;
    if (child.objectiveMeasureStatus && child.objectiveInfoAvailableInCurrentParentAttempt !== false) {
      total += child.objectiveNormalizedMeasure * weight;
      known = true;
    }
  }
  activity.objectiveMeasureStatus = known && counted > 0;
  if (activity.objectiveMeasureStatus) {
    activity.objectiveNormalizedMeasure = Number((total / counted).toFixed(PRECISION));
  }
  return [];
}
