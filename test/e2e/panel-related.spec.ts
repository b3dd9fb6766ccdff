// What belongs to an article: what its page has by now, and what the library has, asked of nobody.
import { expect, type Page } from '@playwright/test';
import type { MirrorCard } from '../../shared/schema/mirror.ts';
import { uuidV7 } from '../../shared/schema/uuid.ts';
import { connect } from './panel-acts.ts';
import { cards, holdCards } from './panel-cards.ts';
import { test } from './panel-test.ts';

const card = (nth: number, url: string, title: string, terms: string[]): MirrorCard => ({
  id: uuidV7(nth, new Uint8Array(10)),
  place: nth,
  url,
  canonicalUrl: url,
  title,
  standfirst: null,
  site: 'Tin Miền Trung',
  language: 'vi',
  section: ['Xã hội'],
  category: null,
  terms,
  day: '2022-12-20',
  filled: true,
  fingerprint: null,
  story: null,
  authors: [],
  published: null,
  keptDay: '2022-12-27',
  tags: [],
  collections: [],
  state: null,
  starred: false,
  keepers: [{ account: 'somebody', day: '2022-12-21' }],
});

const inLibrary = (panel: Page) =>
  panel.getByRole('region', { name: 'In your library' }).getByRole('link');

test('what the library has of the same is there offline, without the article itself and what its page lists', async ({
  dateline,
  library,
  pages,
}) => {
  const here = `${pages.origin}/vi`;
  const other = (nth: number, title: string, terms: string[]) =>
    card(nth, `https://tin.example/${nth}`, title, terms);
  const related = other(1, 'Bản đồ số của bốn huyện miền núi', ['thửa đất', 'huyện miền núi']);
  holdCards(library, [
    related,
    card(2, here, 'Tỉnh mở cổng dữ liệu đất đai', ['thửa đất']),
    card(3, `${here}/3`, 'Số hóa hồ sơ đất đai chậm ở bốn huyện miền núi', ['huyện miền núi']),
    other(4, 'Đội tuyển thắng trận mở màn', ['bóng đá']),
    other(5, 'Giá vàng lập đỉnh mới', ['giá vàng']),
  ]);
  const options = await connect(dateline, library);
  await expect.poll(() => cards(options)).toBe(5);
  await library.close();
  const page = await dateline.open(here);
  const panel = await dateline.read(page);
  const link = inLibrary(panel).filter({ hasText: related.title });
  await expect(link).toHaveAttribute('href', `${library.origin}/w/home/clip/${related.id}`);
  await expect(inLibrary(panel).filter({ hasText: 'đất đai' })).toHaveCount(0);
  const item = panel.getByRole('listitem').filter({ hasText: related.title });
  await expect(item).toContainText('huyện miền núi');
  await expect(item).toContainText('Tin Miền Trung');
  await expect(item).toContainText('20 Dec 2022');

  await options.bringToFront();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByRole('button', { name: 'Connect' })).toBeVisible();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(/^Tỉnh mở cổng/);
  await expect(inLibrary(panel)).toHaveCount(0);
});

test('without a library what is kept here belongs to it, and a page is looked at again for what it loads late', async ({
  dateline,
  pages,
}) => {
  const panel = await dateline.read(await dateline.open(`${pages.origin}/vi/next`));
  await panel.getByRole('button', { name: 'Keep this article' }).click();
  await expect(panel.getByText('Saved.', { exact: true })).toBeVisible();
  const page = await dateline.open(`${pages.origin}/vi`);
  await dateline.read(page);
  await expect(inLibrary(panel)).toHaveText(/^Huyện mở sổ/);

  const onPage = panel.getByRole('region', { name: 'More in this section' });
  await expect(onPage.getByRole('listitem')).toHaveCount(3);
  await page.evaluate(() => {
    const late = document.querySelector('section li')?.cloneNode(true);
    if (!(late instanceof HTMLElement)) return;
    late.innerHTML = '<a href="/vi/4">Một tin cùng chuyên mục đến sau khi trang đã đọc</a>';
    document.querySelector('section ul')?.append(late);
  });
  await onPage.getByRole('button', { name: 'Look again' }).click();
  await expect(onPage.getByRole('listitem')).toHaveCount(4);
  await expect(onPage.getByRole('link', { name: /^Một tin/ })).toBeVisible();
});
