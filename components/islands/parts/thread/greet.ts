import { el } from '../el'

/** Who is signed in comments under their own name: there is nothing to fill in. '' for guests and strangers. */
export const greet = (thread: Element, signedInAs: string): void => {
  if (!signedInAs) return
  for (const fields of thread.querySelectorAll('.comment-form-who')) {
    fields.replaceWith(el('p', { class: 'comment-form-as' }, 'You comment as ', el('bdi', {}, signedInAs)))
  }
  for (const field of thread.querySelectorAll('.comment-form-mail > .field')) {
    field.replaceWith(el('p', { class: 'field-hint' }, 'Mails go to the address of your account.'))
  }
}
