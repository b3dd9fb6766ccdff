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
  await keep(editor, newId(), 'Cầu Mỹ Thuận 2 thông xe', ['Hạ tầng miền Tây']);
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
  return { editor, viewer: unnamed, clip: kept.clip };
};
