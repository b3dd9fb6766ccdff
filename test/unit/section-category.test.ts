// What a reader says of a section: which section that is, what the form makes of it, and what this browser remembers.
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { sectionPlace } from '../../shared/category/section-place.ts';
import { EditWrite } from '../../shared/schema/edit.ts';
import type { ChosenCategory } from '../../shared/schema/section-category.ts';
import { LAND } from '../gallery/clips.ts';
import * as v from 'valibot';

let stored: Record<string, unknown> = {};
const area = {
  get: () => Promise.resolve(structuredClone(stored)),
  set: (values: object) => {
    stored = { ...stored, ...structuredClone(values) };
    return Promise.resolve();
  },
};
vi.stubGlobal('chrome', { runtime: { id: 'own' }, storage: { local: area, session: area } });
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => void (stored = {}));

const { correctClip, correctedFields, editBetween, keepDraft, withDraft } =
  await import('../../extension/features/correct/correct.ts');
const { readWritten, writtenOf } = await import('../../extension/features/correct/written.ts');
const { shownCategory } = await import('../../extension/lib/category.ts');
const {
  adoptSectionCategories,
  markTold,
  rememberSectionCategory,
  saidOfSection,
  untoldOfSection,
} = await import('../../extension/lib/section-categories.ts');

const [ENVIRONMENT, POLITICS, SPORT] = ['06000000', '11000000', '15000000'] as const;

const placed = (canonicalUrl: string, ...section: string[]) => ({ canonicalUrl, section });

test('a section is known again by host and path, whatever its www, case and signs', () => {
  const place = sectionPlace(placed('https://www.bao.example/a?b', 'Chính trị', 'Đối ngoại'));
  expect(place).toEqual({ site: 'bao.example', section: 'chính trị > đối ngoại' });
  expect(sectionPlace(placed('http://bao.example/c', ' CHÍNH TRỊ ', '«', 'Đối-ngoại'))).toEqual(
    place,
  );
  const others = [
    placed('https://bao.example/', 'Chính trị'),
    placed('https://bao.example/', 'Chính trị Đối ngoại'),
    placed('https://bao.example/', 'Chinh tri', 'Doi ngoai'),
    placed('https://en.bao.example/', 'Chính trị', 'Đối ngoại'),
  ];
  for (const other of others) expect(sectionPlace(other)).not.toEqual(place);
  expect(sectionPlace(placed('https://bao.example/'))).toBeNull();
  expect(sectionPlace(placed('https://bao.example/', '…', ' '))).toBeNull();
});

const HOME = { server: 'https://home.example', workspace: 'home' };
const TEAM = { server: 'https://home.example', workspace: 'team' };
const article = placed('https://bao.example/1', 'Thời sự');
const say = (category: ChosenCategory, name = 'thời sự') => [
  { site: 'bao.example', section: name, category },
];

test('what is said is remembered for that library alone, and told it once', async () => {
  expect(await saidOfSection(article, HOME)).toBe('auto');
  await rememberSectionCategory(say(null), HOME, false);
  expect(await saidOfSection(article, HOME)).toBeNull();
  expect(await saidOfSection(article, TEAM)).toBe('auto');
  expect(await saidOfSection(article, null)).toBe('auto');
  expect(await saidOfSection(placed('https://bao.example/1', 'Thời sự', 'Xã hội'), HOME)).toBe(
    'auto',
  );
  expect(await untoldOfSection(article, HOME)).toBeNull();
  await markTold(article, SPORT, HOME);
  expect(await untoldOfSection(article, HOME)).toBeNull();
  await markTold(article, null, HOME);
  expect(await untoldOfSection(article, HOME)).toBeUndefined();
  expect(await saidOfSection(article, HOME)).toBeNull();
});

test('what the library says holds, but for what it has not been told yet', async () => {
  await rememberSectionCategory([...say(POLITICS), ...say(SPORT, 'tin nóng')], HOME, true);
  expect(await saidOfSection(article, HOME)).toBe(POLITICS);
  await rememberSectionCategory(say(ENVIRONMENT), HOME, false);
  await rememberSectionCategory(say(SPORT), HOME, true);
  expect(await saidOfSection(article, HOME)).toBe(ENVIRONMENT);
  await markTold(article, ENVIRONMENT, HOME);
  await rememberSectionCategory(say(SPORT), HOME, true);
  expect(await saidOfSection(article, HOME)).toBe(SPORT);
  expect(await saidOfSection(placed('https://bao.example/2', 'Tin nóng'), HOME)).toBe(SPORT);
});

test('what was said before there was a library goes where the clips go that were kept then', async () => {
  await rememberSectionCategory(say(POLITICS), HOME, true);
  await rememberSectionCategory(say(SPORT), null, false);
  await adoptSectionCategories(HOME);
  expect(await saidOfSection(article, HOME)).toBe(SPORT);
  expect(await saidOfSection(article, null)).toBe('auto');
});

test('a thousand sections are remembered, the last ones', async () => {
  const many = Array.from({ length: 1_001 }, (_, index) => say(SPORT, `mục ${index}`)).flat();
  await rememberSectionCategory(many, HOME, true);
  expect(await saidOfSection(placed('https://bao.example/', 'Mục 0'), HOME)).toBe('auto');
  expect(await saidOfSection(placed('https://bao.example/', 'Mục 1'), HOME)).toBe(SPORT);
});

test('what its reader says counts before what was said of the section, and that before what is told', () => {
  expect(shownCategory(LAND, 'auto')).toEqual({ category: POLITICS, from: 'section' });
  expect(shownCategory(LAND, SPORT)).toEqual({ category: SPORT, from: 'reader' });
  expect(shownCategory({ ...LAND, chosen: null }, SPORT)).toEqual({
    category: null,
    from: 'reader',
  });
  expect(shownCategory({ ...LAND, chosen: 'auto' }, SPORT)).toEqual({
    category: POLITICS,
    from: 'section',
  });
  expect(shownCategory({ told: null }, 'auto')).toEqual({ category: null, from: null });
  expect(shownCategory({}, 'auto')).toBeNull();
});

const ZONE = 'Asia/Ho_Chi_Minh';

/** What the form says once some of its fields were written in. */
const written = (
  clip: Parameters<typeof writtenOf>[0]['clip'],
  fields: object,
  said: ChosenCategory = 'auto',
) => {
  const subject = { clip, saidOfSection: said };
  const form = { ...writtenOf(subject, ZONE), ...fields };
  return readWritten(form, subject, ZONE, '2026-02-28');
};

test('the form says of the topic what was chosen in it, and nothing where nobody touched it', () => {
  expect(written(LAND, {})).toEqual({ correction: {} });
  expect(written(LAND, {}, SPORT)).toEqual({ correction: {} });
  expect(written(LAND, { category: SPORT })).toEqual({ correction: { category: SPORT } });
  expect(written(LAND, { category: '' })).toEqual({ correction: { category: null } });
  expect(written(LAND, { category: 'auto' }, SPORT)).toEqual({ correction: { category: 'auto' } });
  const chosen = { ...LAND, chosen: null };
  expect(written(chosen, { title: 'Other' })).toEqual({
    correction: { title: 'Other', category: null },
  });
  // Of another section it is looked up anew, unless it was chosen with it.
  expect(written(chosen, { section: 'Đất' })).toEqual({ correction: { section: ['Đất'] } });
  expect(written(chosen, { section: 'Đất', category: SPORT })).toEqual({
    correction: { section: ['Đất'], category: SPORT },
  });
});

test('a chosen topic is shown, written as a correction, and taken back', async () => {
  const chosen = await correctClip(LAND, { correction: { category: SPORT }, blocks: null });
  expect(correctedFields(chosen)).toEqual(['category']);
  expect(chosen.article).toEqual(LAND.article);
  expect(editBetween(LAND, chosen)).toEqual({ correction: { category: SPORT } });
  const back = await correctClip(chosen, { correction: {}, blocks: null });
  expect(back.asRead).toBeUndefined();
  expect(editBetween(chosen, back)).toEqual({ correction: { category: 'auto' } });
  const elsewhere = await correctClip(chosen, {
    correction: { section: ['Thể thao'] },
    blocks: null,
  });
  expect(elsewhere.told).toEqual({ category: SPORT, from: 'section' });
  expect(editBetween(chosen, elsewhere)).toEqual({ correction: { section: ['Thể thao'] } });
  for (const after of [chosen, back, elsewhere]) {
    const write = { version: 1, keep: LAND.id, ...editBetween(LAND, after) };
    expect(v.is(EditWrite, write)).toBe(after !== back);
  }
});

test('a draft remembers the topic, and that it is none', async () => {
  await keepDraft(await correctClip(LAND, { correction: { category: null }, blocks: null }));
  expect((await withDraft(LAND)).chosen).toBeNull();
});
