// What the panel knows of the page in front.
import type { Extraction } from '../../shared/article/extraction.ts';
import type { LeadLook } from '../../shared/article/lead-look.ts';
import type { Category } from '../../shared/category/index.ts';
import type { Article } from '../../shared/schema/article.ts';
import type { Filing } from '../../shared/schema/filing.ts';
import type { ChosenCategory } from '../../shared/schema/section-category.ts';
import type { Summary } from '../../shared/schema/summary.ts';

/** An article as read from a page, under the id that it is kept by. */
export interface ReadClip {
  /** A UUID version 7, made at capture. */
  id: string;
  /** RFC 3339, by this machine's clock. */
  capturedAt: string;
  article: Article;
  summary: Summary;
  /** What its section or its text tell that it is about; null for unsure, left out of what is no article. */
  told?: Category | null;
  /** What its reader says that it is about. */
  chosen?: ChosenCategory;
  /** How its body was found in the page. */
  extraction?: Extraction;
  /** How the page says that its lead image looks. */
  lead?: LeadLook;
  /** What the page itself says, where the reader has set something right. */
  asRead?: { article: Article; summary: Summary };
  /** Where it is put when it is kept; nowhere where it is left out. */
  filing?: Filing;
  /** True where the body is what the reader selected in the page. */
  isSelection?: boolean;
}
