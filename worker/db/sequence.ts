/** The number that this batch has taken, in a statement whose ?1 is the workspace. */
export const SEQ = '(SELECT seq FROM library WHERE workspace = ?1 AND here = 1)';
