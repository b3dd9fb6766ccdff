import type { ProblemCode } from '../../shared/schema/problem.ts';

/** A rule says no: one of the catalogue's problems, with a detail for the caller where it helps. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  /** In how many seconds the same may go through. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, detail?: string | { retryAfter: number }) {
    const told = typeof detail === 'string' ? detail : undefined;
    super(told ? `${code}: ${told}` : code);
    this.code = code;
    this.detail = told;
    this.retryAfter = typeof detail === 'object' ? detail.retryAfter : undefined;
  }
}
