// Thai and Lao set a space where a sentence ends, and in other places too; nothing else parts a paragraph.

const SPACE =
  /(?<=[\p{Script=Thai}\p{Script=Lao}\p{M}”")])\s+(?=["“(]?[\p{Script=Thai}\p{Script=Lao}])/gu;
// Words that lean on what stands before or after the space.
const LEANS_BACK = /^(?:และ|หรือ|ที่|ซึ่ง|เพื่อ|ของ|ใน|จาก|ว่า|กับ|แก่|ๆ|ແລະ|ຫຼື|ທີ່|ຂອງ|ໃນ|ວ່າ)/u;
const LEANS_ON = /(?:ว่า|และ|หรือ|คือ|เช่น|ได้แก่|ของ|ที่|นาย|นาง|นางสาว|ວ່າ|ແລະ|ຄື)$/u;
const LONG = 160;
const MIN_LENGTH = 60;
const LOOK = 12;

/** Where a stretch of such text can be parted into stretches long enough to say something; offsets into it. */
export const partAtSpaces = (text: string): readonly number[] => {
  if (text.length < LONG || !/[\p{Script=Thai}\p{Script=Lao}]/u.test(text)) return [];
  const found: number[] = [];
  let last = 0;
  for (const { index, 0: space } of text.matchAll(SPACE)) {
    const next = index + space.length;
    if (index - last < MIN_LENGTH || text.length - next < MIN_LENGTH) continue;
    if (LEANS_ON.test(text.slice(index - LOOK, index))) continue;
    if (LEANS_BACK.test(text.slice(next, next + LOOK))) continue;
    found.push(next);
    last = next;
  }
  return found;
};
