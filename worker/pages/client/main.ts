// The little that pages do by script; each is complete without it.
import { moveInCalendars } from './calendar.ts';
import { copyByButton } from './copy.ts';
import { copyAddresses } from './copy-address.ts';
import { makeEndless } from './endless.ts';
import { goOn } from './go-on.ts';
import { keepNeighbours } from './neighbours.ts';
import { completeSearches } from './search-field.ts';
import { workOffline } from './work-offline.ts';
import { tellVisit } from './visit.ts';

// An image that does not come leaves no hole.
const removeWhenBroken = (image: HTMLImageElement): void => {
  const remove = () => {
    image.closest('.lead')?.classList.remove('pictured');
    image.closest('figure')?.remove();
  };
  if (image.complete && image.naturalWidth === 0) remove();
  else image.addEventListener('error', remove);
};
for (const image of document.querySelectorAll<HTMLImageElement>('.lead img'))
  removeWhenBroken(image);

// The browser knows its zone; the server does not. Browsers may name it otherwise than the list does.
const zones = document.querySelector<HTMLSelectElement>('select[data-own-zone]');
if (zones) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!Array.from(zones.options).some(({ value }) => value === own))
    zones.prepend(new Option(own.replaceAll('_', ' '), own));
  zones.value = own;
}

completeSearches();
keepNeighbours();
makeEndless();
copyByButton();
copyAddresses();
moveInCalendars();
workOffline();
tellVisit();
goOn();
