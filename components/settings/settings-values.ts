import type { SiteSettings } from '@/lib/settings/site-settings'

/** The settings as the fields of the form hold them: text, one word per line. */
export type SettingsValues = Readonly<
  Record<
    | 'name'
    | 'description'
    | 'guidelines'
    | 'commentMode'
    | 'trustAfter'
    | 'editMinutes'
    | 'maxLinks'
    | 'nosnippet'
    | 'profiles'
    | 'timeZone'
    | 'languages',
    string
  >
>

export const settingsValues = (settings: SiteSettings): SettingsValues => ({
  name: settings.name,
  description: settings.description,
  guidelines: settings.guidelines,
  commentMode: settings.commentMode,
  trustAfter: String(settings.trustAfter),
  editMinutes: String(settings.editMinutes),
  maxLinks: String(settings.maxLinks),
  nosnippet: settings.nosnippet ? 'yes' : 'no',
  profiles: settings.profiles.join('\n'),
  timeZone: settings.timeZone,
  languages: settings.languages.join(', '),
})

/** What the fields are called on the page. */
export const SETTINGS_LABELS: SettingsValues = {
  name: 'Publication name',
  description: 'Description',
  guidelines: 'Guidelines',
  commentMode: 'New comments',
  trustAfter: 'Approved comments that earn trust',
  editMinutes: 'Minutes to edit',
  maxLinks: 'Links a comment may hold',
  nosnippet: 'Comments in search engines',
  profiles: 'Pages elsewhere',
  timeZone: 'Time zone',
  languages: 'Languages',
}
