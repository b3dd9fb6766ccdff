// An article to be read in which its reader marks text and writes notes.
import { useId } from 'preact/hooks';
import type { HighlightTexts } from '../../locales/highlight.ts';
import type { Highlight } from '../../schema/highlight.ts';
import type { TeamNote } from '../../schema/reader.ts';
import type { TextMark } from '../marks.ts';
import { Reader, type ReaderProps } from '../reader/Reader.tsx';
import { type Highlighting, type OnHighlight, useHighlighting } from './highlighting.ts';
import { HighlightList, TeamList } from './List.tsx';
import { highlightMarks, teamMarks } from './place.ts';
import { NoteForm, Notice, Tools } from './Tools.tsx';

interface HighlightedReaderProps extends Omit<ReaderProps, 'text' | 'foot'> {
  /** What else is marked. */
  marks: readonly TextMark[];
  highlights: readonly Highlight[];
  /** What others show to the team. */
  team?: readonly TeamNote[];
  /** Whether there is a team to show something to. */
  hasTeam?: boolean;
  highlightTexts: HighlightTexts;
  /** What a highlight does besides, told as it is made, or has done; null where there is no such thing. */
  besides?: { isDone: boolean; words: string } | null;
  /** Null where nothing can be changed. */
  onHighlight: OnHighlight | null;
}

const NONE: readonly TeamNote[] = [];

const FootView = ({
  acts,
  hasTeam,
  texts,
}: {
  acts: Highlighting;
  hasTeam: boolean;
  texts: HighlightTexts;
}) => {
  const { foot, chosen, quote, paint, remove, giveBack, openNote, saveNote, cancelNote } = acts;
  switch (foot.kind) {
    case 'none':
      return null;
    case 'tools':
      return (
        <Tools
          highlight={chosen}
          texts={texts}
          onColour={paint}
          onNote={() => openNote(foot.target)}
          onRemove={() => chosen && remove(chosen)}
        />
      );
    case 'note':
      return (
        <NoteForm
          quote={quote}
          note={chosen?.note ?? ''}
          isForTeam={hasTeam ? chosen?.forTeam === true : null}
          texts={texts}
          onSave={saveNote}
          onCancel={cancelNote}
        />
      );
    case 'removed':
      return (
        <Notice action={texts.undo} onAction={() => giveBack(foot.highlight)}>
          {texts.removed}
        </Notice>
      );
    case 'notice':
      return <Notice>{foot.words}</Notice>;
  }
};

export const HighlightedReader = (props: HighlightedReaderProps) => {
  const { marks, highlights, team = NONE, hasTeam = false, highlightTexts: texts } = props;
  const { besides, onHighlight, ...reader } = props;
  const { blocks, language } = reader.article;
  const acts = useHighlighting(reader.article, highlights, team, onHighlight, texts);
  const { isLive, body, placed, placedOfTeam, chosen, said } = acts;
  const keysId = useId();
  const isMaking = acts.foot.kind === 'tools' || acts.foot.kind === 'note';
  const own = highlightMarks(blocks, placed, chosen?.id ?? null, ({ colour }) =>
    texts.marked(texts.colours[colour]),
  );
  const others = teamMarks(blocks, placedOfTeam, ({ by, colour }) =>
    texts.markedBy(by, texts.colours[colour]),
  );
  return (
    <Reader
      {...reader}
      marks={[...marks, ...own, ...others]}
      {...(isLive && { keys: { ref: body, about: keysId, onKeyDown: acts.onKeyDown } })}
      foot={
        <>
          <HighlightList
            placed={placed}
            language={language}
            texts={texts}
            acts={
              isLive
                ? {
                    onGoTo: acts.goTo,
                    onEdit: ({ id }) => acts.openNote({ id }),
                    onRemove: acts.remove,
                  }
                : null
            }
          />
          <TeamList
            placed={placedOfTeam}
            language={language}
            texts={texts}
            onGoTo={isLive ? acts.goToNote : null}
          />
          {isLive && (
            <div class="highlight-foot">
              <output class="highlight-said">{said}</output>
              {besides !== undefined && (
                <output class="highlight-besides">
                  {(besides?.isDone || isMaking) && besides?.words}
                </output>
              )}
              <p id={keysId} class="highlight-keys">
                {texts.keys}
              </p>
              <FootView acts={acts} hasTeam={hasTeam} texts={texts} />
            </div>
          )}
        </>
      }
    />
  );
};
