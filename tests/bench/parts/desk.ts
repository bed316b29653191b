import { countDeskNumbers, readDeskNumbers } from '../../../lib/db/desk-numbers'
import { aPiece } from '../../support/builders/a-piece'
import { aUser } from '../../support/builders/a-user'
import { seedBigDesk } from '../big-desk'
import { CONFLICTS, conflicts, deciding, looking, printed } from '../desk-times'
import { openBenchHouse } from '../publication'
import type { Part } from './part'

const PIECES = 12

/** The desk with a million comments, 100,000 of them waiting: what it shows, and decisions while others write. */
export const desk: Part = async ({ root, dataDir, say }) => {
  const house = await openBenchHouse(dataDir, root)
  const { stet } = house
  const pieces: { id: string; slug: string }[] = []
  for (let n = 0; n < PIECES; n += 1) {
    const { articleId: id, slug } = await aPiece(stet, { title: `Harbour notes, part ${n + 1}` })
    pieces.push({ id, slug })
  }
  const moderator = await aUser(stet, { role: 'moderator', email: 'ada@pencil.example' })
  const other = await aUser(stet, { role: 'moderator', email: 'ben@pencil.example' })
  say('Writing a million comments…')
  const articleIds = pieces.map(({ id }) => id)
  seedBigDesk(`${dataDir}/stet.db`, { articleIds, moderatorId: moderator.userId }, say)
  const lines = [
    ...(await looking(house, moderator, say)),
    ...(await deciding(house, moderator, pieces[0]?.slug ?? '', say)),
  ]
  const { won, refused } = await conflicts(house, moderator, other)
  const [stored, counted] = [await readDeskNumbers(house.database), await countDeskNumbers(house.database)]
  const isRight = JSON.stringify(stored) === JSON.stringify(counted)
  await house.database.close()
  const text = [
    ...lines.map(printed),
    `${CONFLICTS} contested comments: ${won} decisions stored, ${refused} refused with what happened`,
    isRight
      ? 'every number of the tabs is what COUNT(*) gives'
      : `WRONG: ${JSON.stringify({ stored, counted })}`,
  ].join('\n')
  return {
    text,
    json: { lines, won, refused, isRight },
    wrong: won !== CONFLICTS || refused !== CONFLICTS || !isRight,
  }
}
