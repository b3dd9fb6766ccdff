// What a list says of the act that led back to it. It stands in the list's address.
import * as v from 'valibot';
import { MAX_MANY } from '../../shared/schema/many.ts';
import { libraryTexts } from '../../shared/locales/library.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

/** As it stands in an address: why nothing was changed, or how many clips were. */
export const TellsOf = v.union([
  v.picklist(['nothing-chosen', 'no-name', 'too-many']),
  v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number)),
]);
export type TellsOf = v.InferOutput<typeof TellsOf>;

export const Told = ({ told, language }: { told: TellsOf; language: InterfaceLanguage }) => {
  const t = libraryTexts(language);
  return (
    <p class="note">
      <output>
        {told === 'nothing-chosen' && t.nothingChosen}
        {told === 'no-name' && t.noName}
        {told === 'too-many' && t.tooMany(MAX_MANY)}
        {typeof told === 'number' && t.didMany(told)}
      </output>
    </p>
  );
};
