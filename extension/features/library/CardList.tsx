// Clips under their days, each with what its card says. They are drawn in bunches: one in which nothing changed is left as
// it is, however long the list has become.
import { Component, type ComponentChildren } from 'preact';
import { type Texts, texts as textsOf } from '../../../shared/locales/index.ts';
import { listedTexts } from '../../../shared/locales/listed.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { dayInFull, dayInShort } from '../../lib/days.ts';
import { dayBy, type Listed, type ListSort } from './listed.ts';

interface CardProps {
  language: InterfaceLanguage;
  sort: ListSort;
  isDense: boolean;
  /** Where a clip is read. */
  addressOf: (clip: Listed) => string;
  /** What can be done with a clip; `titleId` is the id of the element that says its headline. */
  actions: (clip: Listed, titleId: string) => ComponentChildren;
}

interface CardListProps extends CardProps {
  /** In the order in which they are shown. */
  listed: readonly Listed[];
}

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? url;

const Site = ({ clip, titleId }: { clip: Listed; titleId: string }) => {
  const site = clip.site ?? hostOf(clip.url);
  // Its headline leads to its text; of a link, to its page already.
  if (clip.isLink) return <b dir="auto">{site}</b>;
  return (
    <a
      class="site"
      dir="auto"
      href={clip.url}
      target="_blank"
      rel="noreferrer"
      aria-describedby={titleId}
    >
      {site}
    </a>
  );
};

/** The other of its days, where it has two. */
const OtherDay = ({
  clip,
  sort,
  language,
}: Pick<CardProps, 'sort' | 'language'> & { clip: Listed }) => {
  const t = listedTexts(language);
  if (clip.day === clip.keptDay) return null;
  return (
    <span>
      {sort === 'kept'
        ? t.published(dayInShort(clip.day, language))
        : t.kept(dayInShort(clip.keptDay, language))}
    </span>
  );
};

const CardItem = ({ clip, ...props }: CardProps & { clip: Listed }) => {
  const { id, title, url, isLink, section, sentence, whereabouts, tags, collections } = clip;
  const { language, sort } = props;
  const { local }: Texts = textsOf(language);
  const titleId = `title-${id}`;
  const foreign = { lang: clip.language ?? undefined, dir: 'auto' } as const;
  const isElsewhere = isLink || whereabouts === 'library';
  const address = isLink ? url : props.addressOf(clip);
  return (
    <li data-clip={id} data-done={clip.state === 'done' || undefined}>
      {section.length > 0 && !props.isDense && (
        <p class="path" {...foreign}>
          {section.join(' › ')}
        </p>
      )}
      <h3 id={titleId} {...foreign}>
        <a href={address} data-open {...(isElsewhere && { target: '_blank', rel: 'noreferrer' })}>
          {title}
        </a>
      </h3>
      {sentence !== '' && !props.isDense && (
        <p class="sentence" {...foreign}>
          {sentence}
        </p>
      )}
      <div class="meta">
        <Site clip={clip} titleId={titleId} />
        {clip.time && sort === 'published' && <span>{clip.time}</span>}
        <OtherDay clip={clip} sort={sort} language={language} />
        {isLink && <span>{local.addressOnly}</span>}
        {whereabouts !== 'library' && <span>{local.whereabouts[whereabouts]}</span>}
        {collections.map((name) => (
          <b key={name} dir="auto">
            {name}
          </b>
        ))}
        {tags.map((name) => (
          <span key={name} class="tag" dir="auto">
            {name}
          </span>
        ))}
        {props.actions(clip, titleId)}
      </div>
    </li>
  );
};

interface BunchProps extends CardProps {
  listed: readonly Listed[];
  /** The day under which the clip before them stands. */
  before: string | null;
}

const isSame = <T,>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

class Bunch extends Component<BunchProps> {
  override shouldComponentUpdate(next: BunchProps): boolean {
    const { props } = this;
    return (
      next.before !== props.before ||
      next.isDense !== props.isDense ||
      next.sort !== props.sort ||
      next.language !== props.language ||
      next.addressOf !== props.addressOf ||
      next.actions !== props.actions ||
      !isSame(next.listed, props.listed)
    );
  }

  override render({ listed, before, ...props }: BunchProps) {
    const days = [...Map.groupBy(listed, (clip) => dayBy(props.sort, clip))];
    return (
      <>
        {days.map(([day, clips]) => (
          <section key={day} class="day" aria-labelledby={`day-${day}`}>
            {day !== before && <h2 id={`day-${day}`}>{dayInFull(day, props.language)}</h2>}
            <ol class={props.isDense ? 'dense' : undefined}>
              {clips.map((clip) => (
                <CardItem key={clip.id} clip={clip} {...props} />
              ))}
            </ol>
          </section>
        ))}
      </>
    );
  }
}

const BUNCH = 60;

export const CardList = ({ listed, ...props }: CardListProps) =>
  Array.from({ length: Math.ceil(listed.length / BUNCH) }, (_, nth) => {
    const clips = listed.slice(nth * BUNCH, (nth + 1) * BUNCH);
    const last = listed[nth * BUNCH - 1];
    return (
      <Bunch key={nth} listed={clips} before={last ? dayBy(props.sort, last) : null} {...props} />
    );
  });
