// What the person allows us to tell beyond what keeping needs.
import { browser } from 'wxt/browser';

/**
 * Whether the library may be told which browser and system this is. Firefox asks the person for it
 * (`technicalAndInteraction`); elsewhere nobody asks, and no such list is there.
 */
export const mayTellPlatform = async (): Promise<boolean> => {
  const granted: unknown = Reflect.get(await browser.permissions.getAll(), 'data_collection');
  return !Array.isArray(granted) || granted.includes('technicalAndInteraction');
};
