// Pages that stand in the way of being read: by accident, by age, or on purpose.
import { article, BODY, type ServedPage } from './panel-pages.ts';

const ATTACK =
  '</script><img src=x onerror="top.document.title=\'ran\'"><script>top.document.title="ran"</script>';
const ESCAPED = ATTACK.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const HOSTILE: Record<string, ServedPage> = {
  // A form's fields and named elements hide the properties of form and document.
  '/clobbered': {
    html: article(
      'Names that hide properties',
      `<img name="documentElement"><img name="body"><form name="contentType"></form><form name="title"></form><img name="head"><embed name="location">
      <form>${BODY}${[
        'attributes',
        'firstChild',
        'nextSibling',
        'localName',
        'nodeType',
        'namespaceURI',
        'checkVisibility',
        'ownerDocument',
        'baseURI',
        'getAttribute',
        'parentNode',
        'childNodes',
        'querySelectorAll',
        'textContent',
      ]
        .map((name) => `<input name="${name}"><img id="${name}">`)
        .join('')}</form>`,
    ),
  },
  '/overridden': {
    html: article(
      'Prototypes of its own',
      `${BODY}<x-trap></x-trap><script>
      class Trap extends HTMLElement { get localName() { throw new Error('trap'); } get attributes() { throw new Error('trap'); } get shadowRoot() { throw new Error('trap'); } }
      customElements.define('x-trap', Trap);
      for (const [proto, name] of [[Element.prototype, 'attributes'], [Node.prototype, 'firstChild'], [Node.prototype, 'nextSibling'], [Document.prototype, 'documentElement']])
        Object.defineProperty(proto, name, { get() { throw new Error('trap'); } });
      Element.prototype.getAttribute = Element.prototype.checkVisibility = () => { throw new Error('trap'); };
      NodeList.prototype[Symbol.iterator] = NamedNodeMap.prototype[Symbol.iterator] = Array.prototype[Symbol.iterator] = () => { throw new Error('trap'); };
      Array.prototype.push = String.prototype.replaceAll = () => { throw new Error('trap'); };
      </script>`,
    ),
  },
  '/replaced-root': {
    html: article(
      'x',
      `<script>
      const html = document.createElement('html');
      html.innerHTML = '<head><title>A root put in later</title></head><body><article><h1>A root put in later</h1>${BODY.replaceAll('\n', '')}</article></body>';
      addEventListener('DOMContentLoaded', () => document.replaceChild(html, document.documentElement));
      </script>`,
    ),
  },
  '/no-body': {
    html: `<!doctype html><title>No body here</title><script>addEventListener('DOMContentLoaded',()=>document.body.remove())</script>`,
  },
  '/many': {
    html: article('A hundred thousand elements', `${BODY}${'<div><i>x</i></div>'.repeat(50_000)}`),
  },
  '/shadows': {
    html: article(
      'Closed within closed',
      `${BODY}<div id="host"></div><script>
      let host = document.getElementById('host');
      for (let depth = 0; depth < 20; depth++) { const root = host.attachShadow({ mode: 'closed' }); root.innerHTML = '<slot></slot><div></div>'; host.innerHTML = '<p>Slotted number ' + depth + '.</p><slot></slot>'; host = root.querySelector('div'); }
      host.textContent = 'The innermost of the closed trees is read as well.';
      </script>`,
    ),
  },
  '/frames': {
    html: article(
      'Frames in frames',
      `${BODY}<iframe id="outer" width="500" height="300"></iframe><script>
      let frame = document.getElementById('outer');
      for (let depth = 0; depth < 20; depth++) { const inner = frame.contentDocument; inner.body.innerHTML = '<p>Frame number ' + depth + ' speaks.</p><iframe width="400" height="200"></iframe>'; frame = inner.querySelector('iframe'); }
      const host = frame.contentDocument.createElement('div'); frame.contentDocument.body.append(host);
      host.attachShadow({ mode: 'closed' }).innerHTML = '<p>The closed tree of the innermost frame is read as well.</p>';
      </script>`,
    ),
  },
  '/frameset': {
    html: '<!doctype html><html><head><title>A site of frames</title></head><frameset cols="50%,50%"><frame src="/frame"><frame src="about:blank"></frameset></html>',
  },
  '/frame': { html: article('A site of frames', BODY) },
  '/ld-script': {
    html: article(
      'Structured data that looks like markup',
      BODY,
      `<script>const ld = document.createElement('script'); ld.type = 'application/ld+json';
      ld.textContent = '{"@type":"NewsArticle","headline":"Structured data that looks like markup","articleSection":"\\x3c!-- \\x3cscript>\\x3c/script>"}';
      document.head.append(ld);</script>`,
    ),
  },
  '/raw-text': {
    html: article(
      'Text of an old page',
      `${BODY}<noframes><p>No frames</p></noframes><xmp>one < two & three, said the old page, and it went on for a while about this.</xmp>`,
    ),
  },
  '/nested-body': {
    html: article(
      'A body in the body',
      `${BODY}<script>const inner = document.createElement('body'); inner.hidden = true; inner.style.display = 'none'; inner.textContent = 'x'; document.body.append(inner);</script>`,
    ),
  },
  '/base': {
    html: article(
      'Addresses count from elsewhere',
      `${BODY}<section><h2>Related news</h2><a href="one-more-story">One more story of the same section</a> <a href="two-more-story">Two more stories of the same section</a> <a href="javascript:top.x=1">A link that is a script and no address</a><a href="data:text/html,x">A link that carries its own page along</a></section>`,
      '<base href="/elsewhere/">',
    ),
  },
  '/strict': {
    html: article('A page under a strict policy', BODY),
    headers: { 'content-security-policy': "default-src 'none'; sandbox" },
  },
  '/xhtml': {
    html: `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Well-formed and old</title></head><body><h1>Well-formed and old</h1><article>${BODY}</article></body></html>`,
    headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
  },
  '/svg': {
    html: '<svg xmlns="http://www.w3.org/2000/svg"><title>A drawing</title><text y="20">Words in a drawing</text></svg>',
    headers: { 'content-type': 'image/svg+xml' },
  },
  '/text': {
    html: `${'The plain text tells of a register of land plots that anyone may search. '.repeat(4)}\n\n${'It was opened on Tuesday by the council. '.repeat(5)}`,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  },
  '/json': { html: '{"title":"data"}', headers: { 'content-type': 'application/json' } },
  '/pdf': {
    html: '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>',
    headers: { 'content-type': 'application/pdf' },
  },
  '/opened': {
    html: `<!doctype html><title>x</title><script>addEventListener('load',()=>{document.open();document.write(${JSON.stringify(article('Written after loading', BODY))});document.close();})</script>`,
  },
  '/attack': {
    html: `<!doctype html><html lang="en"><head><title>${ESCAPED}</title><meta property="og:site_name" content="Site ${ESCAPED}"><meta name="author" content="${ESCAPED}"><meta property="article:section" content="${ESCAPED}"><meta property="og:title" content="Attack ${ESCAPED}"></head>
      <body><article><h1>Attack ${ESCAPED}</h1><p class="author">By ${ESCAPED}</p><p>${ESCAPED} said the council of the province, which opened its register of land plots on Tuesday.</p>${BODY}<p>Theo: Source ${ESCAPED}</p></article>
      <section><h2>Related news</h2><ul><li><a href="/x?q=${encodeURIComponent(ATTACK)}">Related ${ESCAPED}</a></li><li><a href="javascript:top.document.title='ran'">A script that calls itself related news</a></li><li><a href="/y">A second story, quite harmless in itself</a></li></ul></section></body></html>`,
  },
};
