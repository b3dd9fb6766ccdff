import type { ProblemCode } from '../../shared/schema/problem.ts';

/** A rule says no: one of the catalogue's problems, with a detail for the caller where it helps. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  /** In how many seconds the same may go through. */
  readonly retryAfter: number | undefined;

  /** The page that leads back to what was refused, where it is to be done once more. */
  readonly back: string | undefined;

  constructor(code: ProblemCode, detail?: string | { retryAfter?: number; back?: string }) {
    const told = typeof detail === 'string' ? detail : undefined;
    super(told ? `${code}: ${told}` : code);
    this.code = code;
    this.detail = told;
    const more = typeof detail === 'object' ? detail : {};
    this.retryAfter = more.retryAfter;
    this.back = more.back;
  }
}

/** Whether something failed for this reason, about which its caller can do something. */
export const wasRefused = (error: unknown, code: ProblemCode): boolean =>
  error instanceof Refusal && error.code === code;
