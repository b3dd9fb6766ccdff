import { StoryWrite } from '../../shared/schema/story.ts';
import { sayStory } from '../domain/stories.ts';
import { parse, readJson } from './body.ts';
import { sinceClipRead } from './if-match.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';

const MAX_BODY = 1_000;

export const storyRoutes = [
  apiRoute({
    method: 'PUT',
    path: '/api/w/:workspace/clips/:id/story',
    policy: member('editor'),
    operation: {
      id: 'putStory',
      summary:
        'Says that a clip is of the story of another one, or of none but its own. It stays so, whatever is saved later.',
      body: 'StoryWrite',
      answers: { 204: null },
      ifMatch: 'the clip',
      problems: ['not-found'],
    },
    handler: async (c, { place: { library } }) => {
      const { value } = await readJson(c, MAX_BODY);
      await sayStory(
        c.var.services,
        library.workspace,
        c.req.param('id') ?? '',
        parse(StoryWrite, value),
        sinceClipRead(c, library.workspace),
      );
      return c.body(null, 204);
    },
  }),
];
