import { authorRecord } from './author-record'
import { type Check, PASS } from './check'

/** Somebody of whom nothing was approved yet. */
export const newAuthor: Check = {
  name: 'new-author',
  run: async (draft, { screening }, ports) => {
    if (!screening.newAuthor) return PASS
    const { approved } = await authorRecord(draft, ports)
    return approved > 0
      ? PASS
      : { level: 'hold', reason: 'Nothing of this person was approved here before.', evidence: {} }
  },
}
