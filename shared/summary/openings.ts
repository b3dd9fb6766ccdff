// How sentences open that lean on the one before: on a pronoun, or on a word that goes on.
import { LATIN } from '../text/letters.ts';

const words = (list: string): string => list.split(' ').join('|').replaceAll('_', ' ');

const opening = (list: string): RegExp =>
  new RegExp(`^["“‘'«(]*(?:${words(list)})(?![\\p{L}\\p{M}])`, 'iu');

const PRONOUN = opening(
  [
    'he she it they this that these those his her its their',
    'ông_ấy ông_này ông_ta bà_ấy bà_này anh_ấy anh_này anh_ta chị_ấy chị_này cô_ấy cô_này người_này họ nó điều_này điều_đó việc_này việc_đó đây đó đến_đây tại_đây',
    'er sie es dies diese dieser dieses das_ist il elle ils elles ce cela cette ces él ella ellos ellas esto esta este estos eso ele ela eles elas isso isto esse essa egli lui lei loro questo questa ciò hij zij ze het dit dat',
  ].join(' '),
);

const CONNECTIVE = opening(
  [
    'but and however so also yet still then instead moreover meanwhile nevertheless therefore thus because although while besides finally for_example in_addition as_a_result on_the_other_hand',
    'tuy_nhiên nhưng song ngoài_ra bên_cạnh_đó bên_cạnh do_đó vì_vậy vì_thế đồng_thời trong_khi_đó trước_đó sau_đó theo_đó mặt_khác cụ_thể còn và hiện riêng không_chỉ thậm_chí bởi_vậy do_vậy qua_đó từ_đó cùng_với_đó đặc_biệt ngược_lại mặc_dù',
    'aber und doch jedoch auch außerdem dabei zudem deshalb denn mais et donc cependant toutefois ainsi pero y sin_embargo además así también mas e porém também assim ma però inoltre così maar en ook dus',
  ].join(' '),
);

// Words of Latin letters, which others of them would make longer.
const standing = (list: string): RegExp =>
  new RegExp(`(?<![${LATIN}])(?:${words(list)})(?![${LATIN}])`, 'iu');

const SPEECH = standing(
  'said says told added according_to nói cho_biết chia_sẻ cho_rằng khẳng_định nhấn_mạnh theo_ông theo_bà sagte sagt erklärte dit déclaré dijo afirmó disse afirmou ha_detto',
);

const SELF = standing(
  'i we my our me us tôi chúng_tôi chúng_ta mình ich wir je nous yo nosotros eu nós io noi',
);

/** Whether a sentence opens on a pronoun, whose noun stands before it. */
export const opensOnPronoun = (text: string): boolean => PRONOUN.test(text);

/** Whether a sentence opens on a word that goes on from the one before. */
export const opensOnConnective = (text: string): boolean => CONNECTIVE.test(text);

/** Whether a sentence tells what somebody says. */
export const reportsSpeech = (text: string): boolean => SPEECH.test(text);

/** Whether a sentence speaks of who speaks. */
export const speaksOfSelf = (text: string): boolean => SELF.test(text);
