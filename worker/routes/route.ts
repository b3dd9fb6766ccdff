// A route says who may use it before it says what it does: app.ts mounts nothing else.
import type { ProblemCode } from '../../shared/schema/problem.ts';
import type { Identify, Policy } from './policy.ts';
import type { SchemaName } from './schemas.ts';
import { keepingForms } from './sent-form.ts';
import type { AppContext } from './services.ts';
import { signInByCookie, signInByTokenOrCookie } from './sign-in.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

type Handler<T> = (c: AppContext, established: T) => Response | Promise<Response>;

/** What OpenAPI tells of a route beside its address and policy. */
export interface Operation {
  id: string;
  summary: string;
  /** The JSON body that it takes. */
  body?: SchemaName;
  /** What may stand in the query, and what it means. */
  query?: Readonly<Record<string, string>>;
  /** What the tag in If-Match is of, where it hears one: it changes nothing else than what its caller has read. */
  ifMatch?: string;
  /** The answers by status; null has no body. */
  answers: Readonly<Record<number, SchemaName | null>>;
  /** Where each line of the answer is a JSON text of its own (JSON Lines). */
  lines?: true;
  /** Problems that its policy and body do not already imply. */
  problems?: readonly ProblemCode[];
}

export interface Route {
  method: Method;
  path: string;
  policy: Policy<unknown>;
  /** Null for what people or feed readers open. */
  operation: Operation | null;
  handle: (c: AppContext) => Promise<Response>;
}

const guard =
  <T>(policy: Policy<T>, identify: Identify, handler: Handler<T>) =>
  async (c: AppContext): Promise<Response> =>
    handler(c, await policy.establish(c, identify));

/** A route of the API: for tokens and for our own pages, described in OpenAPI. */
export const apiRoute = <T>({
  handler,
  ...route
}: {
  method: Method;
  path: `/api/${string}`;
  policy: Policy<T>;
  operation: Operation;
  handler: Handler<T>;
}): Route => ({ ...route, handle: guard(route.policy, signInByTokenOrCookie, handler) });

/** A page, a form's target or a feed: for people in a browser, whom a cookie signs in. */
export const pageRoute = <T>({
  handler,
  ...route
}: {
  method: 'GET' | 'POST';
  path: `/${string}`;
  policy: Policy<T>;
  handler: Handler<T>;
}): Route => ({
  ...route,
  operation: null,
  handle: keepingForms(guard(route.policy, signInByCookie, handler)),
});
