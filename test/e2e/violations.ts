import type { Page } from '@playwright/test';
import axe from 'axe-core';
import * as v from 'valibot';

const Violations = v.array(v.tuple([v.string(), v.array(v.string())]));

/**
 * What axe objects to: by rule, the elements. Its source is put into a document once; the builder that others use
 * puts it there for each look, and takes ten times as long for a hundred of them.
 */
export const violationsIn = async (page: Page, options: axe.RunOptions = {}) => {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return v.parse(
    Violations,
    await page.evaluate(
      `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })}).then(
        ({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      )`,
    ),
  );
};
