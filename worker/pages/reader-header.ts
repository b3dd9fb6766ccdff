/**
 * Tells of an answer to a browser that is signed in whose it is: the account. By it the pages that a browser puts by are
 * one reader's, and go with them.
 */
export const READER_HEADER = 'Dateline-Reader';
