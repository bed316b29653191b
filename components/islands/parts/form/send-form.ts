import { answerFacts, factsOf, textOf } from '../facts'

export type Sent =
  | {
      readonly kind: 'received'
      readonly commentId: string
      readonly state: string
      /** Secret address of what becomes of it; '' for those who see it in their account. */
      readonly statusPath: string
    }
  | {
      readonly kind: 'refused'
      /** Of a DomainError; '' when the answer had none. */
      readonly code: string
      readonly message: string
      readonly fields: ReadonlyMap<string, string>
    }

const PATIENCE_MS = 30_000

const refused = (message: string, code = '', fields: Iterable<[string, string]> = []): Sent => ({
  kind: 'refused',
  code,
  message,
  fields: new Map(fields),
})

/** Sends a form the way the browser would, and asks for JSON. Never throws: a lost connection is a refusal too. */
export const sendForm = async (form: HTMLFormElement, key: string, since = 0): Promise<Sent> => {
  const body = new FormData(form)
  body.set('key', key)
  if (since) body.set('took', String(Math.round(performance.now() - since)))
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const facts = await answerFacts(response)
    if (response.ok)
      return {
        kind: 'received',
        commentId: textOf(facts.commentId),
        state: textOf(facts.state),
        statusPath: textOf(facts.statusPath),
      }
    return refused(
      textOf(facts.detail) || 'The server could not take it just now. Please try again in a minute.',
      textOf(facts.code),
      Object.entries(factsOf(facts.fields)).map(([name, sentence]) => [name, textOf(sentence)]),
    )
  } catch {
    return refused('The server could not be reached. What you wrote is still here: please try again.')
  }
}
