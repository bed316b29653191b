import { z } from 'zod'
import type { Instant } from '../kernel/clock'
import { type SiteSettings, siteSettings } from '../settings/site-settings'
import { integer, text } from './cells'
import type { Prisma } from './generated/sqlite/client'
import { type SqlRunner, sql } from './sql'
import { runnerOf } from './store-tools'

/** Key of the one row that holds the owner's choices. */
const SITE = 'site'

/** Before the first run there is no row: the defaults, as version 0. */
const UNNAMED: SiteSettings = siteSettings.parse({ name: 'Stet' })

const stored = z.record(z.string(), z.unknown())

export interface SiteRow {
  readonly settings: SiteSettings
  readonly version: number
}

let last: { readonly value: string; readonly settings: SiteSettings } | null = null

/**
 * The row is read every time, by whoever it was written; its text is understood once. What a text says never changes,
 * so nothing here can be out of date. Frozen, because it is shared.
 */
const parseSettings = (value: string): SiteSettings => {
  if (last?.value !== value) {
    // Word lists were among the choices once; they have a row of their own (SqlWordListStore reads the earlier ones).
    const { bannedWords: _b, suspectWords: _s, ...choices } = stored.parse(JSON.parse(value))
    const settings = siteSettings.parse(choices)
    for (const part of Object.values(settings)) Object.freeze(part)
    last = { value, settings: Object.freeze(settings) }
  }
  return last.settings
}

export const readSite = async (tx: Pick<SqlRunner, 'all'>): Promise<SiteRow> => {
  const [row] = await tx.all(sql`SELECT "value", "version" FROM "setting" WHERE "key" = ${SITE}`)
  return row
    ? { settings: parseSettings(text(row, 'value')), version: integer(row, 'version') }
    : { settings: UNNAMED, version: 0 }
}

/** False when the version has moved on. */
export const writeSite = async (
  tx: Pick<Prisma.TransactionClient, 'setting'>,
  { settings, version }: SiteRow,
  now: Instant,
): Promise<boolean> => {
  const data = { value: JSON.stringify(settings), version: version + 1, updatedAt: BigInt(now) }
  if (version === 0 && (await tx.setting.count({ where: { key: SITE } })) === 0) {
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
