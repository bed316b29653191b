import { contest, contestPrinted } from '../contested'
import { contestOnPostgresql } from '../contested-postgresql'
import { deskHands, handsPrinted } from '../desk-hands'
import { deciding, looking, printed } from '../desk-times'
import { layBigDesk } from '../kept-desk'
import { openBenchHouse } from '../publication'
import type { Part } from './part'

/** The desk with a million comments, 100,000 of them waiting: what it shows, and decisions while others write. */
export const desk: Part = async ({ root, dataDir, say }) => {
  const { pieces, moderators } = await layBigDesk(dataDir, root, say)
  const [ada, ben] = moderators
  const house = await openBenchHouse(dataDir, root)
  const lines = [
    ...(await looking(house, ada, say)),
    ...(await deciding(house, ada, pieces[0]?.slug ?? '', say)),
  ]
  say('Deciding against each other…')
  const contests = {
    SQLite: await contest(house, ada, ben),
    PostgreSQL: await contestOnPostgresql(dataDir, root),
  }
  await house.database.close()
  say('Moderators in browsers…')
  const hands = await deskHands()
  const text = [
    ...lines.map(printed),
    ...handsPrinted(hands),
    ...Object.entries(contests).map(([where, outcome]) =>
      outcome ? contestPrinted(where, outcome) : `${where}: not at hand (TEST_POSTGRES_URL)`,
    ),
  ].join('\n')
  const isLost = Object.values(contests).some((outcome) => outcome !== null && outcome.wrong.length > 0)
  const wrong = isLost || hands.conflicts > 0 || hands.wrong > 0
  return { text, json: { lines, contests, hands }, wrong }
}
