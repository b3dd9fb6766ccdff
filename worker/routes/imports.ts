import * as v from 'valibot';
import { ImportPart, ImportQuestion, MAX_PART_BYTES } from '../../shared/schema/import.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { sha256 } from '../domain/ids.ts';
import { forecastImport, importPart, undoImport } from '../domain/imports.ts';
import { json } from './answers.ts';
import { parse, readJson } from './body.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

const Address = v.object({ id: UuidV7 });
const PartAddress = v.object({
  id: UuidV7,
  number: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
});

export const importRoutes = [
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/imports/dry-run',
    policy: member('editor', ['clip:read']),
    operation: {
      id: 'forecastImport',
      summary: 'How many of some addresses the library has; nothing is written.',
      body: 'ImportQuestion',
      answers: { 200: 'ImportForecast' },
    },
    handler: async (c, { place }) => {
      const { value } = await readJson(c, MAX_PART_BYTES);
      const { addresses } = parse(ImportQuestion, value);
      return json(c, await forecastImport(c.var.services, place.library.workspace, addresses));
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/imports/:id/parts/:number',
    policy: member('editor'),
    operation: {
      id: 'importPart',
      summary:
        'Brings in up to a hundred addresses. Sent again with the same bytes, it answers as before.',
      body: 'ImportPart',
      answers: { 200: 'ImportPartAnswer', 201: 'ImportPartAnswer' },
      problems: ['gone', 'other-bytes'],
    },
    handler: async (c, { person, place }) => {
      const { id, number } = parse(PartAddress, c.req.param());
      const { bytes, value } = await readJson(c, MAX_PART_BYTES);
      const { status, answer } = await importPart(
        c.var.services,
        place.library,
        { import: id, number, account: person.account },
        await sha256(bytes),
        parse(ImportPart, value),
      );
      return json(c, answer, status);
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/w/:workspace/imports/:id',
    policy: member('editor'),
    operation: {
      id: 'undoImport',
      summary:
        'Takes back one step of an import; again until nothing is left. What somebody has read since stays.',
      answers: { 200: 'ImportUndone' },
      problems: ['bad-request'],
    },
    handler: async (c, { person, place }) => {
      const { id } = parse(Address, c.req.param());
      const { workspace } = place.library;
      return json(c, await undoImport(c.var.services, workspace, person.account, id));
    },
  }),
];
