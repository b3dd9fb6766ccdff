import { useState } from 'preact/hooks';

/**
 * An image from where it is, asked for without saying who shows it, and not before it comes into view.
 * One that does not come leaves nothing behind.
 */
export const Picture = ({ src, alt }: { src: string; alt: string }) => {
  const [isMissing, setMissing] = useState(false);
  if (isMissing) return null;
  return (
    <img
      src={src}
      alt={alt}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => setMissing(true)}
      // It may have failed before there was anyone to hear of it.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setMissing(true);
      }}
    />
  );
};
