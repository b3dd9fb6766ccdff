// The zone of a workspace, by which its days go.
import * as v from 'valibot';
import { Zone } from './text.ts';

/** The body of `PUT /api/w/:workspace/zone`. */
export const ZoneWrite = v.strictObject({ zone: Zone });
export type ZoneWrite = v.InferOutput<typeof ZoneWrite>;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const ZoneState = v.object({
  zone: Zone,
  /** While the days of clips that were there move to the zone: how many have been gone through, of how many. */
  moving: v.nullable(v.object({ moved: Count, clips: Count })),
});
export type ZoneState = v.InferOutput<typeof ZoneState>;
