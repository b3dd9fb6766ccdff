// The pictures for the stores are drawn from the real thing, in the one size that the Chrome Web Store takes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../../worker/local/demo/installation.ts';
import { drawListing, PICTURE } from '../../worker/local/listing.ts';

test('the pictures of the listing are of the size that the stores take', async () => {
  const { folder, remove } = temporaryFolder();
  await drawListing('vi', folder);
  const sizes = ['article.png', 'day.png'].map((name) => {
    const png = readFileSync(path.join(folder, name));
    // In its first chunk, which has a fixed place: https://www.w3.org/TR/png-3/#11IHDR
    return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  });
  remove();
  expect(sizes).toEqual([PICTURE, PICTURE]);
});
