import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { type SiteSettings, siteSettings } from './site-settings'

export const changeSettingsInput = z.strictObject({
  version: z.number().int().min(0),
  settings: siteSettings,
})

const line = (text: string): string => canonicalText(text, { singleLine: true })
const words = (list: readonly string[]): string[] => [
  ...new Set(list.map(line).filter((word) => word !== '')),
]

const canonical = (settings: SiteSettings): SiteSettings => ({
  ...settings,
  name: line(settings.name),
  description: line(settings.description),
  guidelines: canonicalText(settings.guidelines),
  bannedWords: words(settings.bannedWords),
  suspectWords: words(settings.suspectWords),
  profiles: words(settings.profiles),
})

/** Sessions end while a page stays open: somebody unknown may well be the owner. */
const mayNot = (actor: Actor): Result<never> =>
  actor.kind === 'user'
    ? fail('forbidden', 'Only the owner can change the settings.')
    : fail(
        'unauthenticated',
        'You are signed out by now, so nothing was saved. Sign in again, in another window if you like, and save once more.',
      )

/** Stores the owner's choices, unless somebody was faster: then `conflict`, with theirs in `details.theirs`. */
export const changeSettings = async (
  { settingsStore }: Pick<Ports, 'settingsStore'>,
  actor: Actor,
  { version, settings: typed }: z.infer<typeof changeSettingsInput>,
): Promise<Result<{ version: number }>> => {
  if (!can(actor, 'manage.settings')) return mayNot(actor)
  const settings = canonical(typed)
  if (settings.name === '') return invalidFields({ name: 'Give the publication a name.' })
  const stored = await settingsStore.write({
    settings,
    expectVersion: version,
    audit: {
      actor,
      action: 'change.settings',
      subject: 'setting:site',
      detail: { commentMode: settings.commentMode, version: version + 1 },
    },
    effects: [
      { key: `settings.changed:site:${version + 1}`, effect: { kind: 'settings.changed', key: 'site' } },
    ],
  })
  if (stored) return ok({ version: version + 1 })
  const theirs = await settingsStore.read()
  return fail(
    'conflict',
    'Somebody else changed the settings while you were editing. Nothing of yours was saved yet.',
    {
      details: { theirs },
    },
  )
}
