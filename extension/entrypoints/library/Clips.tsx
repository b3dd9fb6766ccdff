// The list itself: what it holds in words, and its clips, of which more are drawn as one comes near to their end.
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { libraryTexts } from '../../../shared/locales/library.ts';
import { listedTexts } from '../../../shared/locales/listed.ts';
import { CardList } from '../../features/library/CardList.tsx';
import { LIST_SORTS, type Listed } from '../../features/library/listed.ts';
import { Choices } from '../../features/library/Shelves.tsx';
import { Discard } from '../../features/save/Discard.tsx';
import { dayInFull, LOCALES } from '../../lib/days.ts';
import { Acts } from './Acts.tsx';
import { Many } from './Many.tsx';
import { focusBeside } from './keys.ts';
import type { Props } from './LibraryView.tsx';
import { addressOf, LOOKS, shelfOf, sortOf } from './place.ts';

const countText = (
  { place, language, library, isSearching, texts: { local } }: Props,
  shown: number,
): string => {
  if (place.query === '' && !library) return local.count(shown);
  if (place.query === '')
    return listedTexts(language).shown(shown, new Intl.NumberFormat(LOCALES[language]));
  if (isSearching) return local.searching(shown);
  return shown === 0 ? local.notFound : local.found(shown);
};

/** Where it is looked for what has its headline alone here. */
const There = ({ library, place: { query }, language }: Props) => {
  if (!library || query === '') return null;
  const asked = new URLSearchParams({ q: query });
  return (
    <a href={`${library.address}/search?${asked}`} target="_blank" rel="noreferrer">
      {listedTexts(language).inLibrary}
    </a>
  );
};

const Empty = ({ place, library, language }: Props) => {
  const shelf = shelfOf(place, library !== null);
  if (!library || shelf === 'all' || place.query !== '') return null;
  const t = libraryTexts(language);
  return (
    <p>
      {t.emptyShelves[shelf]} <a href={addressOf({ ...place, shelf: 'all' })}>{t.toAll}</a>
    </p>
  );
};

const Heads = (props: Props) => {
  const { place, language, library } = props;
  const t = listedTexts(language);
  return (
    <div class="heads">
      <Choices
        label={t.order}
        all={LIST_SORTS.map((sort) => [sort, t.orders[sort]] as const)}
        chosen={sortOf(place, library !== null)}
        addressOf={(sort) => addressOf({ ...place, sort })}
      />
      <Choices
        label={t.look}
        all={LOOKS.map((look) => [look, t.looks[look]] as const)}
        chosen={place.look}
        addressOf={(look) => addressOf({ ...place, look })}
      />
    </div>
  );
};

/** Draws more before one is at the end; who comes there by keys presses. */
const More = ({ onMore, words }: { onMore: (byHand: boolean) => void; words: string }) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const near = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) onMore(false);
      },
      { rootMargin: '1500px' },
    );
    if (button.current) near.observe(button.current);
    return () => near.disconnect();
  });
  return (
    <button type="button" ref={button} onClick={() => onMore(true)}>
      {words}
    </button>
  );
};

export const Clips = (props: Props) => {
  const { shown, limit, place, texts, language, library, discarding, chosen } = props;
  const { onAskDiscard, onDiscard, onMore, onDone, onStar, onTagging, onDelete, onChoose } = props;
  const { day } = place;
  const said = useRef<HTMLOutputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const count = useRef<HTMLParagraphElement>(null);
  const drawn = useRef<number | null>(null);
  const ofDay = day === null ? shown : shown.filter((clip) => clip.day === day);
  const hadFocus = list.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    // The link to all days goes away with the day.
    if (day === null && hadFocus && !list.current?.contains(document.activeElement))
      count.current?.focus();
  }, [day]);
  useEffect(() => {
    // Where the button stood is the first of what it brought.
    if (drawn.current !== null)
      list.current?.querySelectorAll<HTMLElement>('[data-open]')[drawn.current]?.focus();
    drawn.current = null;
  }, [limit]);
  const discard = (id: string): void => {
    // The button goes away with its clip; this stays, and says what became of it.
    said.current?.focus();
    onDiscard(id);
  };
  const addressIn = useCallback(
    ({ id, clip, operation }: Listed): string =>
      operation === null && library && clip
        ? `${library.address}/clip/${clip}`
        : addressOf({ ...place, clip: id }),
    [place, library?.address],
  );
  const actions = useCallback(
    (clip: Listed, titleId: string) => {
      const { operation } = clip;
      if (!operation)
        return (
          <Acts
            {...{ clip, language, onDone, onStar, onTagging, onChoose }}
            isChosen={chosen.has(clip.id)}
            onDelete={(ids) => {
              focusBeside(clip.id);
              onDelete(ids);
            }}
          />
        );
      return (
        <Discard
          {...{ operation, titleId, texts, onAskDiscard }}
          isAsked={discarding === operation.id}
          onDiscard={discard}
        />
      );
    },
    [language, discarding, chosen],
  );
  return (
    <div ref={list}>
      <p class="remark" aria-live="polite" tabIndex={-1} ref={count}>
        {countText(props, ofDay.length)} <There {...props} />
      </p>
      <Heads {...props} />
      <Many
        {...{ language, onDone, onStar, onTagging }}
        chosen={[...chosen]}
        onDelete={(ids) => {
          // The buttons go away with what was chosen.
          said.current?.focus();
          onDelete(ids);
        }}
        onChooseNone={() => {
          count.current?.focus();
          props.onChooseNone();
        }}
      />
      <output class="remark" tabIndex={-1} ref={said}>
        {props.told}
      </output>
      {props.undo !== null && (
        <button type="button" class="undo" onClick={() => props.undo && props.onUndo(props.undo)}>
          {libraryTexts(language).undo}
        </button>
      )}
      {day !== null && (
        <p>
          {ofDay.length === 0 && `${dayInFull(day, language)}: ${texts.pages.emptyDay}. `}
          <a href={addressOf({ ...place, day: null })}>{texts.local.allDays}</a>
        </p>
      )}
      {ofDay.length === 0 && day === null && <Empty {...props} />}
      <CardList
        listed={ofDay.slice(0, limit)}
        language={language}
        sort={sortOf(place, library !== null)}
        isDense={place.look === 'dense'}
        addressOf={addressIn}
        actions={actions}
      />
      {ofDay.length > limit && (
        <More
          words={texts.local.more}
          onMore={(byHand) => {
            if (byHand) drawn.current = limit;
            onMore();
          }}
        />
      )}
    </div>
  );
};
