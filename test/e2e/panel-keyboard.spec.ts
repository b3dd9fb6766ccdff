// Everything that the panel offers, by the keyboard alone; and after each step the keyboard stands somewhere.
import { expect, type Page } from '@playwright/test';
import { connect, kept } from './panel-acts.ts';
import { test } from './panel-test.ts';

const MAX_STEPS = 60;

/** Presses Tab until a control of that name has the focus. */
const tabTo = async (panel: Page, name: string): Promise<void> => {
  const wanted = panel.getByRole('button', { name }).or(panel.getByRole('link', { name }));
  for (let step = 0; step < MAX_STEPS; step += 1) {
    await panel.keyboard.press('Tab');
    if (await wanted.first().evaluate((control) => control === document.activeElement)) return;
  }
  throw new Error(`No ${MAX_STEPS} steps of Tab lead to “${name}”.`);
};

const press = async (panel: Page, name: string): Promise<void> => {
  await tabTo(panel, name);
  await panel.keyboard.press('Enter');
};

const standsSomewhere = (panel: Page): Promise<void> =>
  expect
    .poll(() => panel.evaluate(() => document.activeElement !== document.body), {
      message: 'nothing has the focus',
    })
    .toBe(true);

test('read, show, read on, correct, file, keep and update: by keyboard alone', async ({
  dateline,
  library,
  pages,
}) => {
  await connect(dateline, library);
  const page = await dateline.open(`${pages.origin}/plain`);
  await dateline.shortcut(page, 'D');
  const panel = await dateline.panel();
  await panel.getByRole('heading', { level: 1, name: 'The register of land opens' }).waitFor();
  await panel.bringToFront();

  await press(panel, 'The council of the province opened');
  await expect(panel.locator('.summary [aria-current="true"]')).toHaveCount(1);
  await standsSomewhere(panel);

  await press(panel, 'Read here');
  await expect(panel.getByRole('dialog')).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('dialog')).toBeHidden();
  await standsSomewhere(panel);

  await press(panel, 'Correct…');
  await expect(panel.getByLabel('Headline')).toBeFocused();
  await panel.keyboard.press('ControlOrMeta+A');
  await panel.keyboard.type('The register opens');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 1, name: 'The register opens' })).toBeVisible();
  await standsSomewhere(panel);

  await press(panel, 'Tags, collection…');
  await expect(panel.getByRole('combobox', { name: 'Tags' })).toBeFocused();
  await panel.keyboard.type('land,');
  await panel.keyboard.press('Enter');
  await expect(panel.locator('.filed .tag')).toHaveText(['land']);
  await standsSomewhere(panel);

  await press(panel, 'Keep this article');
  await expect(kept(panel)).toBeVisible();
  await standsSomewhere(panel);

  await press(panel, 'Update');
  await expect.poll(() => library.puts.length).toBeGreaterThan(2);
  await standsSomewhere(panel);
});
