import { once } from 'node:events'
import { systemClock } from '../../lib/adapters/system-clock'
import { makeStores } from '../../lib/db/make-stores'
import { migrate } from '../../lib/db/migrate'
import { openDatabase } from '../../lib/db/open-database'
import { type WrongNumbers, recount } from '../../lib/db/recount'
import { sql } from '../../lib/db/sql'
import { integer } from '../../lib/db/cells'
import type { SignedIn } from '../../lib/kernel/actor'
import { makeIds } from '../../lib/kernel/ids'
import { type Child, startChild } from './child'
import { person, publicPiece } from './conversation'
import { PROJECT } from './database'
import { memoryPorts } from './memory/memory-ports'

/** What one process is told. */
export interface StormTask {
  readonly url: string
  readonly seed: number
  /** How many work in it at once, as requests do in a server; they share the operations. */
  readonly clients: number
  readonly operations: number
  readonly slugs: readonly { readonly articleId: string; readonly slug: string }[]
  readonly moderator: SignedIn
}

export interface StormOptions {
  readonly url: string
  /** Answered ones, all clients together. */
  readonly operations: number
  readonly clients: number
  /** How often a process is killed, its clients half-way through something. */
  readonly kills: number
}

export interface Storm {
  /** Answered operations by name, "… done" and "… refused". */
  readonly tally: ReadonlyMap<string, number>
  readonly kills: number
  /** From the first client's start to the last one's end, theirs included. */
  readonly seconds: number
  readonly comments: number
  /** Comments readers see, as the threads' stored numbers say. */
  readonly visible: number
  /** Stubs readers see. */
  readonly stubs: number
  /** Comments that something above hides. */
  readonly hidden: number
  readonly recommends: number
  /** Rows whose numbers are not what counting gives. */
  readonly wrong: readonly WrongNumbers[]
}

/** A moderator and three public pieces: two whose comments appear at once, one whose comments wait. */
const prepare = async (url: string): Promise<Pick<StormTask, 'slugs' | 'moderator'>> => {
  await migrate({ url, root: PROJECT })
  const db = await openDatabase(url)
  const ids = makeIds(systemClock)
  const ports = { ...memoryPorts(), clock: systemClock, ids, ...makeStores(db, systemClock, ids) }
  const moderator = await person(ports, 'moderator', 'Ada')
  const slugs = []
  for (const commentMode of ['open', 'open', 'all'] as const) {
    const { id: articleId, slug } = await publicPiece(ports, moderator, { commentMode })
    slugs.push({ articleId, slug })
  }
  await db.close()
  return { slugs, moderator }
}

/** Whether it got as far as this many answers before it ended. */
const reaches = async (child: Child, answers: number): Promise<boolean> => {
  while (child.lines.length < answers) {
    const printed = child.process.stdout ? once(child.process.stdout, 'data') : child.ended
    if (await Promise.race([child.ended.then(() => true), printed.then(() => false)])) break
  }
  return child.lines.length >= answers
}

/** To load a process takes as long as what sixty operations do: two clients live in each. */
const TOGETHER = 2

/** One process through all its lives: killed while it works, and started again with what is left to do. */
const runClients = async (
  task: StormTask,
  killsEach: number,
  tally: Map<string, number>,
): Promise<number> => {
  let [left, life] = [task.operations, 0]
  for (; left > 0; life += 1) {
    const operations = left
    const child = startChild(
      'counter-client.ts',
      JSON.stringify({ ...task, operations, seed: task.seed + life }),
    )
    if (life < killsEach && (await reaches(child, Math.ceil(task.operations / (killsEach + 1))))) {
      child.process.kill('SIGKILL')
    }
    const code = await child.ended
    if (code !== 0 && child.process.signalCode !== 'SIGKILL') {
      throw new Error(
        `A client ended with code ${code} after ${child.lines.length} answers.\n${child.complaints.join('\n')}`,
      )
    }
    for (const line of child.lines) tally.set(line, (tally.get(line) ?? 0) + 1)
    left -= child.lines.length
  }
  return life - 1
}

/**
 * Several processes at once do random things to the same few threads of one database and are killed in between; then
 * every stored number is held against COUNT(*).
 */
export const counterStorm = async ({ url, operations, clients, kills }: StormOptions): Promise<Storm> => {
  const place = await prepare(url)
  const tally = new Map<string, number>()
  const from = performance.now()
  const processes = Math.ceil(clients / TOGETHER)
  const killed = await Promise.all(
    Array.from({ length: processes }, (_, n) => {
      const inIt = Math.min(TOGETHER, clients - n * TOGETHER)
      const share = { clients: inIt, operations: Math.ceil((operations * inIt) / clients) }
      const task = { ...place, url, seed: 1_000 * (n + 1), ...share }
      return runClients(task, Math.floor((kills + processes - 1 - n) / processes), tally)
    }),
  )
  const seconds = (performance.now() - from) / 1_000
  const db = await openDatabase(url)
  try {
    const [row = {}] = await db.read(sql`
      SELECT count(*) AS "comments", (SELECT sum("comments") FROM "thread") AS "visible",
        sum(CASE WHEN "shown" = 1 AND "status" <> 'approved' THEN 1 ELSE 0 END) AS "stubs",
        sum(CASE WHEN "hiddenAncestors" > 0 THEN 1 ELSE 0 END) AS "hidden",
        sum("recommends") AS "recommends" FROM "comment"`)
    return {
      ...{ tally, seconds },
      kills: killed.reduce((sum, n) => sum + n, 0),
      comments: integer(row, 'comments'),
      visible: Number(row.visible),
      stubs: Number(row.stubs),
      hidden: Number(row.hidden),
      recommends: Number(row.recommends),
      wrong: await recount(db),
    }
  } finally {
    await db.close()
  }
}
