import { buttonNode } from '../button-node'
import { el } from '../el'

/** What the page's form may have got from its own element already. */
const ADDED = '.draft-kept, .character-count, [role=status]'

const rename = (form: HTMLFormElement, suffix: string): void => {
  for (const element of form.querySelectorAll('[id]')) element.id = `${element.id}-${suffix}`
  for (const label of form.querySelectorAll('label')) label.htmlFor = `${label.htmlFor}-${suffix}`
  for (const control of form.querySelectorAll('[aria-describedby]')) {
    const ids = (control.getAttribute('aria-describedby') ?? '').split(' ')
    control.setAttribute('aria-describedby', ids.map((id) => `${id}-${suffix}`).join(' '))
  }
}

/** What the reader wrote about themselves in the page's form need not be written again. */
const copyWho = (from: HTMLFormElement | null, to: HTMLFormElement): void => {
  for (const name of ['name', 'email']) {
    const [typed, field] = [from?.elements.namedItem(name), to.elements.namedItem(name)]
    if (typed instanceof HTMLInputElement && field instanceof HTMLInputElement) field.value = typed.value
  }
}

export interface ReplyPlace {
  /** Gets the focus back when the reply is given up. */
  readonly link: HTMLElement
  readonly parentId: string
  /** The page's form as it stands now. */
  readonly typed: HTMLFormElement | null
}

/** The page's own form once more, for a reply: other ids, and the id of the comment it answers. */
export const replyForm = (pattern: Node, { link, parentId, typed }: ReplyPlace): HTMLElement => {
  const element = document.createElement('stet-form')
  element.className = 'reply-form'
  element.append(pattern.cloneNode(true))
  const form = element.querySelector('form')
  if (!form) return element
  for (const added of form.querySelectorAll(ADDED)) added.remove()
  rename(form, parentId)
  // Copies carry what was typed, or what the browser put back.
  for (const area of form.querySelectorAll('textarea')) area.value = ''
  copyWho(typed, form)
  form.prepend(el('input', { type: 'hidden', name: 'parentId', value: parentId }))
  form.querySelector('.button-primary')?.after(
    buttonNode('Cancel', 'button button-quiet', () => {
      element.remove()
      link.focus()
    }),
  )
  return element
}
