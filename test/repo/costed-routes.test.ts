// No route without a cost: the benchmark of costs asks each.
import { expect, test } from 'vitest';
import { ROUTES } from '../../worker/routes/registry.ts';
import { COSTED, routeOf } from '../bench/cost-requests.ts';

test('the benchmark of costs asks every route, and no other', () => {
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
  const costed = new Set(Object.keys(COSTED).map(routeOf));
  expect([...costed].sort(), 'add a request to test/bench/cost-requests.ts').toEqual(routes.sort());
});
