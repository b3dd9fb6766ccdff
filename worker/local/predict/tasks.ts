// The five tasks by name: what each takes and how it answers one record.
import * as v from 'valibot';
import { categoriseRecord } from './categorise.ts';
import { openExtract } from './extract.ts';
import { DocumentRecord, PageRecord, SummariseRecord } from './records.ts';
import { openRelate } from './relate.ts';
import { openStory } from './story.ts';
import { summariseRecord } from './summarise.ts';

/** A task that is ready: answers one parsed JSON value after another, and throws for one it cannot take. */
export interface Task {
  /** Where answers depend on all records: is given those that are values before the first is answered. */
  readonly prepare?: (records: readonly unknown[]) => Promise<void>;
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
  relate: async () => {
    const { keep, answer, close } = await openRelate();
    return {
      prepare: (records) =>
        keep(records.filter((record): record is DocumentRecord => v.is(DocumentRecord, record))),
      answer: (record) => answer(v.parse(DocumentRecord, record)),
      close,
    };
  },
  story: async () => {
    const answer = openStory();
    return { answer: (record) => answer(v.parse(DocumentRecord, record)), close: nothingToClose };
  },
};
