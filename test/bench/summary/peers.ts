// What other summarisers take from a text.
import * as v from 'valibot';
import { openPeer } from '../peer.ts';

export const PEERS = ['lexrank', 'node-summarizer'] as const;
export type Peer = (typeof PEERS)[number];

const Answer = v.object({ summary: v.array(v.string()), ms: v.number() });
const Answers = v.object({ lexrank: Answer, 'node-summarizer': Answer });

/** Starts them; where they are not installed there are none. */
export const openSummarisers = () => {
  const peer = openPeer('summarisers', 'lexrank', Answers);
  const ask = async (text: string, sentences: number) => peer?.ask({ text, sentences });
  return {
    summarise: async (told: {
      text: string;
      sentences: number;
    }): Promise<readonly [Peer, readonly string[]][]> => {
      const answers = await ask(told.text, told.sentences);
      return answers ? PEERS.map((name) => [name, answers[name].summary]) : [];
    },
    /** Milliseconds that each takes for a text. */
    time: async (text: string, sentences: number): Promise<readonly [Peer, number][]> => {
      const answers = await ask(text, sentences);
      return answers ? PEERS.map((name) => [name, answers[name].ms]) : [];
    },
    close: () => peer?.close(),
  };
};
