// Held against the specification's own schema, which the validator reads from disk: not in workerd.
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../worker/routes/openapi.ts';
import { ROUTES } from '../../worker/routes/registry.ts';

test('the description of the API is valid OpenAPI 3.1', async () => {
  const document = JSON.parse(JSON.stringify(openApiDocument(ROUTES)));
  const result = await new Validator().validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});
