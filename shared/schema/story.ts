// What a person says of the story that a clip is of.
import * as v from 'valibot';
import { UuidV7 } from './text.ts';

/** The body of `PUT /api/w/:workspace/clips/:id/story`: another clip of the same story, or null for one of its own. */
export const StoryWrite = v.strictObject({ with: v.nullable(UuidV7) });
export type StoryWrite = v.InferOutput<typeof StoryWrite>;
