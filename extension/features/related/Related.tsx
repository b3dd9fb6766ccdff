// The page's own 'more of this section'.
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';

const SHOWN = 6;

export const Related = ({ article, texts }: { article: Article; texts: Texts }) => {
  if (article.related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">
        {texts.panel.related} <span>{texts.panel.onThisPage}</span>
      </h2>
      <ul lang={article.language ?? undefined}>
        {article.related.slice(0, SHOWN).map(({ title, url }) => (
          <li>
            <a href={url} target="_blank" rel="noreferrer" dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
