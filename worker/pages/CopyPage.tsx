// Copying clips into another library: where to, how far it is, and what became of it. Complete without a script.
import { activityTexts } from '../../shared/locales/activity.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Layout } from './Layout.tsx';
import { libraryNames } from './library-names.ts';

interface Props {
  language: InterfaceLanguage;
  workspace: string;
  /** The list or clip that one came from. */
  here: string;
  /** The clips that are still to be copied. */
  clips: readonly string[];
}

const Chosen = ({ clips, here }: Pick<Props, 'clips' | 'here'>) => (
  <>
    <input type="hidden" name="here" value={here} />
    {clips.map((id) => (
      <input type="hidden" name="clip" value={id} />
    ))}
  </>
);

/** Asks into which library. */
export const AskToCopyPage = ({
  language,
  workspace,
  here,
  clips,
  titles,
  targets,
}: Props & {
  /** The headlines of those that are there. */
  titles: readonly string[];
  targets: readonly Pick<WorkspaceSummary, 'id' | 'name' | 'role'>[];
}) => {
  const t = activityTexts(language).copy;
  const [title] = titles;
  const nameOf = libraryNames(language, targets);
  return (
    <Layout {...{ language, workspace }} title={t.title}>
      <main id="content" class="message">
        <h1>{t.title}</h1>
        <p class="shared">
          <b dir="auto">{titles.length === 1 && title ? title : t.clips(clips.length)}</b>
        </p>
        {targets.length === 0 ? (
          <p>{t.nowhere}</p>
        ) : (
          <>
            <p>{t.lead}</p>
            <form method="post" action={`/w/${workspace}/copies`}>
              <Chosen {...{ clips, here }} />
              <p class="buttons">
                {targets.map(({ id }, at) => (
                  <button class={at > 0 ? 'quiet' : undefined} name="to" value={id}>
                    <span dir="auto">{t.into(nameOf(id))}</span>
                  </button>
                ))}
              </p>
            </form>
          </>
        )}
        <p>
          <a class="way" href={here}>
            {t.back}
          </a>
        </p>
      </main>
    </Layout>
  );
};

/** How many clips are copied by now, and how many were not there any more. */
export interface Copied {
  copied: number;
  missing: number;
}

/** Says how far it is, and how it goes on or what became of it. */
export const CopyingPage = ({
  language,
  workspace,
  here,
  clips,
  target,
  done: { copied, missing },
  last,
}: Props & {
  target: { id: string; name: string };
  done: Copied;
  /** The copy that was made last; null where none was. */
  last: string | null;
}) => {
  const t = activityTexts(language).copy;
  const isOver = clips.length === 0;
  const title = isOver ? t.over : t.going;
  const there = `/w/${target.id}`;
  return (
    <Layout {...{ language, workspace }} title={title}>
      <main id="content" class="message">
        <h1>{title}</h1>
        <p>
          <output dir="auto" data-told>
            {isOver
              ? t.copied(copied, target.name)
              : t.soFar(copied + missing, copied + missing + clips.length, target.name)}
          </output>
        </p>
        {missing > 0 && <p>{t.missing(missing)}</p>}
        {!isOver && (
          <form method="post" action={`/w/${workspace}/copies`} data-go-on={t.stopped}>
            <Chosen {...{ clips, here }} />
            <input type="hidden" name="to" value={target.id} />
            <input type="hidden" name="copied" value={copied} />
            <input type="hidden" name="missing" value={missing} />
            <button>{t.goOn}</button>
          </form>
        )}
        {isOver && (
          <p class="buttons">
            {last !== null && (
              <a
                class="way"
                href={copied === 1 ? `${there}/clip/${last}` : `${there}/library?shelf=all`}
              >
                {copied === 1 ? t.open : t.openLibrary}
              </a>
            )}
            <a class="way" href={here}>
              {t.back}
            </a>
          </p>
        )}
      </main>
    </Layout>
  );
};
