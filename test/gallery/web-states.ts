// What the pages of the server are looked at with: empty, one clip, everything that strains them.
import { signInStates } from './sign-in-states.ts';
import { makeLinks, SHARE_STATES } from './shares.ts';
import { weekOf } from '../../shared/digest/weeks.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { openDatabase } from '../../worker/local/database.ts';
import { makeLongDay } from './long-day.ts';
import { closeSettings, settingsStates, signInLongAgo } from './settings-states.ts';
import { makeTeam } from './team-library.ts';
import { TEAM_STATES } from './team-states.ts';
import { receiveGuests } from './web-guests.ts';
import type { WebLibrary } from './web-library.ts';
import type { LibraryName, Made, WebState } from './web-state.ts';

const today = (): string => new Date().toISOString().slice(0, 10);
const yearsAgo = (years: number): string => {
  const day = today();
  return `${Number(day.slice(0, 4)) - years}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
};
const on = (value: string) => ({
  published: { precision: 'day' as const, value, evidence: 'meta' as const },
});

/** A day of several pages. */
const LONG_DAY = '2012-03-04';
const HOSTILE =
  '"><img src=x onerror=alert(1)><script>alert(1)</script> ]]> &amp; {{7*7}} \u202Egnp.exe';
/** As a name it is held: as much as one may have, and without what turns its order. */
const NAMED = HOSTILE.slice(0, 100).replace('\u202E', '');
const TEXT =
  'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí. Sở cho biết đã có 312.000 thửa được chuẩn hóa.';
const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });
const toldBy = (text: string, end = text.length) => ({
  summary: {
    sentences: [{ block: 0, start: 0, end }],
    terms: ['quy hoạch', 'thửa đất', 'cổng dữ liệu'],
  },
});
const write = (text: string) => ({ blocks: [paragraph(text)] });

/** Fills a library; `data` is the folder that it lies in. */
export const makeLibrary = async (
  name: LibraryName,
  library: WebLibrary,
  data: string,
  language: InterfaceLanguage,
): Promise<Made> => {
  const clips: Record<string, string> = {};
  const listed = await fetch(`${library.origin}/w/${library.workspace}/feeds`, {
    headers: { cookie: library.cookie },
  });
  const feed = /\/feed\/[\w-]+\/clips\.rss/.exec(await listed.text())?.[0] ?? '';
  const keep = async (
    called: string,
    article: Parameters<WebLibrary['keep']>[0],
    text: string = TEXT,
    filing: { tags: string[]; collections: string[] } = { tags: [], collections: [] },
  ): Promise<void> => {
    clips[called] = await library.keep(
      { language: 'vi', ...write(text), ...article },
      { ...toldBy(text), filing },
    );
  };
  if (name === 'one' || name === 'moving')
    await keep('one', { title: 'Cầu Mỹ Thuận 2 thông xe', site: 'Báo Tỉnh', ...on(today()) });
  if (name === 'moving') {
    const database = openDatabase(data);
    database
      .prepare(
        `UPDATE library SET moved_to = number * 4294967296, moved = 12400, to_move = 56000 WHERE workspace = ?`,
      )
      .run(library.workspace);
    database.close();
  }
  if (name === 'moving') {
    const renamed = new URLSearchParams({
      name: 'Tòa soạn có một cái tên rất dài '.repeat(3).trim(),
    });
    await library.send('POST', `/w/${library.workspace}/settings/name`, renamed);
    const second = { name: 'Riêng', language: 'vi', zone: 'Asia/Ho_Chi_Minh' };
    await library.send('POST', '/workspaces', new URLSearchParams(second));
    closeSettings(library, data);
  }
  if (name === 'long') {
    await keep('long', { title: 'Tin trong một ngày dài', site: 'Báo Tỉnh', ...on(LONG_DAY) });
    makeLongDay(library, data);
  }
  const nobody = {
    invite: '',
    colleague: '',
    guest: '',
    guestInvite: '',
    links: {},
    longAgo: '',
  };
  if (name === 'team') {
    clips['team'] = (await makeTeam(library, data, language)).clip;
    const second = { name: 'Riêng', language: 'vi', zone: 'Asia/Ho_Chi_Minh' };
    await library.send('POST', '/workspaces', new URLSearchParams(second));
  }
  if (name !== 'full') return { ...library, clips, feed, ...nobody };

  await keep(
    'usual',
    {
      title: 'Tỉnh mở cổng dữ liệu đất đai, người dân tra quy hoạch từng thửa miễn phí',
      site: 'Báo Tỉnh',
      ...on(today()),
    },
    TEXT,
    {
      tags: ['đất đai', 'quy hoạch'],
      collections: ['Hồ sơ đất'],
    },
  );
  await keep('short', { title: 'Ừ', site: 'X', section: [], authors: [], ...on(today()) });
  await keep('long', {
    title: 'Rất dài '.repeat(62).trim(),
    site: 'Báo có một cái tên dài không tưởng tượng được '.repeat(3).trim(),
    section: ['Chính trị', 'Tin trong tỉnh', 'Quy hoạch'],
    ...on(today()),
  });
  await keep('unbroken', { title: 'x'.repeat(500), ...on(yearsAgo(1)) }, 'y'.repeat(600));
  await keep(
    'arabic',
    {
      title: 'أخبار العالم: قمة المناخ تختتم أعمالها باتفاق جديد',
      language: 'ar',
      site: 'صحيفة العالم',
      section: ['أخبار'],
      authors: ['محمد علي'],
      ...on(yearsAgo(2)),
    },
    'اختتمت قمة المناخ أعمالها باتفاق جديد. وقال الرئيس إن الطريق طويل.',
    { tags: ['مناخ'], collections: [] },
  );
  await keep(
    'mongolian',
    { title: 'ᠮᠣᠩᠭᠣᠯ ᠰᠣᠨᠢᠨ', language: 'mn', ...on(yearsAgo(3)) },
    'ᠮᠣᠩᠭᠣᠯ ᠰᠣᠨᠢᠨ ᠪᠢᠴᠢᠭ᠌',
  );
  await keep(
    'japanese',
    {
      title: '東京で地震、けが人なし',
      language: 'ja',
      site: '東京日報',
      section: ['社会'],
      ...on(yearsAgo(4)),
    },
    '東京都で昨日、地震がありました。けが人はいません。',
  );
  await keep(
    'hostile',
    {
      title: HOSTILE,
      site: HOSTILE,
      section: [HOSTILE, HOSTILE],
      authors: [HOSTILE],
      attribution: HOSTILE,
      ...on(today()),
    },
    HOSTILE,
    { tags: [NAMED], collections: [NAMED] },
  );
  // What comes from here on is new to the reader.
  await library.send(
    'POST',
    `/w/${library.workspace}/visit`,
    new URLSearchParams({ day: today(), by: 'published', seq: '999999', do: 'shown' }),
  );
  await keep(
    'undated',
    { title: 'Không ai biết bài này đăng khi nào', published: null },
    'Có lẽ đã lâu.',
  );
  await keep(
    'ahead',
    { title: 'Lịch bắn pháo hoa giao thừa', ...on('2199-12-31') },
    'Sẽ bắn ở ba nơi.',
  );
  await library.send('PUT', `/api/w/${library.workspace}/clips/${clips['undated']}/reading`, {
    state: 'done',
    starred: true,
  });
  for (let turn = 0; turn < 4; turn += 1)
    await keep(`gone ${turn}`, { title: `Tin cũ số ${turn}`, ...on(yearsAgo(1)) });
  for (const gone of ['gone 0', 'gone 1'])
    await library.send('DELETE', `/api/w/${library.workspace}/clips/${clips[gone]}`, {});
  for (const [called, query] of [
    ['Giá đất', 'đất site:"báo tỉnh" after:7d'],
    ['أخبار العالم اليوم', 'lang:ar'],
    [HOSTILE.slice(0, 200), HOSTILE],
    ['Một tên dài '.repeat(16).trim(), ''],
  ] as const)
    await library.send(
      'POST',
      `/w/${library.workspace}/searches`,
      new URLSearchParams({ name: called, query }),
    );
  const link = { title: 'Rất dài '.repeat(20), url: `https://a.example/${'x'.repeat(300)}` };
  const kept = await library.send(
    'POST',
    `/w/${library.workspace}/keep`,
    new URLSearchParams(link),
  );
  clips['link'] = kept.headers.get('location')?.split('/').at(-1) ?? '';
  const { usual = '', hostile = '', arabic = '' } = clips;
  const links = await makeLinks(library, {
    clips: { usual, hostile, arabic },
    collections: { collection: 'Hồ sơ đất', 'collection-hostile': NAMED },
    day: today(),
  });
  for (let turn = 0; turn < 3; turn += 1) await fetch(library.origin + links['collection']);
  const database = openDatabase(data);
  database
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
       INSERT INTO tag (workspace, id, name, folded, seq)
       SELECT ?, '01-many-' || i, 'Nhãn số ' || i, 'nhãn số ' || i, 1 FROM n`,
    )
    .run(library.workspace);
  database.exec(
    // Libraries of several languages share a database.
    `INSERT OR IGNORE INTO passkey (id, account, device, public_key, counter, transports, created_at, last_used_day)
     SELECT device || id, id, device, '', 0, '[]', '2026-01-05T08:00:00.000Z', used FROM account,
       (SELECT 'Firefox, Linux' AS device, '2026-02-11' AS used UNION SELECT 'Safari, iPhone', NULL);
     INSERT OR IGNORE INTO recovery_code (hash, account)
     SELECT key || account.id, account.id FROM account, json_each('[1,2,3]');
     INSERT OR IGNORE INTO session (hash, account, id, device, created_at, expires_at, last_used_day)
     SELECT 'phone' || id, id, 'phone', 'Safari, iPhone', '2026-01-05T08:00:00.000Z', '2999-01-01', '2026-02-11'
     FROM account`,
  );
  const people = [
    ['lan', 'Nguyễn Thị Lan', 'editor'],
    ['hostile', NAMED, 'viewer'],
    ['nameless', '', 'viewer'],
  ] as const;
  for (const [id, called, role] of people) {
    const account = `${id}-${library.workspace}`;
    database
      .prepare(
        `INSERT INTO account (id, name, created_at) VALUES (?, ?, '2026-01-05T08:00:00.000Z')`,
      )
      .run(account, called);
    database
      .prepare(
        `INSERT INTO member (account, workspace, role, joined_at) VALUES (?, ?, ?, '2026-01-05T08:00:00.000Z')`,
      )
      .run(account, library.workspace, role);
  }
  database.close();
  await library.send('POST', '/account/name', new URLSearchParams({ name: 'Trần Văn Minh' }));
  const form = new URLSearchParams({ role: 'editor', days: '7' });
  const invited = await library.send('POST', `/w/${library.workspace}/invites`, form);
  const invite = /\/invite\/[\w-]{43}/.exec(await invited.text())?.[0] ?? '';
  const guests = await receiveGuests(library, data);
  const colleague = `lan-${library.workspace}`;
  const longAgo = signInLongAgo(library, data);
  return { ...library, clips, feed, links, invite, colleague, longAgo, ...guests };
};

const at =
  (path: string) =>
  ({ workspace }: Made): string =>
    `/w/${workspace}/${path}`;
const clip =
  (called: string) =>
  ({ workspace, clips }: Made): string =>
    `/w/${workspace}/clip/${clips[called]}`;
const kept =
  (called: string, query = '') =>
  ({ workspace, clips }: Made): string =>
    `/w/${workspace}/kept/${clips[called]}${query}`;
const share = (parts: Record<string, string>) => (): string =>
  `/keep?${new URLSearchParams(parts)}`;
/** A page of a collection; of its days, the one that is now. */
const collection =
  (called: string, of = '', now: () => string = () => '') =>
  ({ workspace }: Made): string =>
    `/w/${workspace}/collection/${encodeURIComponent(called)}${of}${now()}`;
const thisWeek = (): string => weekOf(today());
const thisMonth = (): string => today().slice(0, 7);
const day = (library: Made): string => at(`day/${today()}`)(library);
const week = (library: Made): string => at(`week/${thisWeek()}`)(library);
const month = (library: Made): string => at(`month/${thisMonth()}`)(library);

/** Every page of the server, in the states that strain it. */
export const WEB_STATES: readonly WebState[] = [
  { name: 'keep', of: 'one', path: share({ title: 'Cầu thông xe', url: 'https://a.example/1' }) },
  {
    name: 'keep-hostile',
    of: 'one',
    path: share({ title: HOSTILE, url: `https://a.example/?${HOSTILE}` }),
  },
  { name: 'keep-nothing', of: 'one', path: share({}) },
  { name: 'keep-no-address', of: 'one', path: share({ text: 'Cầu thông xe' }) },
  {
    name: 'keep-signed-out',
    of: 'one',
    path: share({ text: 'Tin: https://a.example/1' }),
    signedOut: true,
  },
  { name: 'kept', of: 'full', path: kept('link') },
  { name: 'kept-already', of: 'full', path: kept('arabic', '?told=already') },
  { name: 'day-empty', of: 'empty', path: day },
  { name: 'day-one', of: 'one', path: day },
  { name: 'day', of: 'full', path: day },
  { name: 'day-kept', of: 'full', path: (library) => `${day(library)}?by=kept` },
  { name: 'day-long', of: 'long', path: at(`day/${LONG_DAY}?page=2`) },
  { name: 'day-nothing', of: 'full', path: at('day/1999-01-01') },
  { name: 'week', of: 'full', path: week },
  { name: 'week-nothing', of: 'full', path: at('week/2012-W52') },
  { name: 'month', of: 'full', path: month },
  { name: 'month-kept', of: 'full', path: (library) => `${month(library)}?by=kept` },
  { name: 'month-nothing', of: 'full', path: at('month/2012-02') },
  { name: 'month-empty', of: 'empty', path: month },
  { name: 'clip', of: 'full', path: clip('usual') },
  { name: 'clip-team', of: 'team', path: clip('team') },
  { name: 'clip-long', of: 'full', path: clip('long') },
  { name: 'clip-arabic', of: 'full', path: clip('arabic') },
  { name: 'clip-hostile', of: 'full', path: clip('hostile') },
  { name: 'library-empty', of: 'empty', path: at('library') },
  { name: 'library-one', of: 'one', path: at('library') },
  { name: 'library', of: 'full', path: at('library') },
  { name: 'library-lines', of: 'full', path: at('library?view=list') },
  { name: 'library-filtered', of: 'full', path: at('library?shelf=all&q=') },
  { name: 'full', of: 'full', path: at('library/full') },
  { name: 'full-empty', of: 'empty', path: at('library/full') },
  { name: 'tags', of: 'full', path: at('tags') },
  { name: 'tags-found', of: 'full', path: at('tags?find=dat') },
  { name: 'tag', of: 'full', path: at(`tag/${encodeURIComponent('quy hoạch')}`), opened: true },
  { name: 'collections', of: 'full', path: at('collections') },
  { name: 'collection', of: 'full', path: collection('Hồ sơ đất') },
  { name: 'collection-day', of: 'full', path: collection('Hồ sơ đất', '/day/', today) },
  { name: 'collection-day-hostile', of: 'full', path: collection(NAMED, '/day/', today) },
  { name: 'collection-day-nothing', of: 'full', path: collection('Hồ sơ đất', '/day/2012-12-21') },
  { name: 'collection-week', of: 'full', path: collection('Hồ sơ đất', '/week/', thisWeek) },
  { name: 'collection-month', of: 'full', path: collection('Hồ sơ đất', '/month/', thisMonth) },
  { name: 'search', of: 'full', path: at('search') },
  { name: 'search-empty', of: 'empty', path: at('search') },
  {
    name: 'search-found',
    of: 'full',
    path: at(`search?q=${encodeURIComponent('thửa')}`),
    opened: true,
  },
  {
    name: 'search-lines',
    of: 'full',
    path: at(`search?q=${encodeURIComponent('thửa')}&view=list`),
  },
  { name: 'search-nothing', of: 'full', path: at('search?q=%22nowhere+at+all%22+-x+site:y') },
  { name: 'searches', of: 'full', path: at('searches'), opened: true },
  { name: 'searches-empty', of: 'empty', path: at('searches') },
  { name: 'trash', of: 'full', path: at('trash') },
  { name: 'trash-empty', of: 'empty', path: at('trash') },
  { name: 'import', of: 'empty', path: at('import') },
  { name: 'settings', of: 'full', path: at('settings') },
  { name: 'account', of: 'full', path: () => '/account' },
  { name: 'account-newcomer', of: 'one', path: () => '/account' },
  { name: 'workspaces', of: 'moving', path: () => '/workspaces' },
  ...settingsStates('Hồ sơ đất'),
  ...TEAM_STATES,
  ...signInStates(NAMED),
  { name: 'sign-in', of: 'one', path: () => '/sign-in', signedOut: true },
  { name: 'settings-moving', of: 'moving', path: at('settings#zone'), unanswered: '/zone/steps' },
  { name: 'day-moving', of: 'moving', path: at(`day/${today()}`) },
  ...SHARE_STATES,
  { name: 'reference', of: 'empty', path: () => '/reference' },
  { name: 'feeds', of: 'full', path: at('feeds') },
  { name: 'feeds-empty', of: 'empty', path: at('feeds') },
  { name: 'feed', of: 'full', path: ({ feed }) => feed },
  { name: 'feed-empty', of: 'empty', path: ({ feed }) => feed },
];
