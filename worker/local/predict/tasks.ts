// The five tasks by name: what each takes and how it answers one record.
import * as v from 'valibot';
import { categoriseRecord } from './categorise.ts';
import { openExtract } from './extract.ts';
import { DocumentRecord, PageRecord, SummariseRecord } from './records.ts';
import { openStory } from './story.ts';
import { summariseRecord } from './summarise.ts';

/** A task that is ready: answers one parsed JSON value after another, and throws for one it cannot take. */
export interface Task {
  readonly answer: (record: unknown) => unknown;
  readonly close: () => Promise<void>;
}

const nothingToClose = async (): Promise<void> => undefined;

const onDocuments = (answer: (record: DocumentRecord) => unknown) => async (): Promise<Task> => ({
  answer: (record) => answer(v.parse(DocumentRecord, record)),
  close: nothingToClose,
});

export const TASKS: Readonly<Record<string, () => Promise<Task>>> = {
  extract: async () => {
    const { answer, close } = await openExtract();
    return { answer: (record) => answer(v.parse(PageRecord, record)), close };
  },
  summarise: async () => ({
    answer: (record) => summariseRecord(v.parse(SummariseRecord, record)),
    close: nothingToClose,
  }),
  categorise: onDocuments(categoriseRecord),
  // Related items are still to come: until then nobody is sure of anything.
  relate: onDocuments(({ id }) => ({ id, related: [], ms: 0 })),
  story: async () => {
    const answer = openStory();
    return { answer: (record) => answer(v.parse(DocumentRecord, record)), close: nothingToClose };
  },
};
