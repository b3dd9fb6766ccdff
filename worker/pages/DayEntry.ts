// The entry of a day in a feed: HTML that stands without styles.
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { DigestEntry } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { siteOf } from '../../shared/digest/site.ts';
import { groupName } from './groups.ts';
import { type Markup, markup } from './markup.ts';

type Story = DigestEntry['stories'][number];
type Told = Story['clips'][number];

export interface DayProps {
  language: InterfaceLanguage;
  workspace: string;
  groups: readonly DigestEntry[];
  /** How many clips of the day are not in the groups, and whether there may be others. */
  more: number;
  isOpen: boolean;
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

const storyEntry = (story: Story, props: DayProps): Markup[] => {
  const [clip, ...others] = story.clips;
  if (!clip) return [];
  const isAlone = others.length === 0;
  const told = isAlone ? summaryOf(clip) : jointSummary(story, props);
  const headline = markup`<h3${foreign(clip)}><a href="${clipAddress(props, clip)}">${clip.title}</a></h3>`;
  const source = markup`<p>${originOf(clip, props.language)}</p>`;
  return [headline, ...told, source, ...(isAlone ? [] : [othersOf(others, props)])];
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
