// Reads texts as JSON Lines ({text, sentences}) on standard input and writes each summariser's sentences, one line for one.
import { createInterface } from 'node:readline';
import lexrank from 'lexrank';
import summarizer from 'node-summarizer';

const byLexrank = (text, sentences) =>
  new Promise((resolve) => {
    lexrank.summarize(text, sentences, (error, top) =>
      resolve(error ? [] : top.map((sentence) => sentence.text)),
    );
  });

// Its other way needs a database of English words.
const byFrequency = async (text, sentences) => {
  const { SummarizerManager } = summarizer;
  const { summary } = await new SummarizerManager(text, sentences).getSummaryByFrequency();
  return [summary];
};

const TOOLS = { lexrank: byLexrank, 'node-summarizer': byFrequency };

// They throw on texts of one sentence.
const answerOf = async (tool, { text, sentences }) => {
  const start = performance.now();
  try {
    const summary = await tool(text, sentences);
    return { summary, ms: performance.now() - start };
  } catch {
    return { summary: [], ms: performance.now() - start };
  }
};

const print = console.log;
console.log = () => {};
for await (const line of createInterface({ input: process.stdin })) {
  const record = JSON.parse(line);
  const answer = {};
  for (const [name, tool] of Object.entries(TOOLS)) answer[name] = await answerOf(tool, record);
  print(JSON.stringify(answer).replace(/[\u0085\u2028\u2029]/g, ' '));
}
