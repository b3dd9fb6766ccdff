// What is told of a whole day beside its stories: its key terms, its sections, and its pages where it has several.
import type { ComponentChildren } from 'preact';
import { daysTexts } from '../../shared/locales/days.ts';
import { texts } from '../../shared/locales/index.ts';
import type { Digest, DigestGroup, GroupOutline } from '../../shared/schema/digest.ts';
import { groupName } from './groups.ts';
import { spanAddress, type SpanSetting } from './Span.tsx';

interface Props {
  digest: Digest;
  setting: SpanSetting;
}

type Named = Pick<DigestGroup, 'category' | 'section'>;

const isSame = (one: Named, other: Named): boolean =>
  one.category === other.category && one.section === other.section;

/** What is told of a group, and its place among all of its day, from 1 on. */
export const outlineOf = (
  { outline }: Pick<Digest, 'outline'>,
  group: Named,
): { told: GroupOutline | null; place: number } => {
  const index = outline.findIndex((one) => isSame(one, group));
  return { told: outline[index] ?? null, place: index + 1 };
};

const pageAddress = ({ digest, setting }: Props, page: number): string => {
  const first = spanAddress(setting, 'day', digest.day);
  if (page === 1) return first;
  return `${first}${first.includes('?') ? '&' : '?'}page=${page}`;
};

/** The day's key terms, each of which leads to what else is known by it. */
export const DayTerms = ({ digest: { terms }, setting: { workspace, language } }: Props) => {
  if (terms.length === 0) return null;
  return (
    <ul class="terms" aria-label={texts(language).pages.terms}>
      {terms.map((term) => (
        <li dir="auto">
          <a
            href={`/w/${workspace}/search?${new URLSearchParams({ q: `"${term.replaceAll('"', ' ')}"` })}`}
          >
            {term}
          </a>
        </li>
      ))}
    </ul>
  );
};

export const Sections = ({
  digest,
  setting,
  children,
}: Props & {
  /** What may be done with them. */
  children?: ComponentChildren;
}) => {
  const { outline, page } = digest;
  const { language } = setting;
  if (outline.length < 2) return null;
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{texts(language).pages.sections}</h2>
      <ul class="list">
        {outline.map((group, index) => {
          const address = group.page === page ? '' : pageAddress({ digest, setting }, group.page);
          return (
            <li>
              <a href={`${address}#group-${index + 1}`}>{groupName(group, language)}</a>
              <span>{texts(language).pages.number(group.clips)}</span>
            </li>
          );
        })}
      </ul>
      {children}
    </section>
  );
};

/** The ways to the pages before and after this one. */
export const Pager = ({ digest, setting }: Props) => {
  const { page, pages } = digest;
  const t = daysTexts(setting.language).pager;
  // It had more when somebody noted the address.
  if (page > pages && pages > 0)
    return (
      <p>
        {t.ended(pages)}{' '}
        <a class="way" href={pageAddress({ digest, setting }, pages)}>
          {t.last}
        </a>
      </p>
    );
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={t.label}>
      {page > 1 && (
        <a class="way" rel="prev" href={pageAddress({ digest, setting }, page - 1)}>
          {t.previous}
        </a>
      )}
      <span>{t.here(page, pages)}</span>
      {page < pages && (
        <a class="way" rel="next" href={pageAddress({ digest, setting }, page + 1)}>
          {t.next}
        </a>
      )}
    </nav>
  );
};
