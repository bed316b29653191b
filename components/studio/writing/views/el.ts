/** A node of the page: `el('p', { className: 'x' }, 'words')`. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  facts: Partial<HTMLElementTagNameMap[K]> & { readonly data?: Readonly<Record<string, string>> } = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const { data = {}, ...rest } = facts
  const made = Object.assign(document.createElement(tag), rest)
  Object.assign(made.dataset, data)
  made.append(...children)
  return made
}
