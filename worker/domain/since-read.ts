// Writes that are meant of what their caller has read, and of nothing else.

/**
 * Tells since which change of the library what a write is about is as its caller has read it: the write stops where another
 * one came after that. Null where they do not say what they have read. Throws 'changed-meanwhile' where it is another by now.
 */
export type SinceRead = (about: { id: string }) => Promise<number | null>;

/** Of who means whatever is there. */
export const whatever: SinceRead = () => Promise.resolve(null);
