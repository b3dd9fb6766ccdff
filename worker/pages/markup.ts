// HTML as text, for what is written by the hundred: a feed of three hundred clips takes a third of what components take.
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** HTML in which everything that came from elsewhere is escaped. */
class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}
export type { Markup };

/** What a component draws, in a template: it escapes by itself. */
export const drawn = (content: VNode): Markup => new Markup(renderToString(content));

type Part = string | Markup | readonly Markup[] | null;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const SPECIAL = /[&<"]/;
const EACH_SPECIAL = /[&<"]/g;

const written = (part: Part): string => {
  if (typeof part === 'string')
    return SPECIAL.test(part) ? part.replace(EACH_SPECIAL, (sign) => ENTITIES[sign] ?? sign) : part;
  if (part instanceof Markup) return part.html;
  let html = '';
  for (const each of part ?? []) html += each.html;
  return html;
};

/** A template of HTML: a text in it is escaped, for content and for an attribute in double quotes; null is nothing. */
export const markup = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup => {
  let html = fixed[0] ?? '';
  for (const [index, part] of parts.entries()) html += written(part) + (fixed[index + 1] ?? '');
  return new Markup(html);
};
