// No route without a cost: the benchmark of costs asks each.
import { expect, test } from 'vitest';
import { ROUTES } from '../../worker/routes/registry.ts';
import { COSTED } from '../bench/cost-requests.ts';

test('the benchmark of costs asks every route, and no other', () => {
  const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(COSTED).sort(), 'add a request to test/bench/cost-requests.ts').toEqual(
    routes.sort(),
  );
});
