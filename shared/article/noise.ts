// Lines inside the body's box that are no part of the text: buttons, appeals, bylines, pointers to other pages.
import { type Block, blockText, type Run } from '../schema/block.ts';
import { fold } from '../text/fold.ts';
import { sameSite } from './address.ts';
import { ANNOUNCES } from './related.ts';

const SHORT = 100;
const APPEAL_LENGTH = 250;
/** Units that tell whether a text begins like a label. */
const LABEL_LENGTH = 150;
const HEAD = 10;

const BUTTON =
  /^(?:advert|advertisements?|ad|anzeige|werbung|publicidad|publicité|pubblicità|reklama?|quảng cáo|sponsored|skip to (?:main )?content|(?:scroll|swipe) .*|continue reading.*|read (?:more|next|full story)|czytaj (?:więcej|też)|leer más|lire (?:la suite|plus|aussi)|mehr lesen|weiterlesen|les (?:mer|også)|läs mer|xem (?:tiếp|thêm)|chi tiết|share(?: this.*)?|teilen|chia sẻ|partager|compartir|condividi|print|drucken|in bài|email|e mail|comments?|\d+ comments?|bình luận|ý kiến|kommentare?|commentaires|inhalt|content|gallery|view gallery|photos?|videos?|loading|tags?|từ khóa|chủ đề|back to top|save|listen(?: to (?:this|the) (?:story|article))?|nghe|play|close|đóng|updated?|topics?|copy link|facebook|twitter|whatsapp|this (?:slideshow|video) requires .*)$/u;

const APPEAL =
  /^(?:subscribe|sign (?:up|in)|log in|follow us|join (?:us|our)|get (?:the latest|our|more)|download (?:the|our) app|đăng ký|theo dõi|mời (?:quý )?(?:độc giả|bạn đọc)|abonnieren|abonnez|suscríbete|iscriviti|©|copyright|support (?:us|our|local) journalism)(?![\p{L}\p{N}])|\b(?:subscribe|sign up|register) (?:now|today|here|to (?:our|the|read)|for (?:our|the|free|a free))\b|create an account or|sign in or create|all rights reserved|uses? cookies|ad ?block(?:er)? users|enable javascript|affiliate commission|whatsapp channel/iu;

// A footnote's number may follow; what follows a digit is a time or a number: '09:15', '1.204'.
const ENDS = /[.!?…:;。！？"”»'’)\]]$|(?<!\d)[.!?…。！？"”»'’)\]]\s*\d+$/u;

/** Whether all the text is links to other pages of the site. */
const isPointer = (runs: readonly Run[], page: URL): boolean => {
  const said = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  return (
    said.length > 0 &&
    said.every((run) => run.href !== undefined && sameSite(new URL(run.href), page))
  );
};

const isLabel = (folded: string): boolean =>
  BUTTON.test(folded) || (folded.length <= 60 && ANNOUNCES.test(folded));

const isNoise = (block: Block, page: URL): boolean => {
  if (block.kind === 'figure' || block.kind === 'code' || block.kind === 'table') return false;
  const text = blockText(block);
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (block.kind === 'list') return block.items.every((item) => isPointer(item, page));
  if (text.length <= APPEAL_LENGTH && isLabel(fold(text.slice(0, LABEL_LENGTH)))) return true;
  if (block.kind === 'heading') return false;
  if (!/\p{L}/u.test(text) && text.length <= 5) return true;
  if (text.length <= APPEAL_LENGTH && APPEAL.test(text)) return true;
  return isPointer(block.runs, page) && !ENDS.test(text);
};

const isProse = (block: Block): boolean => {
  if (block.kind === 'figure' || block.kind === 'heading') return false;
  if (block.kind !== 'paragraph') return true;
  const text = blockText(block);
  return block.standfirst === true || text.length > SHORT || ENDS.test(text);
};

/** The blocks that are text. What stands before the first sentence and is none itself (kicker, byline, date) goes too. */
export const withoutNoise = (blocks: readonly Block[], page: URL): Block[] => {
  const kept = blocks.filter((block) => !isNoise(block, page));
  const first = kept.findIndex(isProse);
  if (first < 0 || first > HEAD) return kept;
  return kept.filter((block, index) => index >= first || block.kind !== 'paragraph');
};

const MAX_TAIL = 4;

/** Takes the few short lines off the end that are no sentences: byline, place, tags. */
export const splitTail = (
  blocks: readonly Block[],
): { readonly blocks: Block[]; readonly tail: readonly string[] } => {
  const last = blocks.findLastIndex(isProse);
  const after = last < 0 ? [] : blocks.slice(last + 1);
  const tail = after.filter((block) => block.kind === 'paragraph').map(blockText);
  if (tail.length > MAX_TAIL) return { blocks: [...blocks], tail: [] };
  const figures = after.filter((block) => block.kind === 'figure');
  return { blocks: [...blocks.slice(0, blocks.length - after.length), ...figures], tail };
};
