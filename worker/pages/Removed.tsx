// Deleting a clip from its page, and taking that back on the page that one lands on.
import { trashTexts } from '../../shared/locales/trash.ts';
import { TRASH_DAYS, type TrashItem } from '../../shared/schema/trash.ts';
import { foreign, type Setting } from './Clip.tsx';
import { Layout } from './Layout.tsx';

/** The button that deletes a clip. It asks nothing: what it does can be undone. */
export const RemoveClip = ({ id, setting }: { id: string; setting: Setting }) => {
  const t = trashTexts(setting.language);
  return (
    <form class="remove" method="post" action={`/w/${setting.workspace}/clip/${id}/delete`}>
      <button class="quiet">{t.remove}</button>
      <span class="note">{t.removeHint(TRASH_DAYS)}</span>
    </form>
  );
};

/** Says that a clip was deleted, with the way back. */
export const RemovedNotice = ({ item, setting }: { item: TrashItem; setting: Setting }) => {
  const t = trashTexts(setting.language);
  return (
    <div class="notice">
      <output dir="auto">{t.removed(item.title)}</output>
      <form method="post" action={`/w/${setting.workspace}/trash/${item.id}/undo`}>
        <button class="quiet">{t.undo}</button>
      </form>
    </div>
  );
};

/** In place of the page of a clip that lies in the trash. */
export const RemovedPage = ({ item, setting }: { item: TrashItem; setting: Setting }) => {
  const { workspace, language } = setting;
  const t = trashTexts(language);
  return (
    <Layout {...{ language, workspace }} title={item.title}>
      <main id="content" class="message">
        <h1 {...foreign(item)}>{item.title}</h1>
        <RemovedNotice {...{ item, setting }} />
        <p>
          <a class="way" href={`/w/${workspace}/trash`}>
            {t.title}
          </a>
        </p>
      </main>
    </Layout>
  );
};
