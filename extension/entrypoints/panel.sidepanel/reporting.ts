// The report of the page that the panel shows.
import { correctedFields } from '../../features/correct/correct.ts';
import type { Reported } from '../../features/report/report.ts';
import { surroundings } from '../../lib/surroundings.ts';
import { clipOf } from './page-state.ts';
import type { PanelState } from './state.ts';

/** What a report of the page can say. */
export const reportedOf = ({ page, language }: PanelState): Reported => {
  const clip = clipOf(page);
  const isRead = page.kind === 'article' || page.kind === 'behind';
  return {
    kind: page.kind === 'refused' ? `refused, ${page.refusal}` : page.kind,
    url: clip?.article.url ?? null,
    read: isRead ? (clip?.asRead ?? clip) : null,
    extraction: clip?.extraction ?? null,
    corrected: clip ? correctedFields(clip) : [],
    isSelection: clip?.isSelection === true,
    language,
    surroundings: surroundings(),
  };
};
