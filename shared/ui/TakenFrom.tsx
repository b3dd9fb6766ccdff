// Whom an article was taken from, as a link where the page gave one.

interface TakenFromProps {
  /** 'From: …' in the interface's language. */
  words: string;
  url: string | null | undefined;
}

export const TakenFrom = ({ words, url }: TakenFromProps) =>
  url ? (
    <a href={url} target="_blank" rel="noreferrer" dir="auto">
      {words}
    </a>
  ) : (
    <span dir="auto">{words}</span>
  );
