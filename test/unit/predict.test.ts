// The harness as a stranger runs it: JSON Lines in, one line for each out. What needs a browser is in test/e2e.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const SCRIPT = path.resolve(import.meta.dirname, '../../worker/local/predict.ts');

const predict = async (task: string, input: string) => {
  const child = spawn(process.execPath, [SCRIPT, task]);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const answers: unknown[] = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code: await code, answers, stderr };
};

const lines = (...records: unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

it('answers each record in its order, and goes on after one that fails', async () => {
  const document = {
    lang: 'vi',
    title: 'A',
    text: 'Một câu đủ dài để làm bản tóm tắt của bài này.',
  };
  const { code, answers } = await predict(
    'summarise',
    `${lines({ id: 'a', ...document, sentences: 1 })}not JSON\n\n${lines(
      { id: 'b', text: 5, sentences: 1 },
      { id: 'c', ...document, sentences: 2 },
    )}`,
  );
  expect(code).toBe(0);
  expect(answers).toEqual([
    {
      id: 'a',
      summary: ['Một câu đủ dài để làm bản tóm tắt của bài này.'],
      ms: expect.any(Number),
    },
    { id: null, error: expect.stringContaining('JSON') },
    { id: 'b', error: expect.stringContaining('text') },
    {
      id: 'c',
      summary: ['Một câu đủ dài để làm bản tóm tắt của bài này.'],
      ms: expect.any(Number),
    },
  ]);
});

it('ends a record where the line ends, and nowhere else', async () => {
  const id = 'một\u2028hai\u2029ba\u0085bốn';
  const line = JSON.stringify({ id, text: 'x'.repeat(200_000) });
  const { answers } = await predict('story', `${line}\r\n${line}`);
  expect(answers).toEqual([
    expect.objectContaining({ story: id }),
    expect.objectContaining({ story: id }),
  ]);
});

it('tells the category by the section, else by the text, else not at all', async () => {
  const match =
    'The striker scored twice as the team won the cup final, and the coach praised his players.';
  const { answers } = await predict(
    'categorise',
    lines(
      { id: 'a', lang: 'vi', title: 'T', text: '', section: ['Tin', 'Pháp luật'] },
      { id: 'b', lang: 'vi', title: 'T', text: '', section: 'Đời sống > Sức khỏe' },
      { id: 'c', lang: 'en', title: 'T', text: match },
      { id: 'd', lang: 'xx', title: 'T', text: 'Lorem.' },
    ),
  );
  const ms = expect.any(Number);
  expect(answers).toEqual([
    { id: 'a', category: '02000000', ms },
    { id: 'b', category: '07000000', ms },
    { id: 'c', category: '15000000', ms },
    { id: 'd', category: null, ms },
  ]);
});

it('puts what reports one event into the story that came first', async () => {
  const title = 'Sập cầu Phong Châu ở Phú Thọ';
  const body =
    'Cầu Phong Châu bắc qua sông Hồng ở tỉnh Phú Thọ sập sáng 9/9, mười ôtô rơi xuống sông.';
  const { answers } = await predict(
    'story',
    lines(
      { id: 'a', lang: 'vi', title, text: body },
      { id: 2, lang: 'vi', title: 'Giá vàng hôm nay', text: 'Giá vàng miếng giảm nhẹ.' },
      { id: 'c', lang: 'vi', title: 'Cầu Phong Châu sập', text: body },
      { id: 'd' },
    ),
  );
  const ms = expect.any(Number);
  expect(answers).toEqual([
    { id: 'a', story: 'a', ms },
    { id: 2, story: '2', ms },
    { id: 'c', story: 'a', ms },
    { id: 'd', error: expect.stringContaining('text') },
  ]);
});

it('relates documents to each other as the route does, also to those that come after them', async () => {
  const storm = 'Bão Yagi đổ bộ Quảng Ninh với gió giật cấp 17, cảng Tuần Châu có nhiều tàu chìm.';
  const { answers } = await predict(
    'relate',
    `${lines(
      { id: 'a', lang: 'vi', title: 'Bão Yagi vào Quảng Ninh', text: storm },
      { id: 'b', lang: 'vi', title: 'Chung kết bóng đá nữ', text: 'Huỳnh Như mở tỷ số.' },
    )}not JSON\n${lines({ id: 'd' }, { id: 5, lang: 'vi', title: 'Tàu chìm vì bão Yagi', text: storm })}`,
  );
  const ms = expect.any(Number);
  expect(answers).toEqual([
    { id: 'a', related: [5], mirror: [5], ms },
    { id: 'b', related: [], mirror: [], ms },
    { id: null, error: expect.stringContaining('JSON') },
    { id: 'd', error: expect.stringContaining('text') },
    { id: 5, related: ['a'], mirror: ['a'], ms },
  ]);
}, 60_000);

it('says how it is used when the task is none of its own', async () => {
  for (const task of ['translate', 'constructor', '']) {
    const { code, answers, stderr } = await predict(task, '');
    expect(code).toBe(2);
    expect(answers).toEqual([]);
    expect(stderr).toContain('Usage');
  }
});

it('is quiet when nobody reads on', async () => {
  const child = spawn(process.execPath, [SCRIPT, 'story']);
  const record = lines({ id: 'a', lang: 'en', title: 'T', text: 'x'.repeat(1_000) });
  child.stdin.on('error', () => undefined);
  child.stdin.end(record.repeat(20_000));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  expect(await text(child.stderr)).toBe('');
  expect(await code).toBe(0);
});
