// What the capture script returns from the page. It comes from another process: it is parsed.
import * as v from 'valibot';
import { Instant } from '../../../shared/schema/text.ts';

export const Captured = v.object({
  /** The document as rendered: shadow trees and same-origin frames in their places. */
  html: v.string(),
  url: v.string(),
  contentType: v.string(),
  /** By this machine's clock. */
  capturedAt: Instant,
  /** True where the bounds cut the end off. */
  cut: v.boolean(),
  /** True where text is selected in the page. */
  selected: v.boolean(),
});
export type Captured = v.InferOutput<typeof Captured>;
