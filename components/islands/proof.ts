import { solveChallenge } from 'altcha-lib'
import type { Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

// Loaded only while many post at once, and only where somebody writes: the form then carries a proof of work. Whatever
// goes wrong here goes unsaid: nobody needs a proof to post.

const FIELD = 'altcha'

const solve = async (form: HTMLFormElement): Promise<void> => {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: FIELD })
  form.append(field)
  const answer = await fetch('/proof', { headers: { accept: 'application/json' } })
  if (!answer.ok) return field.remove()
  const challenge = (await answer.json()) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  field.value = btoa(JSON.stringify({ challenge, solution }))
}

const onFocus = (target: EventTarget | null): void => {
  const form = target instanceof Element && target.closest<HTMLFormElement>('stet-form form')
  if (form && !form.elements.namedItem(FIELD)) void solve(form).catch(() => undefined)
}

document.addEventListener('focusin', ({ target }) => onFocus(target))
onFocus(document.activeElement)
