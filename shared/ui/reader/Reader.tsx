// An article to be read, set as its reader likes it: in the panel and on a clip's page.
import type { ComponentChildren, RefObject, TargetedKeyboardEvent } from 'preact';
import type { ReaderTexts } from '../../locales/reader.ts';
import { type Block, blockText } from '../../schema/block.ts';
import type { Readable, ReaderSetting } from '../../schema/reader.ts';
import { Blocks } from '../Blocks.tsx';
import type { TextMark } from '../marks.ts';
import { Picture } from '../Picture.tsx';
import { Listen } from './Listen.tsx';
import type { Speech } from './speech.ts';
import { Typography } from './Typography.tsx';

/** The text as something that is worked in. */
export interface TextKeys {
  ref: RefObject<HTMLElement | null>;
  /** The id of what says which keys do what. */
  about: string;
  onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
}

export interface ReaderProps {
  article: Readable;
  marks: readonly TextMark[];
  setting: ReaderSetting;
  texts: ReaderTexts;
  /** Null where nothing can read aloud. */
  speech: Speech | null;
  onSetting: (change: Partial<ReaderSetting>) => void;
  onPrint: () => void;
  /** What stands above the controls. */
  head?: ComponentChildren;
  /** What stands before the text. */
  children?: ComponentChildren;
  /** What stands after it. */
  foot?: ComponentChildren;
  /** Where keys do something in the text: it takes the focus then. */
  keys?: TextKeys;
}

const isPicture = (block: Block): boolean => block.kind === 'figure' && block.src !== null;

// Where the text has pictures the lead image is most often one of them, at another size and address.
const leadOf = ({ leadImage, blocks }: Readable): string | null =>
  blocks.some(isPicture) ? null : leadImage;

const spokenTexts = ({ title, blocks }: Readable): readonly string[] =>
  [
    title,
    ...blocks.filter(({ kind }) => kind !== 'figure' && kind !== 'code').map(blockText),
  ].filter((text) => text.trim() !== '');

export const Reader = (props: ReaderProps) => {
  const { article, marks, setting, texts, speech, onSetting, onPrint, head, children, foot, keys } =
    props;
  const { size, isWide, paper, images } = setting;
  const lead = leadOf(article);
  return (
    <div class="reader" data-size={size} data-wide={isWide} data-paper={paper}>
      <div class="controls">
        {head}
        <div class="tools">
          <Typography
            setting={setting}
            hasImages={lead !== null || article.blocks.some(isPicture)}
            texts={texts}
            onChange={onSetting}
          />
          {speech && (
            <Listen
              speech={speech}
              paragraphs={spokenTexts(article)}
              language={article.language}
              texts={texts}
            />
          )}
          <button type="button" class="quiet" onClick={onPrint}>
            {texts.print}
          </button>
        </div>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of a selection belong to the text that is selected */}
      <article
        ref={keys?.ref ?? null}
        class="body"
        lang={article.language ?? undefined}
        dir="auto"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
        tabIndex={keys ? 0 : undefined}
        aria-describedby={keys?.about}
        onKeyDown={keys?.onKeyDown}
      >
        {children}
        {images && lead && (
          <figure>
            <Picture src={lead} alt="" />
          </figure>
        )}
        <Blocks blocks={article.blocks} marks={marks} images={images} />
      </article>
      {foot}
    </div>
  );
};
