import type { ProblemCode } from '../../shared/schema/problem.ts';

/** A rule says no: one of the catalogue's problems, with a detail for the caller where it helps. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;

  constructor(code: ProblemCode, detail?: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.code = code;
    this.detail = detail;
  }
}
