// All that is marked in an article, with the notes: each leads to its place.
import type { HighlightTexts } from '../../locales/highlight.ts';
import type { Highlight } from '../../schema/highlight.ts';
import type { Placed } from './place.ts';

interface ItemProps {
  placed: Placed;
  language: string | null;
  texts: HighlightTexts;
  /** Null where nothing can be changed. */
  acts: ListActs | null;
}

export interface ListActs {
  onGoTo: (highlight: Highlight) => void;
  onEdit: (highlight: Highlight) => void;
  onRemove: (highlight: Highlight) => void;
}

const Quote = ({ placed: { highlight, place }, language, texts, acts }: ItemProps) => {
  const { quote } = highlight.anchor;
  const text = (
    <span lang={language ?? undefined} dir="auto">
      {quote}
    </span>
  );
  return place && acts ? (
    <button type="button" class="quote" onClick={() => acts.onGoTo(highlight)}>
      {text}
    </button>
  ) : (
    <p class="quote">
      {text}
      {!place && <em class="lost">{texts.lost}</em>}
    </p>
  );
};

const Item = (props: ItemProps) => {
  const { placed, texts, acts } = props;
  const { highlight, place } = placed;
  const { id, colour, note } = highlight;
  const quoteId = `quote-${id}`;
  return (
    <li data-colour={colour}>
      <div id={quoteId}>
        <Quote {...props} />
      </div>
      {note !== '' && (
        <p class="note-text" dir="auto">
          {note}
        </p>
      )}
      <p class="about">
        <span>{texts.colours[colour]}</span>
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
