// Reads a text aloud by a voice of this device; a voice from elsewhere would be sent the text.

/** A voice of this device for a language (BCP 47); null where there is none. */
export const localVoice = (language: string | null): SpeechSynthesisVoice | null => {
  if (!('speechSynthesis' in globalThis) || language === null) return null;
  const [spoken = ''] = language.toLowerCase().split('-');
  const fits = ({ lang, localService }: SpeechSynthesisVoice): boolean =>
    localService && lang.toLowerCase().split(/[-_]/u)[0] === spoken;
  return speechSynthesis.getVoices().find(fits) ?? null;
};

/** Calls `listener` when the browser has learned of voices: it may do so late. Answers how to stop that. */
export const onVoices = (listener: () => void): (() => void) => {
  if (!('speechSynthesis' in globalThis)) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
};

/** Says texts one after the other, and calls `onEnd` after the last one. Answers how to fall silent. */
export const speak = (
  texts: readonly string[],
  voice: SpeechSynthesisVoice,
  onEnd: () => void,
): (() => void) => {
  for (const [index, text] of texts.entries()) {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    if (index === texts.length - 1) said.addEventListener('end', onEnd);
    speechSynthesis.speak(said);
  }
  return () => speechSynthesis.cancel();
};
