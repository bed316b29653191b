import { el } from './el'

/** Copies by the old way, which pages without https have left. */
const copySelected = (text: string): boolean => {
  const area = el('textarea', { class: 'visually-hidden', readonly: '' })
  area.value = text
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}

export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}
