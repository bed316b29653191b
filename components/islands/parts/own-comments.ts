import { answerFacts, factsOf, textOf } from './facts'

/** What the island shows of a visitor's own comment. */
export interface OwnWaiting {
  readonly id: string
  readonly parentId: string
  readonly name: string
  readonly body: string
  readonly createdAt: string
}

export interface Own {
  /** Newest first. */
  readonly waiting: readonly OwnWaiting[]
  /** Ids of public comments whose edited text waits. */
  readonly editsWaiting: readonly string[]
  /** '' for guests and strangers. */
  readonly signedInAs: string
}

/** What this device wrote here and nobody else may see. Null when it could not be asked: the page works without. */
export const fetchOwn = async (path: string): Promise<Own | null> => {
  try {
    const response = await fetch(`${path}/mine.json`, { headers: { accept: 'application/json' } })
    if (!response.ok) return null
    const { comments, signedInAs } = await answerFacts(response)
    const all = (Array.isArray(comments) ? comments : []).map(factsOf)
    const waiting = all
      .filter(({ state }) => state === 'waiting')
      .map(({ id, parentId, name, body, createdAt }) => ({
        id: textOf(id),
        parentId: textOf(parentId),
        name: textOf(name),
        body: textOf(body),
        createdAt: textOf(createdAt),
      }))
    const editsWaiting = all
      .filter(({ state, editWaiting }) => state === 'approved' && editWaiting === true)
      .map(({ id }) => textOf(id))
    return { waiting, editsWaiting, signedInAs: textOf(signedInAs) }
  } catch {
    return null
  }
}
