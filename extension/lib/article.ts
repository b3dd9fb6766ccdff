// What reads an article off a page and sums it up: in a file of its own, which the browser loads apart.
export { readArticle, readWithExtraction } from '../../shared/article/index.ts';
export { readLeadLook } from '../../shared/article/lead-look.ts';
export { categoriseArticle } from '../../shared/category/article.ts';
export { readSelected } from '../../shared/article/selected.ts';
export { summarise } from '../../shared/summary/index.ts';
