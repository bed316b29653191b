/** The pages of the settings, in their order in the margin. Another page is one line here. */
export const SETTINGS_PAGES = {
  publication: { href: '/settings', label: 'Publication' },
  appearance: { href: '/settings/appearance', label: 'Appearance' },
  navigation: { href: '/settings/navigation', label: 'Navigation' },
  comments: { href: '/settings/comments', label: 'Comments' },
  reasons: { href: '/settings/reasons', label: 'Reasons and replies' },
  checks: { href: '/settings/checks', label: 'Checks' },
  words: { href: '/settings/words', label: 'Words' },
  learner: { href: '/settings/learner', label: 'Learner' },
  try: { href: '/settings/try', label: 'Try the checks' },
  people: { href: '/settings/people', label: 'People' },
  danger: { href: '/settings/danger', label: 'Danger zone' },
} as const satisfies Readonly<Record<string, { readonly href: string; readonly label: string }>>

export type SettingsPageName = keyof typeof SETTINGS_PAGES
