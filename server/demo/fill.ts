import type { Stet } from '../../lib/compose'
import type { SignedIn } from '../../lib/kernel/actor'
import { DAY, type Instant } from '../../lib/kernel/clock'
import type { SiteSettings } from '../../lib/settings/site-settings'
import type { ListKind } from '../../lib/settings/word-lists'
import { must } from '../../tests/support/builders/must'
import { liveThrough } from './agenda'
import { Cast, hireStaff } from './cast'
import { PUBLICATION } from './content/publication'
import { holdConversations } from './hold-conversations'
import { writePieces } from './write-pieces'

const choose = async (stet: Stet, owner: SignedIn, choices: Partial<SiteSettings>): Promise<void> => {
  const { settings, version } = await stet.settings.read()
  const input = { version, settings: { ...settings, ...choices } }
  await must('change settings', stet.settings.change(owner, input))
}

const listWords = async (
  stet: Stet,
  owner: SignedIn,
  kind: ListKind,
  words: readonly string[],
): Promise<void> => {
  const { version } = await must('read the words', stet.settings.words(owner))
  const input = { version, kind, language: '', words: words.join('\n'), how: 'replace' } as const
  await must('list words', stet.settings.changeWords(owner, input))
}

/**
 * `there`: a publication lives here already, nothing was touched. `unfinished`: the demo does, but its seed was cut
 * short. The description is written last, so that it tells the two apart.
 */
const whatIsThere = async (stet: Stet): Promise<'nothing' | 'there' | 'unfinished'> => {
  if ((await stet.accounts.setupToken()) !== null) return 'nothing'
  const { name, description } = (await stet.settings.read()).settings
  return name === PUBLICATION.name && description === '' ? 'unfinished' : 'there'
}

/** Writes the demo publication through the use-cases, everything at its own time up to `now`. */
export const fill = async (
  stet: Stet,
  clock: { set(at: Instant): void },
  now: Instant,
): Promise<'filled' | 'there' | 'unfinished'> => {
  const found = await whatIsThere(stet)
  if (found !== 'nothing') return found
  clock.set(now - 120 * DAY)
  const staff = await hireStaff(stet)
  const { description, timeZone, navigation, suspectWords, bannedWords } = PUBLICATION
  await listWords(stet, staff.ada, 'suspect', suspectWords)
  await listWords(stet, staff.ada, 'banned', bannedWords)
  const { slugs, occasions } = writePieces(stet, staff, now)
  const conversations = holdConversations({ stet, cast: new Cast(staff), slugs, now })
  await liveThrough(clock, [...occasions, ...conversations])
  clock.set(now)
  await choose(stet, staff.ada, { description, timeZone, navigation })
  return 'filled'
}
