// All that is marked in an article, with the notes: each leads to its place.
import type { HighlightTexts } from '../../locales/highlight.ts';
import type { Highlight } from '../../schema/highlight.ts';
import type { TeamNote } from '../../schema/reader.ts';
import type { Placed } from './place.ts';

interface QuoteProps {
  placed: Placed;
  language: string | null;
  texts: HighlightTexts;
  /** Null where the text is not alive yet. */
  onGoTo: (() => void) | null;
}

interface ItemProps extends Omit<QuoteProps, 'onGoTo'> {
  /** Null where nothing can be changed. */
  acts: ListActs | null;
}

export interface ListActs {
  onGoTo: (highlight: Highlight) => void;
  onEdit: (highlight: Highlight) => void;
  onRemove: (highlight: Highlight) => void;
}

const Quote = ({ placed: { highlight, place }, language, texts, onGoTo }: QuoteProps) => {
  const { quote } = highlight.anchor;
  const text = (
    <span lang={language ?? undefined} dir="auto">
      {quote}
    </span>
  );
  return place && onGoTo ? (
    <button type="button" class="quote" onClick={onGoTo}>
      {text}
    </button>
  ) : (
    <p class="quote">
      {text}
      {!place && <em class="lost">{texts.lost}</em>}
    </p>
  );
};

const Note = ({ note }: { note: string }) =>
  note !== '' && (
    <p class="note-text" dir="auto">
      {note}
    </p>
  );

const Item = ({ placed, language, texts, acts }: ItemProps) => {
  const { highlight, place } = placed;
  const { id, colour, note } = highlight;
  const quoteId = `quote-${id}`;
  return (
    <li data-colour={colour}>
      <div id={quoteId}>
        <Quote {...{ placed, language, texts }} onGoTo={acts && (() => acts.onGoTo(highlight))} />
      </div>
      <Note note={note} />
      <p class="about">
        <span>{texts.colours[colour]}</span>
        {highlight.forTeam && <span>{texts.shownToTeam}</span>}
        {place?.isChanged && <span>{texts.changed}</span>}
        {acts && (
          <>
            <button
              type="button"
              class="tool"
              aria-describedby={quoteId}
              onClick={() => acts.onEdit(highlight)}
            >
              {note === '' ? texts.note : texts.edit}
            </button>
            <button
              type="button"
              class="tool"
              aria-describedby={quoteId}
              onClick={() => acts.onRemove(highlight)}
            >
              {texts.remove}
            </button>
          </>
        )}
      </p>
    </li>
  );
};

interface ListProps extends Omit<ItemProps, 'placed'> {
  placed: readonly Placed[];
}

export const HighlightList = ({ placed, ...rest }: ListProps) =>
  placed.length > 0 && (
    <section class="highlights" aria-label={rest.texts.title(placed.length)}>
      <h2>{rest.texts.title(placed.length)}</h2>
      <ol>
        {placed.map((one) => (
          <Item key={one.highlight.id} placed={one} {...rest} />
        ))}
      </ol>
    </section>
  );

interface TeamListProps extends Omit<QuoteProps, 'placed' | 'onGoTo'> {
  placed: readonly Placed<TeamNote>[];
  onGoTo: ((index: number) => void) | null;
}

/** What others show to the team, each with who did: theirs alone to change. */
export const TeamList = ({ placed, language, texts, onGoTo }: TeamListProps) =>
  placed.length > 0 && (
    <section class="highlights" aria-label={texts.ofTeam(placed.length)}>
      <h2>{texts.ofTeam(placed.length)}</h2>
      <ol>
        {placed.map((one, index) => (
          <li data-colour={one.highlight.colour}>
            <Quote {...{ placed: one, language, texts }} onGoTo={onGoTo && (() => onGoTo(index))} />
            <Note note={one.highlight.note} />
            <p class="about">
              <span>{texts.colours[one.highlight.colour]}</span>
              <span dir="auto">{one.highlight.by}</span>
              {one.place?.isChanged && <span>{texts.changed}</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
