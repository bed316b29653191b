import type { Instant } from '../kernel/clock'
import { type SiteSettings, siteSettings } from '../settings/site-settings'
import type { Prisma } from './generated/sqlite/client'

/** Key of the one row that holds the owner's choices. */
const SITE = 'site'

/** Before the first run there is no row: the defaults, as version 0. */
const UNNAMED: SiteSettings = siteSettings.parse({ name: 'Stet' })

export interface SiteRow {
  readonly settings: SiteSettings
  readonly version: number
}

export const readSite = async (tx: Pick<Prisma.TransactionClient, 'setting'>): Promise<SiteRow> => {
  const row = await tx.setting.findUnique({ where: { key: SITE } })
  return row
    ? { settings: siteSettings.parse(JSON.parse(row.value)), version: row.version }
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
  const { settings, version } = await readSite(tx)
  await writeSite(tx, { settings: { ...settings, name }, version }, now)
}
