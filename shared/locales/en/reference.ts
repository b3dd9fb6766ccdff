/** Words of the page that tells what programs may ask for. */
export const reference = {
  title: 'The API',
  lead: 'What programs may ask of this server, as its own description says it:',
  contents: 'Operations',
  operations: 'Operations',
  who: 'Who may',
  anybody: 'anybody',
  by: {
    token: 'a token in Authorization: Bearer, or a session',
    session: 'a session alone',
  },
  places: { query: 'in the query', header: 'header' },
  body: 'Takes',
  answers: 'Answers',
  noBody: 'no body',
  problems: 'Problems',
  forms: 'Forms',
  formsLead: 'A question mark after a name: it may be left out. A number after ≤ is the most.',
};
