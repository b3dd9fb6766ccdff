// <meta> by whatever attribute the page names it with: name, property or itemprop.
import { oneLine } from '../text/clean.ts';
import { decodeEntities } from '../text/entities.ts';

/** Contents by lower-case name, in the page's order, blank ones left out. */
export type Meta = ReadonlyMap<string, readonly string[]>;

const MAX_METAS = 2_000;

export const readMeta = (document: Document): Meta => {
  const meta = new Map<string, string[]>();
  for (const element of [...document.querySelectorAll('meta[content]')].slice(0, MAX_METAS)) {
    const content = oneLine(decodeEntities(element.getAttribute('content') ?? ''));
    if (content === '') continue;
    for (const attribute of ['name', 'property', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name) meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
};

/** The contents of the first of `names` that the page has. */
export const metaValues = (meta: Meta, ...names: string[]): readonly string[] =>
  names.map((name) => meta.get(name)).find((values) => values !== undefined) ?? [];

/** The first content of the first of `names` that the page has. */
export const metaValue = (meta: Meta, ...names: string[]): string | null =>
  metaValues(meta, ...names)[0] ?? null;
