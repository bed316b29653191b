import { picturePath } from '@/lib/media/media-address'
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
    | 'webSubHub'
    | 'indexNowKey'
    | 'timeZone'
    | 'languages'
    | 'closeAfterDays'
    | 'slowMinutes'
    | 'reasons'
    | 'reasonRequired'
    | 'veilWords'
    | 'mixedDiet'
    | 'savedReplies'
    | 'shorteners'
    | 'domainRecord'
    | 'speed'
    | 'newAuthor'
    | 'rejectionRate'
    | 'imitation'
    | 'script'
    | 'disposableMail'
    | 'timeTrap'
    | 'hook'
    | 'akismet'
    | 'akismetKey'
    | 'learner'
    | 'accent'
    | 'accentDark'
    | 'headlineFont'
    | 'textFont'
    | 'density'
    | 'logo'
    | 'logoDark',
    string
  >
>

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')

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
  webSubHub: settings.webSubHub,
  indexNowKey: settings.indexNowKey,
  timeZone: settings.timeZone,
  languages: settings.languages.join(', '),
  closeAfterDays: String(settings.closeAfterDays),
  slowMinutes: String(settings.slowMinutes),
  reasons: settings.reasons.map(({ name, meaning }) => (meaning ? `${name}: ${meaning}` : name)).join('\n'),
  reasonRequired: yesNo(settings.reasonRequired),
  veilWords: yesNo(settings.veilWords),
  mixedDiet: yesNo(settings.mixedDiet),
  savedReplies: settings.savedReplies.map(({ name, body }) => `# ${name}\n${body}`).join('\n\n'),
  shorteners: yesNo(settings.screening.shorteners),
  domainRecord: yesNo(settings.screening.domainRecord),
  speed: String(settings.screening.speed),
  newAuthor: yesNo(settings.screening.newAuthor),
  rejectionRate: String(settings.screening.rejectionRate),
  imitation: yesNo(settings.screening.imitation),
  script: yesNo(settings.screening.script),
  disposableMail: yesNo(settings.screening.disposableMail),
  timeTrap: String(settings.screening.timeTrap),
  hook: settings.screening.hook,
  akismet: yesNo(settings.screening.akismet),
  akismetKey: settings.screening.akismetKey,
  learner: yesNo(settings.screening.learner),
  accent: settings.accent,
  accentDark: settings.accentDark,
  headlineFont: settings.headlineFont,
  textFont: settings.textFont,
  density: settings.density,
  logo: settings.logo && picturePath(settings.logo),
  logoDark: settings.logoDark && picturePath(settings.logoDark),
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
  webSubHub: 'Hub of the feeds',
  indexNowKey: 'IndexNow key',
  timeZone: 'Time zone',
  languages: 'Languages',
  closeAfterDays: 'Days until comments close',
  slowMinutes: 'Minutes between two comments',
  reasons: 'Reasons for rejecting',
  reasonRequired: 'A reason',
  veilWords: 'Words of the lists',
  mixedDiet: 'Order of the cards',
  savedReplies: 'Saved replies',
  shorteners: 'Links that hide where they lead',
  domainRecord: 'Links to places that were turned away before',
  speed: 'Comments in ten minutes',
  newAuthor: 'Somebody’s first comment',
  rejectionRate: 'Share turned away in seven days (%)',
  imitation: 'Names that look like the staff’s',
  script: 'Another script than the piece’s',
  disposableMail: 'Throw-away mail addresses',
  timeTrap: 'Seconds to write a comment',
  hook: 'A checker of your own',
  akismet: 'Akismet',
  akismetKey: 'Akismet key',
  learner: 'The learner',
  accent: 'Accent colour',
  accentDark: 'Accent colour on dark paper',
  headlineFont: 'Font of headlines',
  textFont: 'Font of text',
  density: 'Density',
  logo: 'Logo',
  logoDark: 'Logo on dark paper',
}
