// Days as they are served: what the shipped extension kept is on the page of its day, in the calendar, the feeds and the
// calendar file, and so is what becomes of it.
import { createServer } from 'node:http';
import { expect, type Page } from '@playwright/test';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import * as v from 'valibot';
import { clipTexts } from '../../shared/locales/clip.ts';
import { Digest } from '../../shared/schema/digest.ts';
import { claim, dailyFeeds, keep, pair } from '../../worker/local/demo/first-hour.ts';
import {
  type Installation,
  install,
  temporaryFolder,
} from '../../worker/local/demo/installation.ts';
import { report } from '../worker/story-texts.ts';
import { test } from './browser.ts';
import { portOf } from './panel-pages.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const WEATHER = { section: 'Thời tiết', path: 'thoi-tiet' };
const SPORT = { section: 'Thể thao', path: 'the-thao' };

const SWIMMING = `Kình ngư Nguyễn Huy Hoàng giành huy chương vàng nội dung 1.500 m tự do nam tại giải bơi vô địch quốc gia ở Huế sáng qua. Anh về đích sau 15 phút 5 giây, bỏ xa người về nhì gần nửa đường bơi. Ban huấn luyện cho biết Huy Hoàng sẽ tập huấn ở Hungary ba tháng để chuẩn bị cho Asiad.`;
const CHESS = `Kỳ thủ Lê Quang Liêm thắng ván cờ nhanh trước đối thủ người Ấn Độ để vào bán kết giải cờ vua châu Á. Ván đấu kéo dài 62 nước, Quang Liêm cầm quân đen và phản công ở cánh hậu. Anh sẽ gặp nhà vô địch năm ngoái ở vòng sau.`;

const told = (name: Parameters<typeof report>[0]): { title: string; text: string } => {
  const { title = '', blocks = [] } = report(name);
  const text = blocks.flatMap((block) =>
    'runs' in block ? block.runs.map((run) => run.text) : [],
  );
  return { title, text: text.join('</p><p>') };
};

const ARTICLES = [
  { ...told('storm'), ...WEATHER, published: '2022-12-27T08:05:53+07:00' },
  { ...told('stormElsewhere'), ...WEATHER, published: '2022-12-27T09:00:00+07:00' },
  { ...told('football'), ...SPORT, published: '2022-12-27T21:30:00+07:00' },
  // Late in the evening there, already the day before in London.
  {
    title: 'Huy Hoàng vô địch 1.500 m tự do',
    text: SWIMMING,
    ...SPORT,
    published: '2022-12-26T00:10:00+07:00',
  },
  {
    title: 'Quang Liêm vào bán kết châu Á',
    text: CHESS,
    ...SPORT,
    published: '2022-12-26T23:50:00+07:00',
  },
];

const [STORM, ELSEWHERE, FOOTBALL, SWIM, LIEM] = ARTICLES.map(({ title }) => title);

const serveArticles = async () => {
  const server = createServer((request, response) => {
    const article = ARTICLES[Number(request.url?.slice(1))];
    response.writeHead(article ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      article &&
        `<!doctype html><html lang="vi"><head><title>${article.title}</title>
         <meta property="og:type" content="article">
         <meta property="article:published_time" content="${article.published}"></head>
         <body><nav class="breadcrumb"><a href="/">Trang chủ</a> <a href="/${article.path}">${article.section}</a></nav>
         <article><h1>${article.title}</h1><p>${article.text}</p></article></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${portOf(server)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** Everything that tells of days, as a reader and a subscriber find it. */
const lookAt = async (owner: Page, base: string, feeds: Readonly<Record<string, string>>) => {
  const text = async (address: string): Promise<string> => {
    const answer = await owner.request.get(address);
    expect(answer.status()).toBe(200);
    return answer.text();
  };
  const whole = { descriptionMaxLen: 0 };
  const entriesOf = async (format: 'rss' | 'atom' | 'json') => {
    const body = await text(feeds[format] ?? '');
    const { entries = [] } =
      format === 'json' ? extractFromJson(body, whole) : extractFromXml(body, whole);
    return entries.map(({ id, description }) => ({
      day: id?.slice(-10) ?? '',
      titles: ARTICLES.map(({ title }) => title).filter((title) => description?.includes(title)),
    }));
  };
  const day = async (date: string) =>
    v.parse(Digest, JSON.parse(await text(`${base.replace('/w/', '/api/w/')}/digests/${date}`)));
  return {
    day,
    titles: async (date: string) =>
      (await day(date)).groups.map(({ stories }) =>
        stories.map(({ clips }) => clips.map(({ title }) => title)),
      ),
    page: (date: string) => text(`${base}/day/${date}`),
    month: () => text(`${base}/month/2022-12`),
    entriesOf,
    calendar: () => text((feeds['atom'] ?? '').replace('daily.atom', 'days.ics')),
  };
};

/** Of each day of a calendar file, its summary and description as one line. */
const eventsIn = (calendar: string): ReadonlyMap<string, string> =>
  new Map(
    calendar
      .replaceAll(/\r\n[ \t]/g, '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event) => [/DTSTART;VALUE=DATE:(\d+)/.exec(event)?.[1] ?? '', event]),
  );

test.describe('days, served', () => {
  test.use({ launch: { language: 'vi', zone: ZONE } });
  test.setTimeout(240_000);
  let installation: Installation;
  let data: ReturnType<typeof temporaryFolder>;

  test.beforeAll(async () => {
    data = temporaryFolder();
    installation = await install(data.folder);
  });
  test.afterAll(async () => {
    await installation.stop();
    data.remove();
  });

  test('five articles are on the pages of their days, in calendar, feeds and calendar file, and follow what is done @pair', async ({
    dateline,
  }) => {
    const articles = await serveArticles();
    const home = await claim(dateline, installation.claim ?? '');
    const workspace = new URL(home.url()).pathname.split('/')[2] ?? '';
    const base = `${installation.origin}/w/${workspace}`;
    await pair(dateline, installation.origin, 'vi');
    for (const index of ARTICLES.keys()) {
      const { page } = await keep(dateline, `${articles.origin}/${index}`, 'vi');
      await page.close();
    }
    articles.close();

    const owner = await dateline.open(`${base}/day/2022-12-27`);
    const look = await lookAt(owner, base, await dailyFeeds(owner, `${base}/feeds`));
    const sorted = async (date: string) =>
      (await look.titles(date)).map((stories) => stories.map((clips) => clips.toSorted()));
    expect(await sorted('2022-12-27')).toEqual(
      expect.arrayContaining([[[STORM, ELSEWHERE].toSorted()], [[FOOTBALL]]]),
    );
    expect(await sorted('2022-12-26')).toEqual([[[LIEM], [SWIM]]]);
    // The second of a story goes by its source there.
    await owner.reload();
    for (const title of [STORM ?? '', ELSEWHERE ?? '', FOOTBALL ?? ''])
      await expect(
        owner.getByRole('link', { name: title, exact: true }).or(owner.getByTitle(title)),
      ).toBeVisible();
    const counts = async () => {
      await owner.goto(`${base}/month/2022-12`);
      const clips = (date: string) =>
        owner.locator(`main a[href$="/day/${date}"] .count`).allInnerTexts();
      return {
        on24: (await clips('2022-12-24')).map(Number.parseFloat),
        on26: (await clips('2022-12-26')).map(Number.parseFloat),
        on27: (await clips('2022-12-27')).map(Number.parseFloat),
      };
    };
    expect(await counts()).toEqual({ on24: [], on26: [2], on27: [3] });
    for (const format of ['rss', 'atom', 'json'] as const) {
      const entries = await look.entriesOf(format);
      expect(entries.map(({ day }) => day)).toEqual(['2022-12-27', '2022-12-26']);
      expect(entries[0]?.titles).toEqual([STORM, ELSEWHERE, FOOTBALL]);
      expect(entries[1]?.titles).toEqual([SWIM, LIEM]);
    }
    const events = eventsIn(await look.calendar());
    expect([...events.keys()].toSorted()).toEqual(['20221226', '20221227']);
    expect(events.get('20221226')).toContain(LIEM);

    const before = await look.day('2022-12-27');
    const clipOf = (title: string | undefined): string =>
      before.groups
        .flatMap(({ stories }) => stories.flatMap(({ clips }) => clips))
        .find((clip) => clip.title === title)?.id ?? '';
    await owner.goto(`${base}/clip/${clipOf(ELSEWHERE)}`);
    await owner.locator('form[action$="/delete"] button').first().press('Enter');
    await owner.waitForURL(/\/day\//);
    await owner.goto(`${base}/clip/${clipOf(FOOTBALL)}/correct`);
    const date = owner.getByLabel(clipTexts('vi').fields.published, { exact: true });
    await date.fill('2022-12-24');
    await date.press('Enter');
    await expect(owner.getByText(clipTexts('vi').saved)).toBeVisible();

    expect(await look.titles('2022-12-27')).toEqual([[[STORM]]]);
    expect(await look.titles('2022-12-24')).toEqual([[[FOOTBALL]]]);
    expect((await look.day('2022-12-27')).revision).toBeGreaterThan(before.revision);
    expect(await look.page('2022-12-27')).not.toContain(FOOTBALL);
    expect(await counts()).toEqual({ on24: [1], on26: [2], on27: [1] });
    for (const format of ['rss', 'atom', 'json'] as const)
      expect((await look.entriesOf(format)).map(({ titles }) => titles)).toEqual([
        [STORM],
        [SWIM, LIEM],
        [FOOTBALL],
      ]);
    const after = eventsIn(await look.calendar());
    expect([...after.keys()].toSorted()).toEqual(['20221224', '20221226', '20221227']);
    expect(after.get('20221227')).not.toContain(FOOTBALL);
  });
});
