/**
 * Keeps the screen on while a timer runs: a chair's phone lies on the table, to be looked at and not touched.
 *
 * Screen Wake Lock (W3C). A browser may lack it, and a frame of another origin may not use it; then the screen goes dark
 * as it always does, and the timer stays right.
 *
 * @param {Pick<WakeLock, "request"> | undefined} wakeLock
 * @returns {(on: boolean) => Promise<void>} Each call waits for those before it, so that none outlives the last.
 */
export function screen(wakeLock) {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let settled = Promise.resolve();

  /** @param {boolean} on */
  const set = async (on) => {
    try {
      // A browser takes the lock away where the page is not seen.
      if (on && (!lock || lock.released)) lock = (await wakeLock?.request("screen")) || null;
      if (!on && lock) {
        await lock.release();
        lock = null;
      }
    } catch {
      lock = null;
    }
  };
  return (on) => (settled = settled.then(() => set(on)));
}
