// A button that reads the text aloud, where there is a voice for its language.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReaderTexts } from '../../locales/reader.ts';
import type { Speech } from './speech.ts';

interface ListenProps {
  speech: Speech;
  paragraphs: readonly string[];
  language: string | null;
  texts: ReaderTexts;
}

export const Listen = ({ speech, paragraphs, language, texts }: ListenProps) => {
  // Known only once it is drawn: a server, which draws the same page first, hears no voices.
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  const [speaks, setSpeaks] = useState(false);
  const silence = useRef<(() => void) | null>(null);
  useEffect(() => {
    const look = () => setVoice(speech.voiceFor(language));
    look();
    return speech.onVoices(look);
  }, [speech, language]);
  useEffect(() => () => silence.current?.(), []);
  if (!voice || paragraphs.length === 0) return null;
  const toggle = () => {
    if (speaks) silence.current?.();
    else silence.current = speech.speak(paragraphs, voice, () => setSpeaks(false));
    setSpeaks(!speaks);
  };
  return (
    <button type="button" class="quiet" aria-pressed={speaks} onClick={toggle}>
      {texts.listen}
    </button>
  );
};
