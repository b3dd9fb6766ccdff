// Which attributes of an element leave its page, and how they are written.
import type { Kind } from './kind.ts';

const ADDRESSES = new Set(['href', 'src', 'poster', 'cite']);

const MAX_ATTRIBUTE = 8_192;

const escapeAttribute = (value: string): string =>
  /[&"]/.test(value) ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : value;

// Those of what is written whose names a document or a form has as properties.
const NAMED = new Set('form img button fieldset'.split(' '));

/** Whether an attribute would hide a property of the document or form that it is read in. */
const hidesProperty = (kind: Kind, attribute: string, value: string): boolean =>
  (attribute === 'name' || attribute === 'id') &&
  NAMED.has(kind.name) &&
  (value in Document.prototype || value in HTMLFormElement.prototype);

const isWritten = (kind: Kind, name: string, value: string): boolean =>
  !name.startsWith('data-dateline-') &&
  !name.startsWith('on') &&
  name !== 'style' &&
  name !== 'value' &&
  name !== 'srcdoc' &&
  value.length <= MAX_ATTRIBUTE &&
  /^[a-z][\w:.-]*$/i.test(name) &&
  !hidesProperty(kind, name, value);

// Off the prototypes, as in lib/dom.ts. Names and values one by one: a list of attributes makes an object of each.
const { hasAttributes, getAttributeNames, getAttribute } = Element.prototype;

/** The attributes of an element as they are written: none that runs, styles, or holds what a person typed. */
export const attributesOf = (element: Element, kind: Kind): string => {
  if (!hasAttributes.call(element)) return '';
  let text = '';
  for (const name of getAttributeNames.call(element)) {
    const value = getAttribute.call(element, name) ?? '';
    if (!isWritten(kind, name, value)) continue;
    // The text leaves its page, and a frame's text its frame: addresses must stand on their own.
    const written = ADDRESSES.has(name)
      ? (URL.parse(value, element.baseURI)?.href ?? value)
      : value;
    text += ` ${name}="${escapeAttribute(written)}"`;
  }
  return text;
};
