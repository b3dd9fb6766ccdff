// The script of the import page.
import { render } from 'preact';
import { importTexts } from '../../../shared/locales/imports.ts';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { ImportApp } from './import/ImportApp.tsx';
import type { Setting } from './import/setting.ts';
import { Undo } from './import/Undo.tsx';

// A file that is dropped at the wrong moment is not opened in place of the page.
for (const type of ['dragover', 'drop'])
  document.addEventListener(type, (event) => event.preventDefault());

const root = document.querySelector<HTMLElement>('[data-import]');
if (root) {
  const { workspace = '', zone = '' } = root.dataset;
  const language = chooseLanguage([document.documentElement.lang]);
  const setting: Setting = {
    workspace,
    api: `/api/w/${workspace}`,
    zone,
    language,
    t: importTexts(language),
  };
  render(<ImportApp setting={setting} />, root);
  for (const place of document.querySelectorAll<HTMLElement>('[data-undo]')) {
    const { undo = '', name = '', count } = place.dataset;
    const left = place.closest('li')?.querySelector('[data-left]');
    render(
      <Undo
        {...{ id: undo, name, setting }}
        count={Number(count)}
        onUndone={() => left?.remove()}
      />,
      place,
    );
  }
}
