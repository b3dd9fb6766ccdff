// Setting a clip right by hand: complete without a script.
import { clipTexts } from '../../shared/locales/clip.ts';
import { texts } from '../../shared/locales/index.ts';
import { MAX_STANDFIRST } from '../../shared/schema/correction.ts';
import { MEDIA_TOPICS } from '../../shared/schema/media-topic.ts';
import type { ComponentChildren } from 'preact';
import { foreign, type Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';
import { categoryName } from './groups.ts';
import { Layout } from './Layout.tsx';

type Field = keyof ReturnType<typeof clipTexts>['fields'];
/** The fields of the form. */
type Written = Readonly<Record<Exclude<Field, 'text'>, string>>;

interface Props {
  clip: { id: string; title: string; language: string | null };
  setting: Setting;
  /** What stands in the form. */
  written: Written;
  /** What stands there of the clip as it is now. */
  shown: Written;
  /** What was read off the page, of each field that has another value by now. */
  onPage: Partial<Written>;
  /** Fields that cannot be so. */
  problems: readonly string[];
  /** Fields that somebody else has written otherwise meanwhile. */
  conflicts: readonly string[];
}

/** The value of a field as a person reads it. */
const inWords = (field: keyof Written, value: string, language: Setting['language']): string => {
  if (field === 'category') return categoryName(value, language) ?? texts(language).correct.noTopic;
  return field === 'published' && value !== '' ? plainDay(value, language) : value;
};

/** What another version of a field has, with the button that puts it into the form. */
const Version = ({
  id,
  name,
  value,
  words,
  act,
  field,
  setting: { language },
}: {
  id: string;
  name: 'page' | 'theirs';
  value: string;
  words: (value: string) => string;
  act: string;
  field: keyof Written;
  setting: Setting;
}) => {
  const t = clipTexts(language);
  return (
    <p class="version">
      <span id={id} dir="auto">
        {words(inWords(field, value, language) || t.nothing)}
      </span>{' '}
      <button class="quiet" name={name} value={field} aria-label={t.of(act, t.fields[field])}>
        {act}
      </button>
    </p>
  );
};

const Row = ({
  field,
  children,
  ...props
}: Props & {
  field: keyof Written;
  children: (given: {
    id: string;
    name: string;
    'aria-invalid'?: true;
    autofocus?: true;
    'aria-describedby'?: string;
  }) => ComponentChildren;
}) => {
  const { setting, onPage, shown, problems, conflicts } = props;
  const t = clipTexts(setting.language);
  const { hints, problems: wrong } = texts(setting.language).correct;
  const hint = { ...hints, title: null, standfirst: null, site: null }[field];
  const isWrong = problems.includes(field);
  const isBoth = conflicts.includes(field);
  const [first] = [...problems, ...conflicts];
  const read = onPage[field];
  const about = [
    isWrong && `${field}-problem`,
    isBoth && `${field}-theirs`,
    read !== undefined && `${field}-page`,
    hint && `${field}-hint`,
  ].filter(Boolean);
  return (
    <div class="field">
      <label for={field}>{t.fields[field]}</label>
      {children({
        id: field,
        name: field,
        ...((isWrong || isBoth) && { 'aria-invalid': true }),
        ...(first === field && { autofocus: true }),
        ...(about.length > 0 && { 'aria-describedby': about.join(' ') }),
      })}
      {hint && (
        <p class="hint" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      {isWrong && (
        <p class="error" id={`${field}-problem`}>
          {{ ...wrong, ...t.problems }[field]}
        </p>
      )}
      {isBoth && (
        <Version
          {...{ field, setting }}
          id={`${field}-theirs`}
          name="theirs"
          value={shown[field]}
          words={t.theirs}
          act={t.takeTheirs}
        />
      )}
      {read !== undefined && (
        <Version
          {...{ field, setting }}
          id={`${field}-page`}
          name="page"
          value={read}
          words={t.onPage}
          act={t.putBack}
        />
      )}
    </div>
  );
};

const Topics = ({ setting, written }: Pick<Props, 'setting' | 'written'>) => {
  const { language } = setting;
  const { correct } = texts(language);
  const topics = MEDIA_TOPICS.map(
    (topic) => [topic, categoryName(topic, language) ?? topic] as const,
  );
  const options = [
    ['auto', clipTexts(language).automatic] as const,
    ...topics.toSorted(([, one], [, other]) => one.localeCompare(other, language)),
    ['', correct.noTopic] as const,
  ];
  return options.map(([value, label]) => (
    <option value={value} selected={value === written.category}>
      {label}
    </option>
  ));
};

export const CorrectPage = (props: Props) => {
  const { clip, setting, written, shown, problems, conflicts } = props;
  const { language, workspace } = setting;
  const t = clipTexts(language);
  const own = `/w/${workspace}/clip/${clip.id}`;
  const text = (field: 'authors' | 'site' | 'section', maxlength: number) => (
    <Row {...props} field={field}>
      {(given) => (
        <input
          {...given}
          {...foreign(clip)}
          value={written[field]}
          maxlength={maxlength}
          autocomplete="off"
        />
      )}
    </Row>
  );
  return (
    <Layout {...{ language, workspace }} title={t.correctTitle}>
      <main id="content" class="settings mend">
        <p class="meta">
          <a href={own} {...foreign(clip)}>
            {clip.title}
          </a>
        </p>
        <h1>{t.correctTitle}</h1>
        <p>{t.correctLead}</p>
        {problems.length > 0 && (
          <p class="error" role="alert">
            {t.wrong}
          </p>
        )}
        {conflicts.length > 0 && (
          <p class="error" role="alert">
            {t.conflict}
          </p>
        )}
        <form method="post" action={`${own}/correct`}>
          {/* The one that Enter presses. */}
          <button class="spoken" name="do" value="save" tabindex={-1} aria-hidden="true">
            {t.save}
          </button>
          {Object.entries(shown).map(([field, value]) => (
            <input type="hidden" name={`shown-${field}`} value={value} />
          ))}
          <Row {...props} field="title">
            {(given) => (
              <textarea {...given} {...foreign(clip)} rows={2} maxlength={1_000}>
                {written.title}
              </textarea>
            )}
          </Row>
          <Row {...props} field="standfirst">
            {(given) => (
              <textarea {...given} {...foreign(clip)} rows={4} maxlength={MAX_STANDFIRST}>
                {written.standfirst}
              </textarea>
            )}
          </Row>
          {text('authors', 10_000)}
          {text('site', 200)}
          {text('section', 2_000)}
          <Row {...props} field="category">
            {(given) => (
              <select {...given}>
                <Topics {...{ setting, written }} />
              </select>
            )}
          </Row>
          <Row {...props} field="published">
            {(given) => <input {...given} type="date" value={written.published} />}
          </Row>
          <div class="buttons">
            <button name="do" value="save">
              {t.save}
            </button>
            <a class="way" href={own}>
              {t.cancel}
            </a>
          </div>
        </form>
      </main>
    </Layout>
  );
};
