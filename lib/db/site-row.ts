import { z } from 'zod'
import type { Instant } from '../kernel/clock'
import type { SiteSettings } from '../settings/site-settings'
import { type UnderstoodSettings, UNNAMED, othersOf, understandSettings } from '../settings/stored-settings'
import { integer, text } from './cells'
import type { Prisma } from './generated/sqlite/client'
import { type SqlRunner, sql } from './sql'
import { runnerOf } from './store-tools'

/** Key of the one row that holds the owner's choices. */
const SITE = 'site'

const stored = z.record(z.string(), z.unknown())

/** Word lists were among the choices once; they have a row of their own (SqlWordListStore reads the earlier ones). */
const choicesIn = (value: string): Readonly<Record<string, unknown>> => {
  const { bannedWords: _b, suspectWords: _s, ...choices } = stored.parse(JSON.parse(value))
  return choices
}

/** The owner's choices as they are stored; version 0 before the first run. */
export interface SiteRow {
  readonly settings: SiteSettings
  readonly version: number
  /** Keys of a newer version; absent where there are none. */
  readonly unread?: readonly string[]
}

let last: { readonly value: string; readonly understood: UnderstoodSettings } | null = null

/**
 * The row is read every time, by whoever it was written; its text is understood once. What a text says never changes,
 * so nothing here can be out of date. Frozen, because it is shared.
 */
const parseSettings = (value: string): UnderstoodSettings => {
  if (last?.value !== value) {
    const understood = understandSettings(choicesIn(value))
    for (const part of Object.values(understood.settings)) Object.freeze(part)
    Object.freeze(understood.settings)
    last = { value, understood }
  }
  return last.understood
}

/** The settings and their version, 0 before the first run; `unread` names what could not be read. */
export const readSite = async (tx: Pick<SqlRunner, 'all'>): Promise<SiteRow> => {
  const [row] = await tx.all(sql`SELECT "value", "version" FROM "setting" WHERE "key" = ${SITE}`)
  // Before the first run there is no row: the defaults, as version 0.
  if (!row) return { settings: UNNAMED, version: 0 }
  const { settings, unread } = parseSettings(text(row, 'value'))
  return { settings, version: integer(row, 'version'), ...(unread.length > 0 ? { unread } : {}) }
}

/** False when the version has moved on. */
export const writeSite = async (
  tx: Pick<Prisma.TransactionClient, 'setting'>,
  { settings, version }: Pick<SiteRow, 'settings' | 'version'>,
  now: Instant,
): Promise<boolean> => {
  const row = await tx.setting.findUnique({ where: { key: SITE }, select: { value: true } })
  const others = row ? othersOf(stored.parse(JSON.parse(row.value))) : {}
  const value = JSON.stringify({ ...others, ...settings })
  const data = { value, version: version + 1, updatedAt: BigInt(now) }
  if (version === 0 && !row) {
    await tx.setting.create({ data: { key: SITE, ...data } })
    return true
  }
  const { count } = await tx.setting.updateMany({ where: { key: SITE, version }, data })
  return count === 1
}

/** Gives the publication its name, whatever was chosen before. */
export const nameSite = async (tx: Prisma.TransactionClient, name: string, now: Instant): Promise<void> => {
  const { settings, version } = await readSite(runnerOf(tx))
  await writeSite(tx, { settings: { ...settings, name }, version }, now)
}
