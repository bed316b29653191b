import type { FormState, Refused } from '@/lib/http/form-state'
import type { Navigation } from '@/lib/settings/navigation'
import { siteSettings } from '@/lib/settings/site-settings'
import { z } from 'zod'
import { SETTINGS_LABELS, type SettingsValues, settingsValues } from './settings-values'

export interface StoredSettings {
  readonly version: number
  readonly values: SettingsValues
}

const theirs = z.object({ version: z.number(), settings: siteSettings })

/** What somebody else stored, when the last post was a conflict. */
export const theirsIn = (state: FormState): StoredSettings | null => {
  if (state.kind !== 'refused') return null
  const found = theirs.safeParse(state.error.details?.theirs)
  return found.success ? { version: found.data.version, values: settingsValues(found.data.settings) } : null
}

/** The same of the links at the top and at the foot. */
export const theirNavigation = (
  state: FormState,
): { readonly version: number; readonly navigation: Navigation } | null => {
  const found = state.kind === 'refused' ? theirs.safeParse(state.error.details?.theirs) : null
  return found?.success ? { version: found.data.version, navigation: found.data.settings.navigation } : null
}

/** What a refused form sent, for a page that may not read what is stored. */
export const postedSettings = ({ values }: Refused): StoredSettings => {
  const fields = Object.keys(SETTINGS_LABELS) as (keyof SettingsValues)[]
  const sent = Object.fromEntries(fields.map((field) => [field, values[field] ?? '']))
  return { version: Number(values.version), values: { ...SETTINGS_LABELS, ...sent } }
}

/** What the fields show: what was typed in a refused form, else what is stored. Browsers send line ends as CRLF. */
export const typedIn = (state: FormState, stored: SettingsValues): SettingsValues => {
  if (state.kind !== 'refused') return stored
  const fields = Object.keys(SETTINGS_LABELS) as (keyof SettingsValues)[]
  return {
    ...stored,
    ...Object.fromEntries(
      fields.map((field) => [field, state.values[field]?.replaceAll('\r\n', '\n') ?? stored[field]]),
    ),
  }
}
