import type { SignedIn } from '../../lib/kernel/actor'
import { countDeskNumbers, readDeskNumbers } from '../../lib/db/desk-numbers'
import { recount } from '../../lib/db/recount'
import { sql } from '../../lib/db/sql'
import type { House } from '../../server/process/open-house'
import { waitingCards } from './waiting-cards'

export const CONTESTED = 1_000

export interface Contest {
  readonly won: number
  readonly refused: number
  /** What is not as it must be afterwards, in words. Empty when all is right. */
  readonly wrong: readonly string[]
}

/**
 * Two moderators decide about the same comments in the same moment, each another way: one wins each, the other is told,
 * and the log, the comments, the effects and every stored number say the same.
 */
export const contest = async (house: House, one: SignedIn, other: SignedIn): Promise<Contest> => {
  const { stet, database } = house
  const { commentStore } = stet.ports
  const cards = await waitingCards(house, one, CONTESTED)
  const ids = cards.map(({ commentId }) => commentId)
  const before = await commentStore.decisionsOnAll(ids)
  const outcomes = await Promise.all(
    cards.flatMap((card) => [
      stet.moderation.decide(one, { ...card, move: 'approve' }),
      stet.moderation.decide(other, { ...card, move: 'reject' }),
    ]),
  )
  const won = outcomes.filter(({ ok }) => ok).length
  const refused = outcomes.filter((outcome) => !outcome.ok && outcome.error.code === 'conflict').length

  const wrong: string[] = []
  const check = (isRight: boolean, words: string): void => void (isRight || wrong.push(words))
  const [log, records] = [await commentStore.decisionsOnAll(ids), await commentStore.findAll(ids)]
  check(records.length === CONTESTED, `${records.length} comments were found`)
  let [rows, differing, effects] = [0, 0, 0]
  for (const { comment } of records) {
    const added = (log.get(comment.id) ?? []).slice(before.get(comment.id)?.length ?? 0)
    rows += added.length
    if (added.length !== 1 || added[0]?.to !== comment.status) differing += 1
    const key = `comment.changed:${comment.latestRevisionId}:${comment.version}`
    effects += (await database.read(sql`SELECT 1 FROM "outbox" WHERE "key" = ${key}`)).length
  }
  check(rows === won, `the log got ${rows} rows for ${won} decisions`)
  check(differing === 0, `${differing} comments are not as the log says`)
  check(effects === won, `${effects} effects for ${won} decisions`)
  const [stored, counted] = [await readDeskNumbers(database), await countDeskNumbers(database)]
  check(JSON.stringify(stored) === JSON.stringify(counted), `tabs: ${JSON.stringify({ stored, counted })}`)
  check((await recount(database)).length === 0, 'numbers of a thread are not what counting gives')
  check(won === CONTESTED, `${won} of ${CONTESTED} were decided about`)
  check(refused === CONTESTED, `${refused} of ${CONTESTED} were refused with what happened`)
  return { won, refused, wrong }
}

export const contestPrinted = (where: string, { won, refused, wrong }: Contest): string =>
  [
    `2 moderators × ${CONTESTED} decisions about the same comments (${where}): ${won} stored, ${refused} refused with what happened`,
    ...(wrong.length === 0
      ? ['  log, comments, effects and every number agree']
      : wrong.map((words) => `  WRONG: ${words}`)),
  ].join('\n')
