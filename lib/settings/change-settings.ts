import type { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { NavigationLink } from './navigation'
import { type SiteSettings, siteSettings } from './site-settings'
import { whatChanged } from './what-changed'

/** Choices of one page of the settings. */
export interface ChangeSettingsInput {
  /** The version the choices were made over. */
  readonly version: number
  /** Those of one page of the settings; the others stay as they are. */
  readonly settings: Partial<SiteSettings>
}

const line = (text: string): string => canonicalText(text, { singleLine: true })
const words = (list: readonly string[]): string[] => [
  ...new Set(list.map(line).filter((word) => word !== '')),
]

const links = (list: readonly NavigationLink[]) =>
  list.map(({ label, href }) => ({ label: line(label), href }))

const canonical = (settings: SiteSettings): SiteSettings => ({
  ...settings,
  name: line(settings.name),
  description: line(settings.description),
  guidelines: canonicalText(settings.guidelines),
  profiles: words(settings.profiles),
  navigation: { header: links(settings.navigation.header), footer: links(settings.navigation.footer) },
  reasons: settings.reasons.map(({ name, meaning }) => ({ name: line(name), meaning: line(meaning) })),
  savedReplies: settings.savedReplies.map(({ name, body }) => ({
    name: line(name),
    body: canonicalText(body),
  })),
})

/** Sessions end while a page stays open: somebody unknown may well be the owner. */
const mayNot = (actor: Actor): Result<never> =>
  actor.kind === 'user'
    ? fail('forbidden', 'Only the owner can change the settings.')
    : fail(
        'unauthenticated',
        'You are signed out by now, so nothing was saved. Sign in again, in another window if you like, and save once more.',
      )

const late = (theirs: { readonly settings: SiteSettings; readonly version: number }): Result<never> =>
  fail(
    'conflict',
    'Somebody else changed the settings while you were editing. Nothing of yours was saved yet.',
    { details: { theirs } },
  )

const NOT_THERE =
  'There is no such picture in the media library. Upload it there, then put its address here: it begins with /media/ and ends with .jpg.'

/** Logos chosen now that the library does not have. One that went since it was chosen is no reason to refuse another choice. */
const missingPictures = async (
  mediaStore: Ports['mediaStore'],
  after: SiteSettings,
  before: SiteSettings,
): Promise<Record<string, string> | null> => {
  const chosen = (['logo', 'logoDark'] as const).filter(
    (field) => after[field] !== '' && after[field] !== before[field],
  )
  if (chosen.length === 0) return null
  const there = await mediaStore.pictures(chosen.map((field) => after[field]))
  const missing = chosen.filter((field) => !there.some(({ name }) => name === after[field]))
  return missing.length > 0 ? Object.fromEntries(missing.map((field) => [field, NOT_THERE])) : null
}

/** The first thing wrong with each choice, by its name. Forms have looked before; whoever else asks has not. */
const problemsIn = ({ issues }: z.ZodError): Record<string, string> =>
  Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0] ?? 'name'), message]))

/** Stores the owner's choices, unless somebody was faster: then `conflict`, with theirs in `details.theirs`. */
export const changeSettings = async (
  { settingsStore, mediaStore }: Pick<Ports, 'settingsStore' | 'mediaStore'>,
  actor: Actor,
  { version, settings: typed }: ChangeSettingsInput,
): Promise<Result<{ version: number }>> => {
  if (!can(actor, 'manage.settings')) return mayNot(actor)
  const stands = await settingsStore.read()
  if (stands.version !== version) return late(stands)
  // Lines that hold nothing but blanks are no addresses.
  const given = typed.profiles ? { ...typed, profiles: words(typed.profiles) } : typed
  const valid = siteSettings.safeParse({ ...stands.settings, ...given })
  if (!valid.success) return invalidFields(problemsIn(valid.error))
  const settings = canonical(valid.data)
  if (settings.name === '') return invalidFields({ name: 'Give the publication a name.' })
  const missing = await missingPictures(mediaStore, settings, stands.settings)
  if (missing) return invalidFields(missing)
  const stored = await settingsStore.write({
    settings,
    expectVersion: version,
    audit: {
      actor,
      action: 'change.settings',
      subject: 'setting:site',
      detail: { ...whatChanged(stands.settings, settings), version: version + 1 },
    },
    effects: [
      { key: `settings.changed:site:${version + 1}`, effect: { kind: 'settings.changed', key: 'site' } },
    ],
  })
  return stored ? ok({ version: version + 1 }) : late(await settingsStore.read())
}
