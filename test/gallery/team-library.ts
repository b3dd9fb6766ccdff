// A library of several people: what each of them did in it.
import { openDatabase } from '../../worker/local/database.ts';
import type { Mark } from '../../shared/schema/highlight.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { newId, sample } from '../worker/sample.ts';
import { claimLibrary, type WebLibrary } from './web-library.ts';

/** A colleague as one who sends: their own session, the team's workspace. */
const admit = async (
  library: WebLibrary,
  data: string,
  { language, name, role }: { language: InterfaceLanguage; name: string; role: string },
): Promise<WebLibrary> => {
  const own = await claimLibrary({ origin: library.origin, data }, { language });
  const database = openDatabase(data);
  const account = database
    .prepare(`SELECT account FROM member WHERE workspace = ? AND role = 'owner'`)
    .get(own.workspace)?.['account'];
  database.prepare('UPDATE account SET name = ? WHERE id = ?').run(name, String(account));
  database
    .prepare(`INSERT INTO member (account, workspace, role, joined_at) VALUES (?, ?, ?, ?)`)
    .run(String(account), library.workspace, role, new Date().toISOString());
  database.close();
  return own;
};

const TEXT =
  'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí.';
const QUOTE = 'quy hoạch từng thửa đất';

const markOf = (changed: Partial<Mark>): Mark => {
  const start = TEXT.indexOf(QUOTE);
  return {
    anchor: {
      quote: QUOTE,
      before: TEXT.slice(0, start),
      after: TEXT.slice(start + QUOTE.length).slice(0, 64),
      start,
      end: start + QUOTE.length,
    },
    colour: 'green',
    note: '',
    ...changed,
  };
};

/** What the two file, delete, bring back and import. */
const actTogether = async ({
  library,
  editor,
  clips,
}: {
  library: WebLibrary;
  editor: WebLibrary;
  clips: readonly string[];
}): Promise<void> => {
  const api = `/api/w/${library.workspace}`;
  const [first = ''] = clips;
  const none = { tags: [], collections: [] };
  const file = (who: WebLibrary, add: readonly string[], remove: readonly string[]) =>
    who.send('POST', `${api}/clips/many`, {
      act: 'file',
      clips,
      change: { add: { ...none, collections: add }, remove: { ...none, collections: remove } },
    });
  await file(editor, ['Tuần này', 'Để viết bài'], ['Hồ sơ đất']);
  await file(library, [], ['Để viết bài']);
  await editor.send('DELETE', `${api}/clips/${first}`, {});
  await library.send('POST', `${api}/trash/${first}/restore`, {});
  await library.send(
    'POST',
    `/w/${library.workspace}/collection/${encodeURIComponent('Để viết bài')}`,
    new URLSearchParams({ do: 'delete' }),
  );
  await editor.send('PUT', `${api}/imports/${newId()}/parts/0`, {
    version: 1,
    name: 'bookmarks.html',
    items: [1, 2, 3].map((nth) => ({
      url: `https://a.example/old/${nth}`,
      title: `Trang đã lưu số ${nth}`,
      addedAt: null,
      tags: [],
      folder: [],
    })),
  });
  const article = { language: 'vi', site: 'Báo Tỉnh' };
  for (let nth = 1; nth <= 7; nth += 1)
    await editor.send(
      'PUT',
      `${api}/keeps/${newId()}`,
      sample({ ...article, title: `Tin số ${nth}` }),
    );
  const gone = sample({ ...article, title: 'Tin đăng nhầm' });
  const kept = await editor.send('PUT', `${api}/keeps/${newId()}`, gone);
  const { clip }: { clip: string } = await kept.json();
  await editor.send('DELETE', `${api}/clips/${clip}`, {});
};

/** Who came, became something else, and is gone by now. */
const changeMembers = (data: string, workspace: string): void => {
  const database = openDatabase(data);
  const accountOf = (role: string): string =>
    String(
      database
        .prepare('SELECT account FROM member WHERE workspace = ? AND role = ?')
        .get(workspace, role)?.['account'],
    );
  const note = database.prepare(
    `INSERT INTO member_change (workspace, at, account, kind, role, by_account) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const [owner, editor, viewer] = [accountOf('owner'), accountOf('editor'), accountOf('viewer')];
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const at = (time: string): string => `${yesterday}T${time}:00.000Z`;
  note.run(workspace, at('08:00'), editor, 'join', 'viewer', editor);
  note.run(workspace, at('08:05'), editor, 'role', 'editor', owner);
  note.run(workspace, at('08:10'), viewer, 'join', 'viewer', viewer);
  note.run(workspace, at('08:20'), 'gone', 'remove', null, owner);
  database.close();
};

/** A team of three, and its clip with notes. */
export interface Team {
  editor: WebLibrary;
  viewer: WebLibrary;
  clip: string;
}

/** Fills a library of three people. */
export const makeTeam = async (
  library: WebLibrary,
  data: string,
  language: InterfaceLanguage,
): Promise<Team> => {
  const { workspace } = library;
  const editor = await admit(library, data, {
    language,
    name: 'Nguyễn Thị Minh Khai',
    role: 'editor',
  });
  const unnamed = await admit(library, data, { language, name: '', role: 'viewer' });
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: TEXT }] }];
  const summary = { sentences: [{ block: 0, start: 0, end: TEXT.length }], terms: ['quy hoạch'] };
  const keep = async (who: WebLibrary, id: string, title: string, collections: string[] = []) => {
    const write = sample(
      { title, language: 'vi', site: 'Báo Tỉnh', blocks },
      { summary, filing: { tags: [], collections } },
    );
    const answer = await who.send('PUT', `/api/w/${workspace}/keeps/${id}`, write);
    const told: { id: string; clip: string } = await answer.json();
    return told;
  };
  const kept = await keep(library, newId(), 'Tỉnh mở cổng dữ liệu đất đai', ['Hồ sơ đất']);
  // What others do from here on is new to the owner.
  const seen = new URLSearchParams({ on: 'activity', seq: '999999', do: 'shown' });
  await library.send('POST', `/w/${workspace}/visit`, seen);
  const bridge = await keep(editor, newId(), 'Cầu Mỹ Thuận 2 thông xe', ['Hạ tầng miền Tây']);
  const note = (who: WebLibrary, mark: Mark) =>
    who.send('PUT', `/api/w/${workspace}/highlights/${newId()}`, {
      version: 1,
      keep: kept.id,
      highlight: newId(),
      mark,
    });
  await note(editor, markOf({ note: 'Hỏi Sở: dữ liệu cập nhật bao lâu một lần?', forTeam: true }));
  await note(unnamed, markOf({ colour: 'blue', forTeam: true }));
  await note(library, markOf({ colour: 'pink', note: 'So với năm ngoái', forTeam: true }));
  await actTogether({ library, editor, clips: [kept.clip, bridge.clip] });
  changeMembers(data, workspace);
  return { editor, viewer: unnamed, clip: kept.clip };
};
