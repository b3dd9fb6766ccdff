// How a story is told: which clip goes first, and its joint summary.
import { describe, expect, it } from 'vitest';
import { type Origin, originalFirst } from '../../shared/story/original.ts';
import { storySummary, type Told } from '../../shared/story/summary.ts';
import { bodiesOf, factsIn, handMade, lengthOf, repeatsIn } from '../bench/story/told.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

const clip = (id: string, about: Partial<Origin> = {}): Origin => ({
  id,
  url: `https://${id}.example/tin/1`,
  site: null,
  attribution: null,
  published: null,
  keptDay: '2024-05-10',
  ...about,
});

const order = (...clips: readonly Origin[]): readonly string[] =>
  originalFirst(clips, ZONE).map(({ id }) => id);

const say = (who: string, ...texts: readonly string[]): readonly Told[] =>
  texts.map((text, position) => ({ clip: who, text, position }));

describe('the clip that goes first', () => {
  const late = clip('late', {
    url: 'https://www.nhandan.vn/thoi-su/bai-1.html?utm_source=x',
    site: 'Báo Nhân Dân',
    published: '2024-05-09T09:00:00+07:00',
  });

  it.each([
    ['its host', { attribution: 'nhandan.vn' }],
    ['its name', { attribution: 'Nhân Dân' }],
    ['its name in other words', { attribution: 'báo Nhân dân' }],
    [
      'its address',
      { attribution: 'Nguồn', attributionUrl: 'http://m.nhandan.vn/thoi-su/bai-1.html' },
    ],
    ['another page of it', { attribution: 'Nguồn', attributionUrl: 'https://nhandan.vn/' }],
  ])('is the one that others name by %s', (_, about) => {
    const early = clip('early', { ...about, published: '2024-05-09T07:00:00+07:00' });
    expect(order(early, late)).toEqual(['late', 'early']);
  });

  it('is an agency that is named by its initials', () => {
    const agency = clip('agency', { site: 'Thông tấn xã Việt Nam', published: '2024-05-09' });
    const early = clip('early', { attribution: 'TTXVN', published: '2024-05-08' });
    expect(order(early, agency)).toEqual(['agency', 'early']);
  });

  it('is the end of the chain, and the earliest where it goes round', () => {
    const a = clip('aaa', { attribution: 'bbb.example', published: '2024-05-01' });
    const b = clip('bbb', { attribution: 'ccc.example', published: '2024-05-02' });
    const c = clip('ccc', { published: '2024-05-03' });
    expect(order(a, b, c)).toEqual(['ccc', 'aaa', 'bbb']);
    expect(order(a, b, { ...c, attribution: 'aaa.example' })[0]).toBe('aaa');
  });

  it('is the earliest where nobody is named, instants and local times compared in the zone', () => {
    const instant = clip('instant', { published: '2024-05-08T23:30:00Z' });
    const local = clip('local', { published: '2024-05-09T06:00' });
    const day = clip('day', { published: '2024-05-09' });
    const earlier = clip('earlier', { published: '2024-05-08' });
    const unknown = clip('unknown');
    expect(order(unknown, day, instant, earlier, local)).toEqual([
      'earlier',
      'local',
      'instant',
      'day',
      'unknown',
    ]);
  });

  it('is the first kept where nothing else tells', () => {
    const later = clip('a', { keptDay: '2024-05-11' });
    expect(order(later, clip('c'), clip('b'))).toEqual(['b', 'c', 'a']);
  });

  it('is not the one that names itself, and addresses that are none do no harm', () => {
    const self = clip('self', { attribution: 'self.example', published: '2024-05-09' });
    const odd = clip('odd', { url: 'nothing', attributionUrl: '::', published: '2024-05-08' });
    expect(order(self, odd)).toEqual(['odd', 'self']);
    expect(order()).toEqual([]);
  });
});

describe('a joint summary', () => {
  const stories = [...handMade('vi'), ...handMade('en')];

  it.each(stories.map((story) => [story.name, story] as const))(
    'is short, repeats nothing and keeps what matters: %s',
    (_, story) => {
      const given = bodiesOf(story);
      const told = storySummary(given);
      expect(repeatsIn(told)).toBe(0);
      expect(lengthOf(told)).toBeLessThan(0.8 * lengthOf(given));
      expect(factsIn(story, told) / story.facts.length).toBeGreaterThanOrEqual(0.5);
      expect(told.every((sentence) => given.includes(sentence))).toBe(true);
    },
  );

  it('says once what two clips say, and what one alone says', () => {
    const first = 'Cầu Phong Châu ở Phú Thọ sập sáng 9/9, 13 người rơi xuống sông.';
    const again = 'Sáng 9/9, cầu Phong Châu ở Phú Thọ sập, 13 người rơi xuống sông.';
    const alone = 'Bộ Quốc phòng sẽ bắc cầu phao thay thế trong tuần này, rộng 6,5 mét.';
    expect(
      storySummary([...say('a', first), ...say('b', again, alone)]).map(({ text }) => text),
    ).toEqual([first, alone]);
  });

  it('of one clip is its own, of none is none', () => {
    const own = say('a', 'One.', 'Two.');
    expect(storySummary(own)).toEqual(own);
    expect(storySummary([])).toEqual([]);
  });

  it('is made of little in bounded time, whatever comes', () => {
    const long = Array.from({ length: 400 }, (_, at) =>
      say(`clip ${at}`, 'x'.repeat(5_000), 'word '.repeat(1_000), '', '…'),
    ).flat();
    expect(storySummary(long).length).toBeLessThanOrEqual(7);
    expect(storySummary([...say('a', ''), ...say('b', '')])).toEqual([]);
  });
});
