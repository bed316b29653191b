import type { SignedIn } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { SiteSettings } from '../settings/site-settings'
import { whatChanged } from '../settings/what-changed'

/** Stores choices that everybody feels, with a line of the log of their own. Chosen twice is chosen once. */
export const chooseForAll = async (
  { settingsStore }: Pick<Ports, 'settingsStore'>,
  owner: SignedIn,
  { choices, action }: { readonly choices: Partial<SiteSettings>; readonly action: string },
): Promise<Result<void>> => {
  const { settings: before, version } = await settingsStore.read()
  const settings = { ...before, ...choices }
  if (JSON.stringify(settings) === JSON.stringify(before)) return ok(undefined)
  const stored = await settingsStore.write({
    settings,
    expectVersion: version,
    audit: {
      actor: owner,
      action,
      subject: 'setting:site',
      detail: { ...whatChanged(before, settings), version: version + 1 },
    },
    effects: [
      { key: `settings.changed:site:${version + 1}`, effect: { kind: 'settings.changed', key: 'site' } },
    ],
  })
  return stored
    ? ok(undefined)
    : fail(
        'conflict',
        'Somebody changed the settings in the same moment. Nothing was done; please try again.',
      )
}
