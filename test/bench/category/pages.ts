// What tells the category of real pages in all their languages: the section, the text, or nothing. Their sections and
// texts are those that a person read off them.
import * as v from 'valibot';
import { categorise } from '../../../shared/category/index.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { readRecords } from '../ground-truth.ts';
import { printTable } from '../table.ts';

const FILES = ['scrapinghub', 'fundus', 'vn', 'wcxb', 'htmldate', 'trafilatura'];

const Page = v.object({
  html: v.string(),
  gold: v.object({
    title: v.nullish(v.string(), ''),
    body: v.nullish(v.string(), ''),
    section: v.nullish(v.union([v.string(), v.array(v.string())])),
  }),
});
type Page = v.InferOutput<typeof Page>;

// Where nobody wrote down the section: what the page says of itself.
const SECTION = /<meta[^>]+(?:article:section|parsely-section)["'][^>]*content=["']([^"']+)/i;

const sectionOf = ({ html, gold }: Page): readonly string[] =>
  gold.section ? [gold.section].flat() : (SECTION.exec(html)?.slice(1) ?? []);

const languageOf = ({ html, gold }: Page): string =>
  guessLanguage(gold.body ?? '') ??
  /<html[^>]+lang=["']?([a-z]{2})/i.exec(html)?.[1]?.toLowerCase() ??
  '?';

interface Counts {
  pages: number;
  sections: number;
  section: number;
  text: number;
}
const NOTHING: Counts = { pages: 0, sections: 0, section: 0, text: 0 };

/** Of these the text tells something too. */
const LEARNED = new Set(['vi', 'en']);

const cellsOf = (name: string, { pages, sections, section, text }: Counts): string[] => {
  const unsure = pages - section - text;
  const share = `${Math.round((100 * unsure) / pages)}%`;
  return [...[name, pages, sections, section, text, unsure].map(String), share];
};

/** Prints how often each tells it, in each language and in all of those together whose texts tell nothing. */
export const printPages = (): void => {
  const rows = new Map<string, Counts>();
  const others = { ...NOTHING };
  for (const page of FILES.flatMap((file) => readRecords(Page, 'articles', file))) {
    const language = languageOf(page);
    const section = sectionOf(page);
    const { title, body } = page.gold;
    const found = categorise({ section, title: title ?? '', text: body ?? '', language });
    const row = rows.get(language) ?? { ...NOTHING };
    rows.set(language, row);
    for (const counts of LEARNED.has(language) ? [row] : [row, others]) {
      counts.pages += 1;
      if (section.length > 0) counts.sections += 1;
      if (found) counts[found.from] += 1;
    }
  }
  console.log('\nWhat tells the category of real pages');
  printTable(
    ['language', 'pages', 'with a section', 'by section', 'by text', 'unsure', 'of all'],
    [
      ...[...rows].sort((a, b) => b[1].pages - a[1].pages).map(([name, row]) => cellsOf(name, row)),
      ...(others.pages > 0 ? [cellsOf('but vi, en', others)] : []),
    ],
  );
};
