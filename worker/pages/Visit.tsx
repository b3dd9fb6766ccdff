// A visit of a page that tells what is new to its reader, and the button that says that it is seen.
import type { ComponentChildren } from 'preact';
import { daysTexts } from '../../shared/locales/days.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

interface Props {
  workspace: string;
  language: InterfaceLanguage;
  /** How the library stands, and whether that was not yet seen on any page. */
  seq: number;
  isBehind: boolean;
  /** What is new, in words; null where nothing is. */
  news: string | null;
  /** The fields that tell which page is seen. */
  children: ComponentChildren;
}

/** How much is new, with a button that says that it is seen; by script that is said once the page was shown for a while. */
export const Visit = ({ workspace, language, seq, isBehind, news, children }: Props) => {
  if (news === null && !isBehind) return null;
  const action = `/w/${workspace}/visit`;
  const said = (
    <>
      {children}
      <input type="hidden" name="seq" value={seq} />
      <p>
        {news}
        <button class="quiet" name="do" value="seen">
          {daysTexts(language).markSeen}
        </button>
      </p>
    </>
  );
  return (
    <>
      <form
        class="fresh"
        method="post"
        action={action}
        data-visit={isBehind ? 'unseen' : undefined}
        hidden={news === null}
      >
        {said}
      </form>
      {news === null && (
        // With a script there is nothing to press here.
        <noscript>
          <form class="fresh" method="post" action={action}>
            {said}
          </form>
        </noscript>
      )}
    </>
  );
};
