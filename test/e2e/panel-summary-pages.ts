// Pages whose sentences are hard to find again: each stands there in a way that a search can get wrong.
import { article, BODY, type ServedPage } from './panel-pages.ts';

const FILLER = `<div style="height: 3000px"></div>`;

// Each sentence of the article also stands before it: in links, in another order, and hidden.
const LINKS = BODY.replaceAll('<p>', '<li><a href="/other">').replaceAll('</p>', '</a></li>');
const repeated = article('The register is told twice', BODY).replace(
  '<article>',
  `<nav><ul>${LINKS.split('\n').toReversed().join('')}</ul></nav><div hidden>${BODY}</div><article>`,
);

// White space, zero-width characters, combining marks and elements where the sentence has none of them.
const UNSEEN = '<svg><title>Icon</title></svg><span hidden>never</span><script>void 0</script>';
const inline = article(
  'The register in pieces',
  `<p>The council of the province opened its <a href="/other">register of <b>land\u00A0plots</b></a>
    on Tuesday,\n\n   and any\u200Bone may <em>search</em> ${UNSEEN}it with\u00ADout a fee in Thu\u031B\u0301a Thi\u00EA\u0323n.</p>
  <p><span>So far 312,000 plots have been checked</span> ${UNSEEN}against
    the <i>old</i> paper maps, which is 78 percent of the who\u200Ble.</p>
  <p>Four <b>mountain</b> districts\n\n\n will ${UNSEEN}follow in the second quarter, three months later.</p>`,
);

const far = article(
  'The register far below',
  FILLER + BODY + FILLER,
  '<style>html { scroll-behavior: smooth }</style>',
);

const inBox = article(
  'The register in a box',
  `<div id="box" style="height: 300px; overflow: auto">${FILLER}${BODY}${FILLER}</div>`,
);

const strict: ServedPage = {
  html: article('A register under a policy', BODY),
  headers: { 'content-security-policy': "default-src 'none'; style-src 'none'" },
};

const shadow = article(
  'The register in a tree of its own',
  `<div id="host"></div><script>
    document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(BODY)};
  </script>`,
);

const frame = article(
  'The register in a frame',
  `<iframe srcdoc='${BODY}' width="600" height="400"></iframe>`,
);

export const SUMMARY_PAGES: Record<string, ServedPage> = {
  '/repeated': { html: repeated },
  '/inline': { html: inline },
  '/far': { html: far },
  '/in-box': { html: inBox },
  '/strict': strict,
  '/shadow': { html: shadow },
  '/frame': { html: frame },
};
