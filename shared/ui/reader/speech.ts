// Reads a text aloud by a voice of this device; a voice from elsewhere would be sent the text.

/** What can read aloud. */
export interface Speech {
  /** A voice for a language (BCP 47); null where there is none. */
  voiceFor: (language: string | null) => SpeechSynthesisVoice | null;
  /** Calls `listener` when more voices are known. Answers how to stop that. */
  onVoices: (listener: () => void) => () => void;
  /** Says texts one after the other, and calls `onEnd` after the last one. Answers how to fall silent. */
  speak: (texts: readonly string[], voice: SpeechSynthesisVoice, onEnd: () => void) => () => void;
}

/** The voices of this device; null where it has none. */
export const deviceSpeech = (): Speech | null => {
  if (!('speechSynthesis' in globalThis)) return null;
  return {
    voiceFor: (language) => {
      if (language === null) return null;
      const [spoken = ''] = language.toLowerCase().split('-');
      const fits = ({ lang, localService }: SpeechSynthesisVoice): boolean =>
        localService && lang.toLowerCase().split(/[-_]/u)[0] === spoken;
      return speechSynthesis.getVoices().find(fits) ?? null;
    },
    onVoices: (listener) => {
      speechSynthesis.addEventListener('voiceschanged', listener);
      return () => speechSynthesis.removeEventListener('voiceschanged', listener);
    },
    speak: (texts, voice, onEnd) => {
      for (const [index, text] of texts.entries()) {
        const said = new SpeechSynthesisUtterance(text);
        said.voice = voice;
        said.lang = voice.lang;
        if (index === texts.length - 1) said.addEventListener('end', onEnd);
        speechSynthesis.speak(said);
      }
      return () => speechSynthesis.cancel();
    },
  };
};
