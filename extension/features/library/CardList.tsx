// Clips under their days, each with what its card says.
import type { ComponentChildren } from 'preact';
import type { Texts } from '../../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { dayInFull } from '../../lib/days.ts';
import type { Entry } from './entries.ts';

interface CardListProps {
  /** In the order in which they are shown. */
  entries: readonly Entry[];
  texts: Texts;
  language: InterfaceLanguage;
  /** The address at which a clip is read. */
  addressOf: (id: string) => string;
  /** What can be done with a clip; `titleId` is the id of the element that says its headline. */
  actions: (entry: Entry, titleId: string) => ComponentChildren;
}

const hostOf = (url: string): string => URL.parse(url)?.hostname ?? url;

const CardItem = ({ entry, ...props }: CardListProps & { entry: Entry }) => {
  const { id, title, url, isLink, card, time, whereabouts } = entry;
  const { local } = props.texts;
  const titleId = `title-${id}`;
  const foreign = { lang: card?.language ?? undefined, dir: 'auto' } as const;
  return (
    <li>
      {card && card.section.length > 0 && (
        <p class="path" {...foreign}>
          {card.section.join(' › ')}
        </p>
      )}
      <h3 id={titleId} {...foreign}>
        {isLink ? (
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <a href={props.addressOf(id)}>{title}</a>
        )}
      </h3>
      {card?.sentence && (
        <p class="sentence" {...foreign}>
          {card.sentence}
        </p>
      )}
      <div class="meta">
        <b dir="auto">{card?.site ?? hostOf(url)}</b>
        {time && <span>{time}</span>}
        {isLink && <span>{local.addressOnly}</span>}
        <span>{local.whereabouts[whereabouts]}</span>
        {props.actions(entry, titleId)}
      </div>
    </li>
  );
};

export const CardList = (props: CardListProps) =>
  [...Map.groupBy(props.entries, ({ day }) => day)].map(([day, entries]) => (
    <section key={day} class="day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>{dayInFull(day, props.language)}</h2>
      <ol>
        {entries.map((entry) => (
          <CardItem key={entry.id} entry={entry} {...props} />
        ))}
      </ol>
    </section>
  ));
