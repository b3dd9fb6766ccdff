// How texts are set where they are read, with a line to see it by.
import type { Texts } from '../../../shared/locales/index.ts';
import type { ReaderTexts } from '../../../shared/locales/reader.ts';
import type { ReaderSetting } from '../../../shared/schema/reader.ts';
import { Typography } from '../../../shared/ui/reader/Typography.tsx';

interface ReadingProps {
  setting: ReaderSetting;
  texts: Texts;
  readerTexts: ReaderTexts;
  onChange: (change: Partial<ReaderSetting>) => void;
}

export const Reading = ({ setting, texts: { settings }, readerTexts, onChange }: ReadingProps) => (
  <>
    {/* Its paper is that of the whole page, where there is a text to read. */}
    <div class="reader as-in-panel" data-size={setting.size} data-wide={setting.isWide}>
      <div class="tools">
        <Typography setting={setting} hasImages texts={readerTexts} onChange={onChange} />
      </div>
      <p class="body">{settings.readingLine}</p>
    </div>
    <p class="remark">{settings.imagesAsk}</p>
  </>
);
