import type { Ports } from '../ports'
import type { SiteSettings } from './site-settings'

/** The owner's choices as they are now, with the version a change must name. */
export const readSettings = ({
  settingsStore,
}: Pick<Ports, 'settingsStore'>): Promise<{ readonly settings: SiteSettings; readonly version: number }> =>
  settingsStore.read()
