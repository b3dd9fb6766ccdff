// The foot of the panel: keep the article, what became of it, and what the outbox waits for.
import type { ComponentChildren } from 'preact';
import type { Texts } from '../../../shared/locales/index.ts';
import type { ArticleDate } from '../../../shared/schema/article.ts';
import type { Scopes } from '../../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { LinkKept } from '../../lib/link-kept.ts';
import { Keys } from '../../lib/Keys.tsx';
import { KeptFocus } from '../../lib/KeptFocus.tsx';
import { dayInFull } from '../../lib/days.ts';
import { type Fate, type InLibrary, isKept } from './fate.ts';
import { Kept } from './Kept.tsx';
import type { Queue } from './queue.ts';
import { parkedReason, parkedTitle } from './reason.ts';

/** How it stands with the library. */
export type Library =
  /** `isChosen`: the person wants to do without. */
  | { kind: 'none'; isChosen?: boolean }
  /** `zone`: the time zone by which its days go. */
  | { kind: 'paused'; workspace: string; scope?: Scopes; zone?: string | undefined }
  | { kind: 'paired'; workspace: string; scope?: Scopes; zone?: string | undefined };

export interface SaveActions {
  onKeep: () => void;
  onKeepAgain: () => void;
  /** Puts what the page says now in place of what the library has. */
  onUpdate: () => void;
  /** Has sent what waits for its next try. */
  onSendNow: () => void;
  /** Sends what was kept before there was a library to the one that there is now. */
  onAdopt: () => void;
  /** Opens the library on this machine. */
  onLibrary: () => void;
  onOptions: () => void;
}

export interface SaveBarProps extends SaveActions {
  /** Null where nothing is shown that could be kept. */
  fate: Fate | null;
  /** Whether it is a link that can be kept, in want of an article. */
  isLink: boolean;
  /** The date that is shown of the article; undefined where none is shown, of a link. */
  published: ArticleDate | null | undefined;
  linkKept: LinkKept | null;
  library: Library;
  queue: Queue;
  isPrivate: boolean;
  isOffline: boolean;
  keepKey: string | null;
  /** The address of the page of the day that the clip stands on. */
  dayAddress: string | null;
  texts: Texts;
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  /** What stands above the rest. */
  children?: ComponentChildren;
}

const KeepButton = ({ fate, isLink, keepKey, texts: { panel }, onKeep }: SaveBarProps) => {
  const saving = fate?.kind === 'saving';
  const keep = isLink ? panel.keepLink : panel.keep;
  return (
    <button type="button" class="keep" onClick={onKeep} aria-disabled={saving}>
      <span>{saving ? panel.saving : keep}</span>
      {keepKey && <Keys keys={keepKey} />}
    </button>
  );
};

const KeptFate = (props: SaveBarProps & { fate: InLibrary }) => {
  const { fate, isLink, library, onUpdate } = props;
  const isOwn = isKept(fate);
  return (
    <>
      <Kept
        {...props}
        libraryZone={library.kind === 'none' ? null : (library.zone ?? null)}
        onUpdate={isOwn && !isLink ? onUpdate : undefined}
      />
      {!isOwn && <KeepButton {...props} />}
    </>
  );
};

const FateView = (props: SaveBarProps) => {
  const { fate, library, texts, onKeepAgain } = props;
  const { panel } = texts;
  if (!fate) return null;
  switch (fate.kind) {
    case 'new':
    case 'saving':
      return <KeepButton {...props} />;
    case 'failed':
      return (
        <>
          <KeepButton {...props} />
          <p class="note alert">{panel.saveFailed}</p>
        </>
      );
    case 'waiting':
      return (
        <p class="fate">
          <b>{fate.isEdit ? texts.correct.saved : panel.saved}.</b>{' '}
          {library.kind === 'paired' &&
            (fate.isClosed ? panel.waitsBecause.moving : panel.savedWaiting)}
        </p>
      );
    case 'kept':
    case 'known':
      return <KeptFate {...props} fate={fate} />;
    case 'parked':
      return (
        <p class="fate with-action">
          <span>
            <b class="alert">{parkedTitle(fate.isEdit ? 'edit' : 'keep', texts)}.</b>{' '}
            {parkedReason(fate.reason, fate.isEdit ? 'edit' : 'keep', texts)}
          </span>
          {/* It would change nothing of what the library has, or be as old to it. */}
          {!fate.isEdit && fate.reason !== 'older-client' && (
            <button type="button" class="quiet" onClick={onKeepAgain}>
              {panel.keepAgain}
            </button>
          )}
        </p>
      );
  }
};

interface NoteProps {
  text: string;
  action?: string;
  onAction?: () => void;
  show?: string;
  onShow?: () => void;
}

const Note = ({ text, action, onAction, show, onShow }: NoteProps) => (
  <p class="note">
    <span>{text}</span>
    {action && (
      <button type="button" class="quiet" onClick={onAction}>
        {action}
      </button>
    )}
    {show && (
      <button type="button" class="quiet" onClick={onShow}>
        {show}
      </button>
    )}
  </p>
);

const isAlone = (library: Library): boolean => library.kind === 'none' && library.isChosen === true;

/** What the person has allowed, where that is not all; null where it is. */
const limitOf = (library: Library): Exclude<Scopes, 'clip:read clip:write'> | null => {
  if (library.kind !== 'paired' || library.scope === undefined) return null;
  return library.scope === 'clip:read clip:write' ? null : library.scope;
};

const Notes = (props: SaveBarProps) => {
  const { fate, linkKept, library, queue, isPrivate, isOffline, texts } = props;
  const { onSendNow, onAdopt, onLibrary, onOptions } = props;
  const { panel } = texts;
  const limit = limitOf(library);
  const waitsAlone = fate?.kind === 'waiting' && queue.waiting + queue.unbound === 1;
  return (
    <>
      {linkKept && <Note text={texts.kept.link[linkKept.outcome](linkKept.title)} />}
      {isPrivate && fate && <Note text={panel.privateWindow} />}
      {isOffline && library.kind === 'paired' && <Note text={panel.offline} />}
      {isAlone(library) && (
        <Note
          text={panel.onThisComputer(queue.unbound)}
          {...(queue.unbound > 0 && { show: panel.show, onShow: onLibrary })}
        />
      )}
      {library.kind === 'none' && !isAlone(library) && (
        <Note text={panel.notPaired} action={panel.connect} onAction={onOptions} />
      )}
      {library.kind === 'paused' && (
        <Note text={panel.paused} action={panel.connectAgain} onAction={onOptions} />
      )}
      {library.kind === 'none' && !isAlone(library) && queue.unbound > 0 && !waitsAlone && (
        <Note text={panel.onThisComputer(queue.unbound)} show={panel.show} onShow={onLibrary} />
      )}
      {limit && <Note text={panel.mayOnly[limit]} action={panel.change} onAction={onOptions} />}
      {library.kind !== 'none' && queue.unbound > 0 && (
        <Note
          text={panel.unbound(queue.unbound, library.workspace)}
          action={panel.sendThem}
          onAction={onAdopt}
        />
      )}
      {queue.waiting > 0 && (
        <Note
          text={panel.waiting(queue.waiting)}
          show={panel.show}
          onShow={onOptions}
          {...(library.kind === 'paired' &&
            !isOffline && { action: panel.sendNow, onAction: onSendNow })}
        />
      )}
      {queue.elsewhere > 0 && (
        <Note text={panel.elsewhere(queue.elsewhere)} action={panel.show} onAction={onOptions} />
      )}
      {queue.parked > 0 && (
        <Note text={panel.parkedCount(queue.parked)} action={panel.show} onAction={onOptions} />
      )}
    </>
  );
};

/** Says what was just done, to a screen reader. */
const announcement = (props: SaveBarProps): string => {
  const { fate, linkKept, library, language, texts } = props;
  const { kept, panel } = texts;
  if (linkKept) return kept.link[linkKept.outcome](linkKept.title);
  switch (fate?.kind) {
    case 'waiting':
      if (fate.isEdit) return texts.correct.saved;
      return library.kind === 'none' && !isAlone(library)
        ? `${panel.saved}. ${panel.savedUnpaired}`
        : panel.saved;
    case 'kept':
    case 'known':
      return kept.inDigest(dayInFull(fate.day, language));
    case 'failed':
      return panel.saveFailed;
    case 'parked':
      return parkedTitle(fate.isEdit ? 'edit' : 'keep', texts);
    default:
      return '';
  }
};

const isSilent = ({ fate, linkKept, library, queue, isOffline }: SaveBarProps): boolean =>
  !fate &&
  !linkKept &&
  !isOffline &&
  library.kind === 'paired' &&
  limitOf(library) === null &&
  queue.waiting + queue.unbound + queue.elsewhere + queue.parked === 0;

export const SaveBar = (props: SaveBarProps) => (
  <footer class="save-bar" data-silent={isSilent(props)}>
    <p class="for-screen-readers" aria-live="polite">
      {announcement(props)}
    </p>
    {props.children}
    <KeptFocus>
      <FateView {...props} />
    </KeptFocus>
    <Notes {...props} />
  </footer>
);
