// A button that reads the text aloud, where this device has a voice for its language.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import { localVoice, onVoices, speak } from './speech.ts';

interface ListenProps {
  paragraphs: readonly string[];
  language: string | null;
  texts: Texts;
}

export const Listen = ({ paragraphs, language, texts: { panel } }: ListenProps) => {
  const [voice, setVoice] = useState(() => localVoice(language));
  const [speaks, setSpeaks] = useState(false);
  const silence = useRef<(() => void) | null>(null);
  useEffect(() => onVoices(() => setVoice(localVoice(language))), [language]);
  useEffect(() => () => silence.current?.(), []);
  if (!voice || paragraphs.length === 0) return null;
  const toggle = () => {
    if (speaks) silence.current?.();
    else silence.current = speak(paragraphs, voice, () => setSpeaks(false));
    setSpeaks(!speaks);
  };
  return (
    <button type="button" class="quiet" aria-pressed={speaks} onClick={toggle}>
      {panel.listen}
    </button>
  );
};
