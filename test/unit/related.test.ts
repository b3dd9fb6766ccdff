// How articles are described, compared and ranked: related items of the page, of the library and of a clip.
import { describe, expect, it } from 'vitest';
import { readVector, termVector } from '../../shared/related/vector.ts';

const TITLE = 'Hội nghị Trung ương khai mạc tại Hà Nội';
const TEXT =
  'Sáng 23/10, Hội nghị Trung ương khai mạc tại Hà Nội. Hội nghị diễn ra trong 3 ngày, với 175 đại biểu.';

const told = (title: string, text = '', language: string | null = 'vi') => ({
  title,
  text,
  language,
});

describe('the description of an article', () => {
  it('has at most 600 bytes, however long the text', () => {
    const long = Array.from({ length: 50_000 }, (_, at) => `chữ${at}`).join(' ');
    expect(termVector(told(TITLE, long)).length).toBeLessThanOrEqual(600);
  });

  it('is the same whichever way the marks are written', () => {
    const composed = termVector(told(TITLE, TEXT));
    expect(termVector(told(TITLE.normalize('NFD'), TEXT.normalize('NFD')))).toEqual(composed);
  });

  it.each([
    ['nothing', '', ''],
    ['marks alone', '?!', '… — …'],
    ['half a character', 'a\uD800b', '\uDC00'],
    ['Chinese', '中国国家主席访问越南', '这次访问持续两天。'],
    ['Arabic', 'الرئيس يزور فيتنام', 'تستمر الزيارة يومين.'],
    ['Thai', 'นายกรัฐมนตรีเยือนเวียดนาม', 'การเยือนครั้งนี้ใช้เวลาสองวัน'],
    ['emoji', '👩‍👩‍👧‍👦 🇻🇳', '🎉'],
  ])('is made of %s', (_, title, text) => {
    const vector = readVector(termVector(told(title, text, null)));
    expect(vector?.numbers.length).toBe(new Set(vector?.numbers).size);
  });

  it.each([
    ['of another version', [0, 0, 1]],
    ['cut off', [1, 0, 1, 7]],
    ['empty', []],
  ])('is not read where it is %s', (_, bytes) => {
    expect(readVector(Uint8Array.from(bytes))).toBeNull();
  });

  it('has two features of one number once', () => {
    const many = Array.from({ length: 190 }, (_, at) => `n${at}`).join('; ');
    const vector = readVector(termVector(told(many)));
    expect(new Set(vector?.numbers).size).toBe(vector?.numbers.length);
  });
});
