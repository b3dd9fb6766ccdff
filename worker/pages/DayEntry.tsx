// The entry of a day in a feed: HTML that stands without styles.
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { Block } from '../../shared/schema/block.ts';
import type { DigestEntry } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { siteOf } from '../../shared/digest/site.ts';
import { Blocks } from '../../shared/ui/Blocks.tsx';
import { groupName } from './groups.ts';
import { drawn, type Markup, markup } from './markup.ts';

type Story = DigestEntry['stories'][number];
type Told = Story['clips'][number];

export interface DayProps {
  language: InterfaceLanguage;
  workspace: string;
  groups: readonly DigestEntry[];
  /** How many clips of the day are not in the groups, and whether there may be others. */
  more: number;
  isOpen: boolean;
  /** The texts of its clips by their ids, where whole ones are asked for, but for those that are too long for a feed. */
  texts: ReadonlyMap<string, readonly Block[]> | null;
  /** The page that has all of it. */
  page: string;
  origin: string;
}

/** The language of foreign text, and its direction. */
const foreign = ({ language }: Told): Markup =>
  language === null ? markup` dir="auto"` : markup` lang="${language}" dir="auto"`;

const clipAddress = ({ workspace, origin }: DayProps, { id }: Told): string =>
  `${origin}/w/${workspace}/clip/${id}`;

const originOf = (clip: Told, language: InterfaceLanguage): Markup => {
  const { url, attribution } = clip;
  const taken = attribution && ` (${texts(language).article.takenFrom(attribution)})`;
  return markup`<a href="${url}">${siteOf(clip)}</a>${taken}`;
};

const summaryOf = (clip: Told): Markup[] =>
  clip.summary.map((sentence) => markup`<p${foreign(clip)}>${sentence}</p>`);

/** What tells a story of several clips: each sentence with its source. */
const jointSummary = ({ clips, summary }: Story, props: DayProps): Markup[] => {
  const sources = new Map(clips.map((clip) => [clip.id, clip]));
  return summary.flatMap(({ clip, text }) => {
    const source = sources.get(clip);
    if (!source) return [];
    const address = clipAddress(props, source);
    return [markup`<p${foreign(source)}>${text} (<a href="${address}">${siteOf(source)}</a>)</p>`];
  });
};

const othersOf = (others: readonly Told[], props: DayProps): Markup => {
  const { language } = props;
  const each = others.map(
    (other) =>
      markup`<li><a${foreign(other)} href="${clipAddress(props, other)}">${other.title}</a> (${originOf(other, language)})</li>`,
  );
  return markup`<p>${texts(language).related.story}:</p><ul>${each}</ul>`;
};

/** The text of a clip, or what there is in place of one that is too long. */
const textOf = (clip: Told, props: DayProps, blocks: readonly Block[] | undefined): Markup => {
  if (blocks)
    return markup`<div${foreign(clip)}>${drawn(<Blocks blocks={blocks} marks={[]} images />)}</div>`;
  const words = feedTexts(props.language).tooLong;
  return markup`${summaryOf(clip)}<p><a href="${clipAddress(props, clip)}">${words}</a></p>`;
};

const titleOf = (clip: Told, props: DayProps): Markup =>
  markup`<a href="${clipAddress(props, clip)}">${clip.title}</a>`;

const storyEntry = (story: Story, props: DayProps): Markup[] => {
  const [clip, ...others] = story.clips;
  if (!clip) return [];
  const { language, texts: whole } = props;
  const isAlone = others.length === 0;
  const headline = markup`<h3${foreign(clip)}>${titleOf(clip, props)}</h3>`;
  const sourceOf = (told: Told): Markup => markup`<p>${originOf(told, language)}</p>`;
  if (whole === null) {
    const told = isAlone ? summaryOf(clip) : jointSummary(story, props);
    return [headline, ...told, sourceOf(clip), ...(isAlone ? [] : [othersOf(others, props)])];
  }
  return [
    headline,
    ...(isAlone ? [] : jointSummary(story, props)),
    sourceOf(clip),
    textOf(clip, props, whole.get(clip.id)),
    ...others.flatMap((other) => [
      markup`<h4${foreign(other)}>${titleOf(other, props)}</h4>`,
      sourceOf(other),
      textOf(other, props, whole.get(other.id)),
    ]),
  ];
};

const groupEntry = (group: DigestEntry, props: DayProps): Markup => {
  const stories = group.stories.flatMap((story) => storyEntry(story, props));
  return markup`<h2>${groupName(group, props.language)}</h2>${stories}`;
};

/** The entry of a day; everything that came from a page is escaped. */
export const dayEntryHtml = (props: DayProps): string => {
  const { groups, more, isOpen, page, language } = props;
  const told = groups.map((group) => groupEntry(group, props));
  const beside = [
    ...(more > 0 ? [texts(language).pages.moreClips(more)] : []),
    ...(isOpen ? [feedTexts(language).perhapsMore] : []),
  ].map((words) => markup`<p><a href="${page}">${words}</a></p>`);
  return markup`${told}${beside}`.html;
};
