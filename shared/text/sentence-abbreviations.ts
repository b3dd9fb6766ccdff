// Words that are written with a stop of their own, by language. One that is listed with a capital is
// meant with a capital only: 'Ill.' is a state, 'ill' is not.

interface Abbreviations {
  /** Stand before a name: whatever follows, the sentence goes on. */
  readonly titles: string;
  /** Stand before a number, and end a sentence elsewhere. */
  readonly counted: string;
  /** Stand inside a sentence mostly: it goes on unless the next word opens one. */
  readonly inner: string;
}

const LISTS: Readonly<Record<string, Abbreviations>> = {
  vi: {
    titles:
      'Mr Mrs Ms Dr prof gs pgs ts tskh ths pts bs bsck ck cki ckii bscki bsckii ks kts ls ds đd nsnd nsưt đ/c St',
    counted: 'tr t vol no',
    inner: 'tp tx tt vs',
  },
  en: {
    titles:
      'Mr Mrs Ms Mx dr prof Messrs Rev Hon Fr Gen Col Lt Sgt Capt Cmdr Adm Maj Cpl Pvt Gov Sen Sens Rep Reps Pres Supt Det Insp Atty Mt Ft',
    counted: 'no nos p pp vol ch sec fig figs eq ver c ca approx est cf al Art',
    inner:
      'jr sr vs v viz esp incl St Ave Blvd Rd Inc Ltd Corp Co Bros Dept Assn Univ Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo',
  },
  de: {
    titles: 'dr prof Hr Fr Frl St Dipl Ing med phil rer nat jur',
    counted: 'nr Abs Art Bd Kap Abb Str',
    inner:
      'mio mrd tsd bzw ca inkl exkl evtl ggf vgl sog max mind rd geb gest jh jhd chr tel hrsg zzgl bspw insb einschl österr dt engl frz Fa Jan Feb Aug Sept Okt Nov Dez',
  },
  fr: {
    titles: 'M MM Mme Mlle Mgr Me Dr Pr St Ste',
    counted: 'p pp n no art chap fig vol',
    inner: 'av apr cf env ex éd hab',
  },
  es: {
    titles:
      'Sr Sra Srta Sres Dr Dra D Dña Lic Ing Arq Gral Cnel Prof Profa Ud Uds Vd Vds Mons Av Avda',
    counted: 'núm no pág págs art vol cap fig',
    inner: 'uu ej aprox cía ltda',
  },
  pt: {
    titles: 'Sr Sra Srta Dr Dra D Prof Profa Eng Exmo Exma Gen Cel Ten Cap Maj Des Av Sto Sta Pe',
    counted: 'n no art pág p fig vol cap inc',
    inner: 'ltda cia aprox ex',
  },
  it: {
    titles: 'sig sigg dott prof ra ssa on Dr Avv Ing Arch Geom Rag Mons S SS',
    counted: 'n nn art artt pag pagg fig vol cap',
    inner: 'ca cfr es',
  },
  nl: {
    titles: 'dhr mevr mw mr dr drs ir ing prof ds St',
    counted: 'nr blz art hfst',
    inner: 'bijv ca vgl incl excl max',
  },
  pl: {
    titles: 'prof dr hab mgr inż ks św gen płk ppłk mjr kpt ul al pl os bp abp kard im woj red',
    counted: 'nr art ust pkt poz str s',
    inner: 'tzw np tj ok zob godz',
  },
  ru: {
    titles: 'г ул пр им проф акад о св пл наб пос дер обл р гр тов ген м',
    counted: 'д кв стр рис ст п гл табл корп с',
    inner: 'см напр ср',
  },
  id: {
    titles: 'dr prof ir hj drs tn ny jl kec kab kel kh moh muh',
    counted: 'no hlm rp',
    inner: 'tbk',
  },
  tr: { titles: 'dr prof doç av sn yrd', counted: 'no s', inner: 'bkz cad sok mah' },
  hi: { titles: 'डॉ प्रो पं श्री सुश्री मो कु', counted: '', inner: '' },
  bn: { titles: 'ড মো ডা', counted: '', inner: '' },
};

type Kind = keyof Abbreviations;

const read = (lists: readonly Abbreviations[], kind: Kind): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list[kind].split(' ')).filter((word) => word !== ''));

const setsOf = (lists: readonly Abbreviations[]): Readonly<Record<Kind, ReadonlySet<string>>> => ({
  titles: read(lists, 'titles'),
  counted: read(lists, 'counted'),
  inner: read(lists, 'inner'),
});

const KNOWN = new Map(Object.entries(LISTS).map(([language, list]) => [language, setsOf([list])]));
const ALL = setsOf(Object.values(LISTS));
const OTHER = KNOWN.get('en') ?? ALL;

const isListed = (word: string, words: ReadonlySet<string>): boolean =>
  words.has(word) ||
  words.has(word.toLowerCase()) ||
  // 'GEN. LEE': capitals throughout, as headlines have it; of two letters they are something else.
  (word.length > 2 && words.has(word.slice(0, 1) + word.slice(1).toLowerCase()));

/**
 * What a stop after `word` says by itself: it stands before a name, before a number, inside a
 * sentence; null where the word is no abbreviation.
 *
 * @param word Without its last stop.
 * @param language A language by its first subtag. Of unknown ones (null) all lists count, of other ones the English.
 */
export const abbreviates = (word: string, language: string | null): Kind | null => {
  const sets = language === null ? ALL : (KNOWN.get(language) ?? OTHER);
  // 'PGS.TS', 'l’on'.
  const last = word.split(/[.’']/u).at(-1) ?? word;
  if (isListed(last, sets.titles)) return 'titles';
  if (isListed(last, sets.counted)) return 'counted';
  return isListed(last, sets.inner) ? 'inner' : null;
};
