import { MAX_RELATED_BYTES, RelatedQuestion } from '../../shared/schema/related.ts';
import { relatedToArticle, relatedToClip } from '../domain/related.ts';
import { json, withEtag } from './answers.ts';
import { parse, readJson } from './body.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

export const relatedRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/w/:workspace/clips/:id/related',
    policy: member('viewer'),
    operation: {
      id: 'getRelatedClips',
      summary: 'What is related to a clip, the nearest first, each with why.',
      answers: { 200: 'RelatedClips', 304: null },
    },
    handler: async (c, { place: { library } }) => {
      const id = c.req.param('id') ?? '';
      const related = await relatedToClip(c.var.services.related, library, id, {
        withStory: true,
      });
      return withEtag(c, json(c, { related }));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/w/:workspace/related',
    policy: member('viewer', ['clip:read']),
    operation: {
      id: 'findRelatedClips',
      summary:
        'What is related to an article that may be in no library, the nearest first, each with why. Changes nothing.',
      body: 'RelatedQuestion',
      answers: { 200: 'RelatedClips' },
    },
    handler: async (c, { place: { library } }) => {
      const { value } = await readJson(c, MAX_RELATED_BYTES);
      const question = parse(RelatedQuestion, value);
      const related = await relatedToArticle(c.var.services.related, library, question);
      return json(c, { related });
    },
  }),
];
