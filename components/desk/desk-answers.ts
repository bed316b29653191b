import type { FormState } from '@/lib/http/form-state'
import type { DecidedHere } from '@/lib/moderation/decide-card'
import { counted, leftWords } from './many-words'

const OFFLINE = 'The server could not be reached, so nothing was decided. Check the connection and try again.'

/** The answer of an action; null where the server could not be reached. */
export const asked = async <T>(answer: Promise<FormState<T>>): Promise<FormState<T> | null> => {
  try {
    return await answer
  } catch {
    return null
  }
}

/** What to say about an answer that is not the one hoped for. */
export const problemIn = (answer: FormState | null) =>
  answer?.kind === 'refused'
    ? { text: answer.error.message, stale: answer.error.code === 'conflict', answered: true }
    : { text: OFFLINE, stale: false, answered: false }

/** What to say where something of a flood is left. */
export const partly = (done: DecidedHere) => {
  const left = leftWords(done)
  return left === ''
    ? {}
    : { news: { kind: 'decided', text: `${counted(done.decided)} decided. ${left}` } as const }
}
