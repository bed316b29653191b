import { createHash } from 'node:crypto'
import {
  cpSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { SignedIn } from '../../lib/kernel/actor'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { seedBigDesk } from './big-desk'
import { openBenchHouse } from './publication'

/** Of the twelve that are written under every third is in German; nobody has written under the Ukrainian one. */
const LANGUAGES = [...Array.from({ length: 12 }, (_, n) => (n % 3 === 2 ? 'de' : 'en')), 'uk']
const PASSWORD = 'a patient pencil in each hand'

export interface BigDesk {
  readonly pieces: readonly { readonly id: string; readonly slug: string }[]
  /** Three who share the desk; their addresses are `moderator0@pencil.example` and so on. */
  readonly moderators: readonly [SignedIn, SignedIn, SignedIn]
}

/** Names what the file depends on: the tables and what is written into them. */
const versionOf = (root: string): string => {
  const hash = createHash('sha256')
  const migrations = join(root, 'prisma/sqlite/migrations')
  for (const name of readdirSync(migrations).sort()) {
    const file = join(migrations, name, 'migration.sql')
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  for (const name of ['big-desk.ts', 'kept-desk.ts'])
    hash.update(readFileSync(join(import.meta.dirname, name)))
  return hash.digest('hex').slice(0, 16)
}

const make = async (folder: string, root: string, say: (text: string) => void): Promise<void> => {
  const house = await openBenchHouse(folder, root)
  const pieces: { id: string; slug: string }[] = []
  for (const [n, language] of LANGUAGES.entries()) {
    const title = `Harbour notes, part ${n + 1}`
    const { articleId: id, slug } = await aPiece(house.stet, { title, language })
    pieces.push({ id, slug })
  }
  const moderators: SignedIn[] = []
  for (const [n, name] of ['Ada Lind', 'Ben Okoro', 'Cleo Marsh'].entries()) {
    const email = `moderator${n}@pencil.example`
    moderators.push(await aUser(house.stet, { role: 'moderator', name, email, password: PASSWORD }))
  }
  await house.database.close()
  say('Writing a million comments…')
  const facts = {
    articleIds: pieces.slice(0, -1).map(({ id }) => id),
    moderatorId: moderators[0]?.userId ?? '',
  }
  seedBigDesk(join(folder, 'stet.db'), facts, say)
  writeFileSync(join(folder, 'desk.json'), JSON.stringify({ pieces, moderators }))
}

/** Fills an empty folder with the desk of a million comments: made once for each schema, kept in `.stet/`, and copied. */
export const layBigDesk = async (
  dataDir: string,
  root: string,
  say: (text: string) => void,
): Promise<BigDesk> => {
  const keptIn = join(root, '.stet/bench')
  const kept = join(keptIn, `desk-${versionOf(root)}`)
  if (!existsSync(kept)) {
    rmSync(keptIn, { recursive: true, force: true })
    const made = join(keptIn, `made-${process.pid}`)
    mkdirSync(made, { recursive: true })
    await make(made, root, say)
    renameSync(made, kept)
  }
  cpSync(kept, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return JSON.parse(readFileSync(join(dataDir, 'desk.json'), 'utf8')) as BigDesk
}
