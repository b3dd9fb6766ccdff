// XML as text (XML 1.0).

// 2.2: no reader takes these, not even as references. Taken out before anything is escaped: afterwards their absence could
// close what was split. A well-formed text has no halves of characters, so that this need not look for whole ones, which
// takes ten times as long.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** A text without what XML cannot hold. */
export const withoutUnwritable = (text: string): string => text.toWellFormed().replace(NOT_XML, '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as content or in an attribute; what XML cannot hold is taken out before. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** A text as content in which nothing is read as XML. */
export const unparsed = (text: string): string =>
  `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** An element on a line of its own; its content is XML already. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  content?: string,
): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const start = `<${name}${written.join('')}`;
  return content === undefined ? `${start}/>\n` : `${start}>${content}</${name}>\n`;
};

/** A document of one element. */
export const xmlDocument = (root: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${root}`;
