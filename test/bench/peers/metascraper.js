// Reads pages as JSON Lines ({html, url}) on standard input and writes what metascraper says of each, one line for one.
import { createInterface } from 'node:readline';
import metascraper from 'metascraper';
import author from 'metascraper-author';
import date from 'metascraper-date';
import title from 'metascraper-title';

const scrape = metascraper([author(), date(), title()]);

for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const read = await scrape(JSON.parse(line)).catch(() => ({}));
  const { author: byline = null, date: published = null, title: headline = null } = read;
  const ms = performance.now() - start;
  console.log(JSON.stringify({ author: byline, date: published, title: headline, ms }));
}
