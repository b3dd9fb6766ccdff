/** Words of the reader, in the panel and on a clip's page. */
export const reader = {
  typography: 'Type',
  smaller: 'Smaller type',
  larger: 'Larger type',
  wide: 'Wide',
  paper: 'Paper',
  papers: { auto: 'Automatic', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
  images: 'Images',
  listen: 'Listen',
  print: 'Print',
};
