// Feeds as other people's programs see them: libxml2 says whether they are well-formed, feedparser what is in them.
import { spawnSync } from 'node:child_process';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { type Feed, FEED_FORMATS, writeFeed } from '../../shared/digest/feeds.ts';
import { groupClips } from '../../shared/digest/index.ts';
import { writeOpml } from '../../shared/digest/opml.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import { dayEntryHtml } from '../../worker/pages/DayEntry.tsx';

const TITLES = [
  'A ]]> B ]]]]>> C <![CDATA[ D',
  'NUL \0, unit separator \u001F, non-characters \uFFFE\uFFFF',
  'halves \uD800 and \uDC00, and a whole \u{1F4F0}',
  'right to left \u202Egnp.exe\u202C, left open \u2066\u202E',
  'split by what is left out: ]\u0001]\u0001> &\u0001amp;',
  'a &amp; b &#0; &bogus; "quoted" \'too\' <!-- -- > -->',
  '\u0085 next line, \u2028 line, \u2029 paragraph, \uFEFF mark',
];

// XML 1.0, 2.2, and what stands for half a character.
const held = (title: string): string =>
  // oxlint-disable-next-line no-control-regex
  title.toWellFormed().replace(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

/**
 * A day whose clips have these titles, as a story of two, of clips alone, and of what comes from pages beside titles; or with
 * the texts of all but the first, which would be too long.
 */
const hostileDay = (isWhole: boolean): string => {
  const clips = TITLES.map((title, nth): ClipCard => ({
    id: `019b0000-0000-7000-8000-00000000000${nth}`,
    url: `https://paper.example/?a=${nth}&b=]]>`,
    title,
    site: title,
    section: [title],
    category: null,
    authors: [title],
    attribution: title,
    language: 'vi" onload="alert(1)',
    leadImage: null,
    published: '2022-12-27',
    day: '2022-12-27',
    keptDay: '2022-12-27',
    summary: [title, `<script>alert(${nth})</script>`],
    words: 10,
    story: nth < 2 ? 'one' : null,
  }));
  return dayEntryHtml({
    workspace: 'w',
    groups: groupClips(clips, 'UTC'),
    more: 3,
    isOpen: true,
    texts: isWhole
      ? new Map(
          clips.slice(1).map(({ id, title }) => [
            id,
            [
              { kind: 'paragraph', runs: [{ text: title }] },
              { kind: 'list', ordered: false, items: [[{ text: title, href: title }]] },
            ],
          ]),
        )
      : null,
    page: 'https://news.example/w/w/search?q=tag%3A%22&b=]]>',
    language: 'en',
    origin: 'https://news.example',
  });
};

const FEED: Feed = {
  id: 'tag:dateline,2026:test',
  title: 'News ]]> \0',
  description: 'Clips',
  language: 'vi',
  self: 'https://news.example/feed/x/clips.atom',
  home: 'https://news.example/',
  updated: '2026-03-10T08:00:00.000Z',
  entries: TITLES.map((title, index) => ({
    id: `tag:dateline,2026:test:${index}`,
    title,
    language: 'vi" onload="alert(1)',
    url: `https://paper.example/?a=${index}&b=]]>"\u0001\uFFFE`,
    updated: '2026-03-10T08:00:00.000Z',
    published: '2022-12-27T01:05:53.000Z',
    authors: [title],
    categories: [title],
    html:
      index < 2
        ? hostileDay(index === 1)
        : `<p>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  })),
};

test.each(FEED_FORMATS)('a feed reader finds every entry of hostile titles in %s', (format) => {
  const body = writeFeed(format, FEED);
  const { entries } = format === 'json' ? extractFromJson(body) : extractFromXml(body);
  expect(entries?.map(({ link }) => decodeURIComponent(link ?? ''))).toEqual(
    FEED.entries.map(({ url }) => url),
  );
  for (const [index, entry] of (entries ?? []).entries())
    expect(entry.title?.slice(0, 3)).toBe(
      held(TITLES[index] ?? '')
        .trim()
        .slice(0, 3),
    );
});

test.each([
  ['with summaries', 0],
  ['with whole texts', 1],
])('a day of hostile titles %s is HTML that runs nothing, the same in each format', (_, nth) => {
  const bodies = [
    parseAtomFeed(writeFeed('atom', FEED)).entries?.[nth]?.content?.value,
    parseRssFeed(writeFeed('rss', FEED)).items?.[nth]?.description,
    parseJsonFeed(writeFeed('json', FEED)).items?.[nth]?.content_html,
  ];
  expect(new Set(bodies).size).toBe(1);
  const [html = ''] = bodies;
  expect(html).not.toMatch(/<script|<!|\son\w+="/);
  // One for each story; of that of two, the other's headline in a list, or above its text.
  expect(html.match(/<h3/g)).toHaveLength(TITLES.length - 1);
  expect(html.match(nth === 0 ? /<li>/g : /<h4/g)).toHaveLength(1);
  expect(html).toContain('and 3 more clips');
});

const OPML = writeOpml('News ]]> \0', [
  {
    title: 'Tags <&>',
    feeds: TITLES.map((title, nth) => ({ title, address: `https://news.example/?a=${nth}&b=]]>` })),
  },
]);

test('a list of feeds of hostile titles has each as it was', () => {
  const [group] = parseOpml(OPML).body?.outlines ?? [];
  expect(group?.outlines?.map(({ xmlUrl }) => xmlUrl)).toEqual(
    TITLES.map((_, nth) => `https://news.example/?a=${nth}&b=]]>`),
  );
});

const isThere = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args).status === 0;

const hasXmllint = isThere('xmllint', ['--version']);
const hasFeedparser = isThere('python3', ['-c', 'import feedparser']);
if (!hasXmllint) console.log('xmllint is not installed: it has not checked the feeds.');
if (!hasFeedparser)
  console.log('python3-feedparser is not installed: it has not checked the feeds.');

test.runIf(hasXmllint).each(['rss', 'atom'] as const)(
  'hostile titles leave %s well-formed, and themselves as they were',
  (format) => {
    const input = writeFeed(format, FEED);
    const checked = spawnSync('xmllint', ['--noout', '-'], { input, encoding: 'utf8' });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    const titleOf = (index: number): string => {
      const path = `string((//*[local-name()="item" or local-name()="entry"])[${index + 1}]/*[local-name()="title"])`;
      const found = spawnSync('xmllint', ['--xpath', path, '-'], { input, encoding: 'utf8' });
      return found.stdout.trim();
    };
    expect(TITLES.map((_, index) => titleOf(index))).toEqual(
      TITLES.map((title) => held(title).trim()),
    );
  },
);

test.runIf(hasXmllint)(
  'hostile titles leave a list of feeds well-formed, and themselves as they were',
  () => {
    const checked = spawnSync('xmllint', ['--noout', '-'], { input: OPML, encoding: 'utf8' });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    const textOf = (nth: number): string =>
      spawnSync('xmllint', ['--xpath', `string((//outline[@xmlUrl])[${nth + 1}]/@text)`, '-'], {
        input: OPML,
        encoding: 'utf8',
      }).stdout.trim();
    // White space is one to an attribute (XML 1.0, 3.3.3).
    expect(TITLES.map((_, nth) => textOf(nth))).toEqual(TITLES.map((title) => held(title).trim()));
  },
);

const Parsed = v.object({
  bozo: v.union([v.literal(false), v.literal(0)]),
  version: v.string(),
  entries: v.array(v.object({ id: v.string(), link: v.string(), updated: v.string() })),
});

const PARSE = `import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
entries = [{key: entry.get(key) for key in ('id', 'link', 'updated')} for entry in feed.entries]
print(json.dumps({'bozo': feed.bozo, 'version': feed.version, 'entries': entries}))`;

test.runIf(hasFeedparser).each([
  ['rss', 'rss20'],
  ['atom', 'atom10'],
] as const)('feedparser finds nothing amiss in %s', (format, version) => {
  const input = writeFeed(format, FEED);
  const { stdout, stderr } = spawnSync('python3', ['-c', PARSE], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(v.parse(Parsed, JSON.parse(stdout))).toEqual({
    bozo: expect.anything(),
    version,
    entries: FEED.entries.map(({ id, url, updated }) => ({ id, link: new URL(url).href, updated })),
  });
});
