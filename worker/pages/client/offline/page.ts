// What is shown without a network: a page that was put by, which says of when it is, or one that says what there is.
import { offlineTexts } from '../../../../shared/locales/offline.ts';
import { InterfaceLanguage } from '../../../../shared/schema/text.ts';
import * as v from 'valibot';
import { fullDay, plainDay } from '../../dates.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The language of a page. */
const languageOf = (html: string): InterfaceLanguage => {
  const told = /<html lang="(\w+)"/.exec(html)?.[1];
  return v.is(InterfaceLanguage, told) ? told : 'en';
};

const two = (number: number): string => String(number).padStart(2, '0');
const timeOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;
const dayOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** A page with a line that says of when it is, by the clock and zone of this device. */
export const asItWas = (html: string, at: Date, now: Date): string => {
  const language = languageOf(html);
  const t = offlineTexts(language);
  const isToday = dayOf(at) === dayOf(now);
  const line = isToday ? t.asAt(timeOf(at)) : t.asOn(plainDay(dayOf(at), language), timeOf(at));
  return html.replace(/<main\b[^>]*>/, (main) => `${main}<p class="offline">${escaped(line)}</p>`);
};

/** A page in the frame of another one that leads to these days. */
export const listOfDays = (
  frame: string,
  days: readonly { day: string; path: string }[],
): string => {
  const language = languageOf(frame);
  const t = offlineTexts(language);
  const items = days.map(
    ({ day, path }) =>
      `<li><a class="way" href="${escaped(path)}">${escaped(fullDay(day, language))}</a></li>`,
  );
  const main = `<main id="content" class="message"><h1>${t.title}</h1><p>${t.lead}</p><ul class="rows">${items.join('')}</ul></main>`;
  return frame
    .replaceAll(' aria-current="page"', '')
    .replace(/<title>.*?<\/title>/s, () => `<title>${t.title} · Dateline</title>`)
    .replace(/<main\b.*<\/main>/s, () => main);
};

/** A page that says that there is nothing. */
export const nothingHere = (language: InterfaceLanguage): string => {
  const t = offlineTexts(language);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t.title} · Dateline</title></head><body><main id="content"><h1>${t.title}</h1><p>${t.nothing}</p></main></body></html>`;
};
