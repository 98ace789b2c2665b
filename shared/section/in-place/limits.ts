/** Pauses between two looks at what is pending, in milliseconds; the last one repeats. */
export const LOOK_DELAYS_MS = [250, 250, 500, 1_000, 2_000, 5_000] as const;
/** How long the section waits for the connector before it says that there was no answer yet. */
export const ANSWER_TIMEOUT_MS = 60_000;
/** Nobody asks for the same sync twice within this time. */
export const REQUEST_GAP_MS = 5_000;
/** How often relative times are drawn anew while the tab is visible; also the age at which a record is read again. */
export const MINUTE_MS = 60_000;
