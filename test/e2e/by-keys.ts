// A page gone through as somebody does who does not see it: by the keyboard alone, and by what Chromium tells a screen
// reader of where one stands.
import { type CDPSession, expect, type Page } from '@playwright/test';

/** What is heard of what has the focus. */
export interface Stop {
  role: string;
  name: string;
  description: string;
}

const MOST_STOPS = 80;

const text = (value: { value?: unknown } | undefined): string => String(value?.value ?? '');

/** One for each page, as long as that is: one that ends would take a device that makes passkeys with it. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

const sessionOf = (page: Page): Promise<CDPSession> => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
};

const FOCUSED = 'document.activeElement === document.body ? null : document.activeElement';

const focused = async (page: Page): Promise<Stop> => {
  const session = await sessionOf(page);
  const { result } = await session.send('Runtime.evaluate', { expression: FOCUSED });
  const { objectId } = result;
  if (objectId === undefined)
    return { role: 'RootWebArea', name: await page.title(), description: '' };
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId,
    fetchRelatives: false,
  });
  const [node] = nodes;
  return { role: text(node?.role), name: text(node?.name), description: text(node?.description) };
};

const standingWhere = async (page: Page, check: (at: Stop) => void): Promise<Stop> => {
  let at: Stop = { role: '', name: '', description: '' };
  // While a page comes in the place of another one, what had the focus is gone.
  await expect(async () => {
    at = await focused(page);
    check(at);
  }).toPass({ timeout: 5_000 });
  return at;
};

/** What has the focus, as it is told; the page itself, by its title, where nothing has it. */
export const standing = (page: Page): Promise<Stop> => standingWhere(page, () => {});

/** The same, once it has a name: fails where something without one has the focus. */
const named = (page: Page): Promise<Stop> =>
  standingWhere(page, ({ role, name }) =>
    expect(name, `a ${role} without a name has the focus`).not.toBe(''),
  );

/** Goes on by Tab until something of that role and name has the focus. Fails at a stop that has no name. */
export const tabTo = async (page: Page, role: string, name: string | RegExp): Promise<Stop> => {
  const isMeant = (at: Stop): boolean =>
    at.role === role && (typeof name === 'string' ? at.name === name : name.test(at.name));
  const passed: Stop[] = [];
  for (let at = await named(page); passed.length < MOST_STOPS; at = await named(page)) {
    if (isMeant(at)) return at;
    passed.push(at);
    await page.keyboard.press('Tab');
  }
  const names = passed.map((stop) => `${stop.role} “${stop.name}”`).join(', ');
  throw new Error(`Tab leads to no ${role} “${name}”, but to ${names}`);
};

/** Goes to a button by Tab and presses it. */
export const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, 'button', name);
  await page.keyboard.press('Enter');
};

/** Goes to a link by Tab and follows it. */
export const follow = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, 'link', name);
  const there = page.waitForEvent('domcontentloaded');
  await page.keyboard.press('Enter');
  await there;
};

/** Goes to a field by Tab and types into it, in place of what it holds: the browser selects that. */
export const type = async (page: Page, name: string, typed: string): Promise<void> => {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(typed);
};

/** Waits for a page that says by its title what it is. */
export const expectPage = (page: Page, title: string): Promise<void> =>
  expect(page).toHaveTitle(`${title} · Dateline`);

/** Waits until what was done is said, and the focus stands there. */
export const expectTold = async (page: Page, said: string): Promise<void> => {
  await expect(page.locator('output:focus')).toHaveText(said);
  expect(await standing(page)).toMatchObject({ role: 'status', name: said });
};
