// The sample as its own page shows it, the sentences of its summary marked once they have been read off it.
import { useEffect, useRef } from 'preact/hooks';
import { Blocks } from '../../../shared/ui/Blocks.tsx';
import { summaryMarks } from '../../../shared/ui/marks.ts';
import type { Sample } from './sample.ts';

interface SamplePageProps {
  sample: Sample;
  isRead: boolean;
  /** The sentence of the summary that is shown; null for none. */
  sentence: number | null;
}

export const SamplePage = ({ sample: { article, summary }, isRead, sentence }: SamplePageProps) => {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sentence === null) return;
    const mark = page.current?.querySelector('mark[aria-current]');
    mark?.scrollIntoView({ block: 'nearest' });
  }, [sentence]);
  return (
    <article
      ref={page}
      class="sample-page body"
      lang={article.language ?? undefined}
      aria-label={article.site ?? article.title}
    >
      <p class="masthead">{article.site}</p>
      <h3>{article.title}</h3>
      <Blocks
        blocks={article.blocks}
        marks={isRead ? summaryMarks(summary.sentences, sentence) : []}
        images={false}
      />
    </article>
  );
};
