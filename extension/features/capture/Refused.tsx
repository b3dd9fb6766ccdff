// Why there is no article to show, in place of one.
import type { ComponentChildren } from 'preact';
import type { Texts } from '../../../shared/locales/index.ts';
import type { PageReading } from './read.ts';
import type { Refusal } from './refusal.ts';
import { Keys } from '../../lib/Keys.tsx';

export type Unread = Exclude<PageReading, { kind: 'article' }> | { kind: 'broken' };

interface RefusedProps {
  reading: Unread;
  /** Whether the link of the page is kept already. */
  isKept: boolean;
  /** The key that reads the tab in front, or null where none is bound. */
  readKey: string | null;
  texts: Texts;
  /** Takes the page for an article all the same. */
  onReadAnyway: () => void;
}

const Message = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="message">
    <h1>{title}</h1>
    {children}
  </section>
);

const HowToRead = ({ readKey, texts: { panel } }: Pick<RefusedProps, 'readKey' | 'texts'>) => (
  <>
    <p>{panel.noAccess}</p>
    {readKey ? (
      <p>
        {panel.noAccessKey} <Keys keys={readKey} /> {panel.noAccessOr}
      </p>
    ) : (
      <p>{panel.noAccessNoKey}</p>
    )}
  </>
);

interface StillShownProps {
  /** The headline of the article. */
  title: string;
  /** Why the tab in front can never be read; null where it only takes asking. */
  refusal: Refusal | null;
  readKey: string | null;
  texts: Texts;
}

/** Says over an article that it is not the one of the tab in front, which may not be read. */
export const StillShown = ({ title, refusal, readKey, texts }: StillShownProps) => {
  const { panel } = texts;
  const heading = refusal ? panel.refusedTitle : panel.noAccessTitle;
  return (
    <section class="message still-shown" aria-label={heading}>
      <h2>{heading}</h2>
      {refusal ? <p>{panel.refused[refusal]}</p> : <HowToRead readKey={readKey} texts={texts} />}
      <p>{panel.stillShown(title)}</p>
    </section>
  );
};

export const Refused = ({ reading, isKept, readKey, texts, onReadAnyway }: RefusedProps) => {
  const { panel } = texts;
  switch (reading.kind) {
    case 'refused':
      return (
        <Message title={panel.refusedTitle}>
          <p>{panel.refused[reading.refusal]}</p>
          {reading.link && !isKept && <p>{panel.linkInstead}</p>}
        </Message>
      );
    case 'no-access':
      return (
        <Message title={panel.noAccessTitle}>
          <HowToRead readKey={readKey} texts={texts} />
        </Message>
      );
    case 'no-article':
      return (
        <Message title={panel.noArticleTitle}>
          <p>{panel.noArticle}</p>
          {reading.link && !isKept && <p>{panel.linkInstead}</p>}
          {reading.doubted && (
            <p>
              <button
                type="button"
                class="quiet"
                onClick={(event) => {
                  // The button goes away with the message.
                  event.currentTarget.closest('main')?.focus();
                  onReadAnyway();
                }}
              >
                {panel.readAnyway}
              </button>
            </p>
          )}
        </Message>
      );
    case 'broken':
      return (
        <Message title={panel.brokenTitle}>
          <p>{panel.broken}</p>
        </Message>
      );
  }
};
