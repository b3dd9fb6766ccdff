// Pairs of texts: copies that are made of real texts, and what looks like copies and is none.
import { areCopies, fingerprint } from '../../../shared/story/fingerprint.ts';
import { seededRandom } from '../random.ts';
import {
  type Alteration,
  COPIES,
  type Material,
  otherFigures,
  sameAround,
  update,
} from './alterations.ts';
import {
  EVENT_FILES,
  type EventFile,
  type RealText,
  type Reported,
  realTexts,
  reportedEvents,
} from './corpus.ts';
import { TEMPLATES } from './templates.ts';

const prints = new Map<string, Uint8Array>();
/** The fingerprint of a text, made once. */
export const printOf = (text: string): Uint8Array => {
  const known = prints.get(text) ?? fingerprint({ text });
  prints.set(text, known);
  return known;
};

/** Two texts, and what was made of them. */
export interface Pair {
  readonly kind: string;
  readonly texts: readonly [string, string];
}

const TEMPLATE_PAIRS = 200;
/** Events have at least so much to tell, and so many figures, where these are changed. */
const LEAST_SENTENCES = 8;
const LEAST_FIGURES = 8;

const textsToAlter = () => {
  const random = seededRandom(1);
  const texts = realTexts();
  const pick = <Item>(of: readonly Item[]): Item => {
    const picked = of[Math.floor(random() * of.length)];
    if (picked === undefined) throw new Error('Nothing to draw from.');
    return picked;
  };
  const pages = texts.filter(({ around }) => around.length >= 20);
  const materialFor = (text: RealText): Material => {
    const others = texts.filter(({ language }) => language === text.language);
    return {
      around: pick(pages).around,
      other: pick(others.length > 3 ? others : texts).text,
      language: text.language,
      random,
    };
  };
  return { texts, materialFor, pick, random };
};

/** Copies of real texts, of some seven kinds, and of two copies of one. */
export const copies = (): readonly Pair[] => {
  const { texts, materialFor, pick } = textsToAlter();
  const kinds = Object.entries(COPIES);
  return [
    ...kinds.flatMap(([kind, alter]) =>
      texts.map((real): Pair => ({
        kind,
        texts: [real.text, alter(real.text, materialFor(real))],
      })),
    ),
    ...texts.map((real): Pair => {
      const altered = (): string => pick(kinds)[1](real.text, materialFor(real));
      return { kind: 'two copies of one text', texts: [altered(), altered()] };
    }),
  ];
};

const sentencesIn = (text: string): number => text.split(/[.!?] /u).length;
const hasFigures = ({ text }: Reported): boolean =>
  (text.match(/\d+/gu)?.length ?? 0) >= LEAST_FIGURES;

type TwoReports = readonly [Reported, Reported];

/** Each two reports of one event of which neither is a copy of the other. */
const twoReports = (file: EventFile): readonly TwoReports[] => {
  const articles = reportedEvents(file).filter(({ text }) => sentencesIn(text) >= LEAST_SENTENCES);
  return articles.flatMap((one) =>
    articles
      .filter((other) => other !== one && other.event === one.event)
      .filter((other) => !areCopies(printOf(one.text), printOf(other.text)))
      .map((other): TwoReports => [one, other]),
  );
};

const laterReports = (
  kind: string,
  write: Alteration,
  serves: (one: Reported, other: Reported) => boolean,
): readonly Pair[] => {
  const random = seededRandom(2);
  return EVENT_FILES.flatMap(twoReports)
    .filter(([one, other]) => serves(one, other))
    .map(([{ text, lang }, other]) => {
      const material = { around: [], other: other.text, language: lang, random };
      return { kind, texts: [text, write(text, material)] };
    });
};

const areAboutAsLong = (one: Reported, other: Reported): boolean => {
  const ratio = other.text.length / one.text.length;
  return ratio > 0.9 && ratio < 2;
};

/** What is no copy and looks like one. */
export const lookalikes = (): readonly Pair[] => {
  const { texts, materialFor, random } = textsToAlter();
  return [
    ...texts.flatMap((one, at): Pair[] => {
      const other = texts[at + 1];
      return other
        ? [
            {
              kind: 'of one site, with the same around them',
              texts: sameAround(one, other, materialFor(one)),
            },
          ]
        : [];
    }),
    ...Object.entries(TEMPLATES).flatMap(([name, write]) =>
      Array.from({ length: TEMPLATE_PAIRS }, (): Pair => ({
        kind: `printed again and again: ${name}`,
        texts: [write(random), write(random)],
      })),
    ),
    ...laterReports('a later report with other figures', otherFigures, hasFigures),
    ...laterReports('a later report with the earlier one at its end', update, areAboutAsLong),
  ];
};
