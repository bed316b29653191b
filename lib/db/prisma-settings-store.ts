import type { SettingsChange, SettingsStore } from '../settings/site-settings'
import { type SiteRow, readSite, writeSite } from './site-row'
import { type StoreTools, leaveTraces, runnerOf } from './store-tools'

export class PrismaSettingsStore implements SettingsStore {
  readonly #tools: StoreTools

  constructor(tools: StoreTools) {
    this.#tools = tools
  }

  async read(): Promise<SiteRow> {
    const { db } = this.#tools
    return readSite({ all: (query) => db.readSteady('setting', 'site', () => query) })
  }

  async write({ settings, expectVersion, audit, effects }: SettingsChange): Promise<boolean> {
    const { db, clock } = this.#tools
    try {
      return await db.prisma.$transaction(async (tx) => {
        if (!(await writeSite(tx, { settings, version: expectVersion }, clock.now()))) return false
        await leaveTraces(runnerOf(tx), this.#tools, { audit, effects })
        return true
      })
    } catch (error) {
      // Two first writes at once: the key lets one through.
      if (db.dialect.isUniqueViolation(error)) return false
      throw error
    }
  }
}
