// What a library that was seeded is known by.
/** The workspace's id. */
export const WORKSPACE = 'bench';
/** The secret of its owner's session. */
export const SESSION = 's'.repeat(43);
/** The server's secret. */
export const SECRET = 'b'.repeat(43);
/** The day that benchmarks read. */
export const DAY = '2026-03-10';
/** One that is not over as far as freezing goes: one of its clips waits for its profile. */
export const LIVE_DAY = '2026-03-11';
/** A day of a week all of which is over. */
export const WEEK_BEFORE = '2026-03-03';
