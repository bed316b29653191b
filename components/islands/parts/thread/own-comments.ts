import { answerFacts, factsOf, textOf } from '../facts'

/** What the island shows of a visitor's own comment that the public does not see. */
export interface OwnComment {
  readonly id: string
  readonly parentId: string
  readonly name: string
  readonly body: string
  readonly createdAt: string
  readonly rejected: boolean
  /** What the moderator gave as reason; '' for none. */
  readonly rejectedFor: string
}

export interface Own {
  /** Newest first: what waits, and what was turned down. */
  readonly unseen: readonly OwnComment[]
  /** Ids of comments whose edited text waits. */
  readonly editsWaiting: readonly string[]
  /** Ids of all of them. */
  readonly ids: readonly string[]
  /** Ids of comments this visitor recommends. */
  readonly recommended: readonly string[]
  /** '' for guests and strangers. */
  readonly signedInAs: string
  /** Address of the script that computes a proof of work; '' while none is asked for. */
  readonly proof: string
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What this device wrote here and nobody else may see. Null when it could not be asked: the page works without. */
export const fetchOwn = async (path: string): Promise<Own | null> => {
  try {
    const response = await fetch(`${path}/mine.json`, { headers: { accept: 'application/json' } })
    if (!response.ok) return null
    const { comments, ids, recommended, signedInAs, proof } = await answerFacts(response)
    const all = list(comments).map(factsOf)
    const unseen = all
      .filter(({ state }) => state === 'waiting' || state === 'rejected')
      .map(({ id, parentId, name, body, createdAt, state, rejectedFor }) => ({
        id: textOf(id),
        parentId: textOf(parentId),
        name: textOf(name),
        body: textOf(body),
        createdAt: textOf(createdAt),
        rejected: state === 'rejected',
        rejectedFor: textOf(rejectedFor),
      }))
    const editsWaiting = all.filter(({ editWaiting }) => editWaiting === true).map(({ id }) => textOf(id))
    return {
      unseen,
      editsWaiting,
      ids: list(ids).map(textOf),
      recommended: list(recommended).map(textOf),
      signedInAs: textOf(signedInAs),
      proof: textOf(proof),
    }
  } catch {
    return null
  }
}
