import type { FormState } from '@/lib/http/form-state'
import type { DomainError } from '@/lib/kernel/domain-error'
import type { Edited, Intent, TypedOver } from './editor-actions'
import type { PieceValues } from './piece-values'

const ADDRESS = '/studio/change'

const OFFLINE: DomainError = {
  code: 'unavailable',
  message: 'The server could not be reached, so nothing was saved. What you typed is still here: try again.',
}

interface Change extends TypedOver {
  readonly articleId: string
  /** The text that lost a conflict, where the form shows one; '' where it shows none. */
  readonly conflict: string
  readonly intent: Intent
}

const isDone = (value: unknown): value is Edited =>
  typeof value === 'object' && value !== null && 'did' in value && 'piece' in value

const errorIn = (value: unknown): DomainError | null =>
  typeof value === 'object' && value !== null && 'error' in value ? (value.error as DomainError) : null

/** As the form itself would send it: in JSON a long document would be half as long again. */
const asForm = (fields: Readonly<Record<string, string | number>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  return form
}

/** What a button means, done by the server: as posting the form would, without leaving the page. */
export const sendChange = async (change: Change, values: PieceValues): Promise<FormState<Edited>> => {
  try {
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: asForm({ ...change, ...values }),
    })
    const value: unknown = await answer.json()
    if (answer.ok && isDone(value)) return { kind: 'done', value }
    return { kind: 'refused', error: errorIn(value) ?? OFFLINE, values: {} }
  } catch {
    return { kind: 'refused', error: OFFLINE, values: {} }
  }
}
