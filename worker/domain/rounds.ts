/** How often a write that met another one looks again; each round, at least one of them gets through. */
export const ROUNDS = 12;
