// Shadow roots as only an extension sees them: the closed ones too.
import { browser } from 'wxt/browser';

/** The shadow root of an element, open or closed, or null. */
export const shadowRootOf = (element: HTMLElement): ShadowRoot | null => {
  if (typeof browser.dom?.openOrClosedShadowRoot === 'function')
    return browser.dom.openOrClosedShadowRoot(element);
  // Firefox has it on the element, which the DOM types do not know.
  const root: unknown = Reflect.get(element, 'openOrClosedShadowRoot');
  return root instanceof ShadowRoot ? root : element.shadowRoot;
};
