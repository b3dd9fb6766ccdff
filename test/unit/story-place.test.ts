// Which story a clip is of: copies and reports of one event are one story, and what a person says of stories stays.
import { describe, expect, it } from 'vitest';
import { termVector } from '../../shared/related/vector.ts';
import type { Described, Filed } from '../../shared/story/described.ts';
import { fingerprint } from '../../shared/story/fingerprint.ts';
import { placeInStory } from '../../shared/story/place.ts';

const describeClip = (
  id: string,
  title: string,
  text: string,
  day: string | null = '2024-09-10',
): Described => ({
  id,
  day,
  vector: termVector({ title, text, language: /[ạảấầ]/.test(text) ? 'vi' : 'en' }),
  fingerprint: fingerprint({ text }),
});

const BRIDGE = describeClip(
  'bridge-1',
  'Sập cầu Phong Châu ở Phú Thọ, nhiều xe rơi xuống sông Hồng',
  'Khoảng 10h sáng 9/9, cầu Phong Châu bắc qua sông Hồng nối huyện Tam Nông và Lâm Thao, tỉnh Phú Thọ bị sập nhịp chính. Camera hành trình ghi lại cảnh một xe tải lao xuống dòng nước xiết. Phó chủ tịch tỉnh cho biết có mười ôtô, hai xe máy cùng 13 người rơi xuống sông, ba người đã được cứu lên bờ.',
);
const BRIDGE_AGAIN = describeClip(
  'bridge-2',
  'Vụ sập cầu Phong Châu: 13 người mất tích, đã cứu được ba người',
  'Cầu Phong Châu tại tỉnh Phú Thọ sập lúc 10h ngày 9/9 khi lũ sông Hồng lên cao. Theo báo cáo nhanh của huyện Tam Nông, hai nhịp cầu đổ xuống làm mười ôtô và hai xe máy rơi xuống sông. Ba nạn nhân được đưa vào bệnh viện huyện Lâm Thao, lực lượng cứu hộ tiếp tục tìm những người còn lại.',
);
const OTHER_BRIDGE = describeClip(
  'other-1',
  'Thông xe cầu Rạch Miễu 2 nối Tiền Giang với Bến Tre',
  'Sáng nay cầu Rạch Miễu 2 bắc qua sông Tiền được thông xe sau hơn ba năm thi công, rút ngắn thời gian đi từ Mỹ Tho sang Bến Tre còn 15 phút. Dự án có tổng mức đầu tư hơn 6.800 tỷ đồng, gồm sáu làn xe. Người dân hai bên bờ đổ ra chụp ảnh, các phà ở bến Rạch Miễu cũ sẽ ngừng hoạt động từ tuần tới.',
);
const LOHAN = describeClip(
  'lohan',
  'Lindsay Lohan checks into Betty Ford Center',
  'Lindsay Lohan has checked into the Betty Ford Center in Rancho Mirage to begin a 90-day court-mandated stay in her reckless driving conviction. She hired her longtime lawyer Shawn Holley after leaving a rehab facility in Newport Beach within minutes. Her Porsche had hit a truck on Pacific Coast Highway.',
);
const REID = describeClip(
  'reid',
  'Tara Reid checks into rehab',
  "Tara Reid has entered the Promises Treatment Center in Malibu, her representative Jack Ketsoyan told People magazine. The American Pie star, 33, asked that her privacy and her family's be respected. Friends said that she had planned the stay since Thanksgiving and would spend the holidays there.",
);

const forecast = (id: string, [a, b, c, d, e, f]: readonly number[]): Described =>
  describeClip(
    id,
    'Dự báo thời tiết hôm nay',
    `Phía Tây Bắc Bộ có mây, không mưa, gió nhẹ, nhiệt độ thấp nhất ${a} độ, nhiệt độ cao nhất ${b} độ. Các tỉnh Đà Nẵng đến Bình Thuận có mưa rào rải rác, nhiệt độ thấp nhất ${c} độ, nhiệt độ cao nhất ${d} độ. Khu vực Nam Bộ ngày nắng, nhiệt độ thấp nhất ${e} độ, nhiệt độ cao nhất ${f} độ.`,
  );

const filed = (clip: Described, story = clip.id): Filed => ({ ...clip, story });

/** Places clips one after another, as the library does. */
const place = (clips: readonly Described[]): Map<string, string> => {
  const stories = new Map<string, string>();
  const kept: Described[] = [];
  for (const clip of clips) {
    const candidates = kept.map((each) => filed(each, stories.get(each.id)));
    const { story, joined } = placeInStory(clip, candidates);
    for (const [id, of] of stories) if (joined.includes(of)) stories.set(id, story);
    stories.set(clip.id, story);
    kept.push(clip);
  }
  return stories;
};

describe('a clip is of the story', () => {
  it('that reports the same event in other words', () => {
    expect(placeInStory(BRIDGE_AGAIN, [filed(OTHER_BRIDGE), filed(BRIDGE)])).toEqual({
      story: 'bridge-1',
      because: 'event',
      joined: [],
    });
  });

  it('of its copy under another headline, whatever the day', () => {
    const text =
      'The city council voted 7 to 2 on Tuesday night to close the Harbour Street bridge for eleven months while its 1931 steel deck is replaced. Engineers found 140 cracked rivets in March, the report by Dana Whitfield says, and buses 4, 9 and 22 will take the long way round by the mill.';
    const original = describeClip('original', 'Bridge closes for a year', text, '2024-03-02');
    const copy = describeClip(
      'copy',
      'Drivers face long detour',
      `Advertisement. ${text} Source: Harbour Post.`,
      '2024-05-20',
    );
    expect(placeInStory(copy, [filed(original)])).toMatchObject({
      story: 'original',
      because: 'copy',
    });
  });

  it('of its own where nothing is like it', () => {
    expect(placeInStory(BRIDGE, [filed(OTHER_BRIDGE)])).toEqual({
      story: 'bridge-1',
      because: 'new',
      joined: [],
    });
    expect(placeInStory(BRIDGE, [])).toEqual({ story: 'bridge-1', because: 'new', joined: [] });
  });

  it('of its own where another event has the same topic', () => {
    expect(placeInStory(LOHAN, [filed(REID)]).because).toBe('new');
    expect(placeInStory(REID, [filed(LOHAN)]).because).toBe('new');
  });

  it('of its own where the other report is weeks away', () => {
    const earlier = { ...BRIDGE, day: '2024-08-01' };
    expect(placeInStory(BRIDGE_AGAIN, [filed(earlier)]).because).toBe('new');
    expect(placeInStory(BRIDGE_AGAIN, [filed({ ...BRIDGE, day: '2024-09-07' })]).because).toBe(
      'event',
    );
    expect(placeInStory(BRIDGE_AGAIN, [filed({ ...BRIDGE, day: null })]).because).toBe('event');
  });

  it('of its own where it is printed every day with other figures', () => {
    const today = forecast('today', [14, 25, 22, 29, 24, 33]);
    const tomorrow = forecast('tomorrow', [17, 27, 21, 31, 26, 35]);
    expect(placeInStory(tomorrow, [filed(today)]).because).toBe('new');
  });
});

describe('the order in which clips come', () => {
  it('makes no difference', () => {
    const clips = [BRIDGE, OTHER_BRIDGE, LOHAN, BRIDGE_AGAIN, REID];
    for (const order of [clips, clips.toReversed(), [...clips.slice(2), ...clips.slice(0, 2)]]) {
      const stories = place(order);
      expect(stories.get('bridge-1')).toBe(stories.get('bridge-2'));
      expect(new Set(stories.values()).size).toBe(4);
    }
  });
});

describe('what a person says', () => {
  const third: Described = { ...BRIDGE_AGAIN, id: 'bridge-3' };

  it('keeps a split story split when a third clip comes that is like both', () => {
    const candidates = [filed(BRIDGE), filed(BRIDGE_AGAIN)];
    expect(placeInStory(third, candidates, [['bridge-2', 'bridge-1']])).toMatchObject({
      joined: [],
    });
    expect(placeInStory(third, candidates)).toMatchObject({ joined: [expect.any(String)] });
  });

  it('keeps a clip out of the story that it was taken from when it is placed again', () => {
    const again = { ...BRIDGE_AGAIN, story: 'bridge-2' };
    expect(placeInStory(again, [filed(BRIDGE)], [['bridge-2', 'bridge-1']])).toEqual({
      story: 'bridge-2',
      because: 'new',
      joined: [],
    });
  });

  it('keeps joined stories joined', () => {
    const candidates = [filed(BRIDGE), filed(OTHER_BRIDGE, 'bridge-1')];
    expect(placeInStory(BRIDGE_AGAIN, candidates)).toMatchObject({ story: 'bridge-1', joined: [] });
  });
});

describe('whatever comes', () => {
  it.each([
    ['nothing', '', ''],
    ['the same headline alone', 'Home', ''],
    ['one word again and again', 'tin '.repeat(100), 'tin '.repeat(50_000)],
    ['another script', 'ニュース', '速報です'],
    ['marks alone', '…', '— '.repeat(1_000)],
  ])('two clips of %s are two stories', (_, title, text) => {
    const one = describeClip('one', title, text);
    const other = describeClip('other', title, text);
    expect(placeInStory(other, [filed(one)]).because).toBe('new');
  });

  it('what another version described is of no story but its own', () => {
    const old = { ...BRIDGE, vector: Uint8Array.of(99, 1, 2), fingerprint: Uint8Array.of(99) };
    expect(placeInStory(BRIDGE_AGAIN, [filed(old)]).because).toBe('new');
    expect(placeInStory(old, [filed(BRIDGE_AGAIN)]).because).toBe('new');
  });

  it('reports in scripts without spaces are told', () => {
    const quake = describeClip(
      'q1',
      '北海道東部で震度五弱の地震 津波の心配なし',
      '気象庁によりますと、十日午前六時ごろ、北海道の釧路地方で震度五弱の揺れを観測する地震がありました。この地震による津波の心配はありません。釧路市では水道管が破裂し、約三百戸が断水しています。',
    );
    const again = describeClip(
      'q2',
      '釧路で震度五弱、三百戸が断水',
      '十日朝、北海道釧路地方で震度五弱を観測する地震があり、釧路市内では水道管の破裂でおよそ三百戸が断水しました。気象庁は津波の心配はないとしています。',
    );
    const vote = describeClip(
      'v',
      '都議会、給食費の無償化を可決',
      '東京都議会は本会議で、公立小中学校の給食費を無償にする条例案を賛成多数で可決しました。来年度の四月から実施されます。',
    );
    expect(place([quake, vote, again])).toEqual(
      new Map([
        ['q1', 'q1'],
        ['v', 'v'],
        ['q2', 'q1'],
      ]),
    );
  });
});
