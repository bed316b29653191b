import {
  type SettingsChange,
  type SettingsStore,
  type SiteSettings,
  siteSettings,
} from '../../../lib/settings/site-settings'
import type { MemoryTables } from './memory-tables'

export class MemorySettingsStore implements SettingsStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async read(): Promise<{ readonly settings: SiteSettings; readonly version: number }> {
    return this.#tables.site ?? { settings: siteSettings.parse({ name: 'Stet' }), version: 0 }
  }

  async write({ settings, expectVersion, audit, effects }: SettingsChange): Promise<boolean> {
    if ((this.#tables.site?.version ?? 0) !== expectVersion) return false
    this.#tables.site = { settings, version: expectVersion + 1 }
    this.#tables.audit.push(audit)
    this.#tables.queue(effects)
    return true
  }
}
