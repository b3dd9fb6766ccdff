// Reads pages as JSON Lines ({html, url}) on standard input and writes what metascraper says of each, one line for one.
import { createInterface } from 'node:readline';
import metascraper from 'metascraper';
import author from 'metascraper-author';
import date from 'metascraper-date';
import title from 'metascraper-title';

const scrape = metascraper([author(), date(), title()]);

// It refuses some addresses, and throws on some pages.
const scrapeOrNothing = async (page) => {
  try {
    return await scrape(page);
  } catch {
    return {};
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const read = await scrapeOrNothing(JSON.parse(line));
  const { author: byline = null, date: published = null, title: headline = null } = read;
  const ms = performance.now() - start;
  const answer = JSON.stringify({ author: byline, date: published, title: headline, ms });
  // Node's readline ends lines at these too.
  console.log(answer.replace(/[\u0085\u2028\u2029]/g, ' '));
}
