/** Writes only what differs: nobody is told the same twice, and observers rest. */
export const setText = (element: Element | null | undefined, text: string): void => {
  if (element && element.textContent !== text) element.textContent = text
}
