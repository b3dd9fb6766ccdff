// What `npm run predict` takes, one schema a task.
import * as v from 'valibot';

const id = v.union([v.pipe(v.string(), v.maxLength(1_000)), v.number()]);
const document = {
  id,
  lang: v.nullish(v.string()),
  title: v.nullish(v.string()),
  text: v.string(),
};

export const PageRecord = v.object({ id, url: v.string(), html: v.string() });
export type PageRecord = v.InferOutput<typeof PageRecord>;

export const SummariseRecord = v.object({
  ...document,
  sentences: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
});
export type SummariseRecord = v.InferOutput<typeof SummariseRecord>;

export const DocumentRecord = v.object({
  ...document,
  section: v.optional(v.nullable(v.union([v.string(), v.array(v.string())]))),
});
export type DocumentRecord = v.InferOutput<typeof DocumentRecord>;
