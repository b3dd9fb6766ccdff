// The picture that stands for the article, in a room of its own from the first moment on.
import type { LeadLook } from '../../../shared/article/lead-look.ts';
import { Picture } from '../../../shared/ui/Picture.tsx';

interface LeadImageProps {
  src: string;
  /** Null where nothing is known of it. */
  look: LeadLook | null;
  /** The headline, which need not be said twice. */
  title: string;
}

const USUAL = 3 / 2;
/** Taller or flatter than these it is cut: the summary is what the panel is opened for. */
const TALLEST = 4 / 3;
const FLATTEST = 3;

/**
 * The image, asked for without cookies where the browser can (see `cross_origin_embedder_policy` in
 * wxt.config.ts). Not by `crossorigin`: that shows none of a site that does not allow others to read its
 * images, as hardly any does.
 */
export const LeadImage = ({ src, look, title }: LeadImageProps) => {
  const ratio = Math.min(FLATTEST, Math.max(TALLEST, look?.ratio ?? USUAL));
  const alt = look?.alt ?? '';
  return (
    <div class="lead-image" style={{ aspectRatio: `${ratio}` }}>
      <Picture src={src} alt={alt === title ? '' : alt} />
    </div>
  );
};
