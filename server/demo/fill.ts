import type { Stet } from '../../lib/compose'
import { DAY, type Instant } from '../../lib/kernel/clock'
import { must } from '../../tests/support/builders/must'
import { liveThrough } from './agenda'
import { Cast, hireStaff } from './cast'
import { PUBLICATION } from './content/publication'
import { holdConversations } from './hold-conversations'
import { writePieces } from './write-pieces'

/**
 * Writes the demo publication through the use-cases, everything at its own time up to `now`. False when the
 * database already holds a publication: then nothing is touched.
 */
export const fill = async (stet: Stet, clock: { set(at: Instant): void }, now: Instant): Promise<boolean> => {
  if ((await stet.accounts.setupToken()) === null) return false
  clock.set(now - 120 * DAY)
  const staff = await hireStaff(stet)
  const { settings, version } = await stet.settings.read()
  const { description, suspectWords, bannedWords } = PUBLICATION
  const chosen = { description, suspectWords: [...suspectWords], bannedWords: [...bannedWords] }
  await must('settings', stet.settings.change(staff.ada, { version, settings: { ...settings, ...chosen } }))
  const { slugs, occasions } = writePieces(stet, staff, now)
  const conversations = holdConversations({ stet, cast: new Cast(staff), slugs, now })
  await liveThrough(clock, [...occasions, ...conversations])
  clock.set(now)
  return true
}
