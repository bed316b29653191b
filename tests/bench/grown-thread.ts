import type { Comment } from '../../lib/comments/comment'
import { placeUnder } from '../../lib/comments/place-reply'
import type { Ids } from '../../lib/kernel/ids'
import type { Chance } from '../support/chance'

const FROM = Date.UTC(2026, 0, 1)

/** A comment of the bench, with the numbers that thread-counters.ts would keep. */
export interface Grown {
  readonly place: Pick<Comment, 'id' | 'parentId' | 'rootId' | 'laneId' | 'depth'>
  readonly root: Grown | null
  readonly createdAt: number
  /** Not approved: nobody sees it. */
  readonly waits: boolean
  replies: number
  branchSize: number
}

/** The thread of one piece while it is made, comment by comment, a second after each other or in the same one. */
export class GrownThread {
  readonly comments: Grown[] = []
  readonly #ids: Ids
  readonly #chance: Chance

  constructor(ids: Ids, chance: Chance) {
    this.#ids = ids
    this.#chance = chance
  }

  say(parent: Grown | null = null, waits = false): Grown {
    const id = this.#ids.random()
    const place = { id, ...placeUnder(parent?.place ?? null, id) }
    const root = parent && (parent.root ?? parent)
    const createdAt = FROM + (this.comments.length + this.#chance.below(2)) * 1_000
    const said: Grown = { place, root, createdAt, waits, replies: 0, branchSize: 0 }
    this.comments.push(said)
    if (parent && !waits) parent.replies += 1
    if (root && !waits) root.branchSize += 1
    return said
  }
}
