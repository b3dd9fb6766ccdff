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

/** What has the focus, as it is told; the page itself where nothing has it. */
export const standing = async (page: Page): Promise<Stop> => {
  const session = await sessionOf(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'document.activeElement',
  });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId ?? '',
    fetchRelatives: false,
  });
  const [node] = nodes;
  return { role: text(node?.role), name: text(node?.name), description: text(node?.description) };
};

/** Goes on by Tab until something of that role and name has the focus. Fails at a stop that has no name. */
export const tabTo = async (page: Page, role: string, name: string | RegExp): Promise<Stop> => {
  const passed: Stop[] = [];
  for (let at = await standing(page); passed.length < MOST_STOPS; at = await standing(page)) {
    if (at.role === role && (typeof name === 'string' ? at.name === name : name.test(at.name)))
      return at;
    if (passed.length > 0)
      expect(at.name, `a ${at.role} after ${passed.at(-1)?.name}`).not.toBe('');
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
export const expectTold = (page: Page, said: string): Promise<void> =>
  expect(page.locator('output:focus')).toHaveText(said);
