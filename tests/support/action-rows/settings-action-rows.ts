import type { Stet } from '../../../lib/compose'
import type { SignedIn } from '../../../lib/kernel/actor'
import { HOUSE_THEME } from '../../../lib/settings/theme'
import { must } from '../builders/must'
import { type ActionRows, NOWHERE, OWNER } from './action-row'

const textOf = (shape: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, String(value)]))

/** Of the settings. Where nothing may change, the form comes from an older version, or with a wrong password. */
export const settingsActionRows = async (stet: Stet, owner: SignedIn): Promise<ActionRows> => {
  const { version: settingsVersion } = await stet.ports.settingsStore.read()
  const version = String(settingsVersion)
  const words = await must('read the lists', stet.settings.words(owner))

  return {
    'settings/settings-action savePublicationAction': {
      ...{ at: '/settings', may: OWNER, gives: 409 },
      fields: textOf({
        ...{ version: 0, name: 'Taken over', description: '', profiles: '', webSubHub: '', indexNowKey: '' },
        ...{ timeZone: 'UTC', languages: 'en' },
      }),
    },
    'settings/settings-action saveCommentRulesAction': {
      ...{ at: '/settings/comments', may: OWNER, gives: 409 },
      fields: textOf({
        ...{ version: 0, guidelines: '', commentMode: 'open', trustAfter: 2, editMinutes: 15 },
        ...{ closeAfterDays: 0, slowMinutes: 0, maxLinks: 2, nosnippet: 'no' },
      }),
    },
    'settings/moderation-actions saveChecksAction': {
      ...{ at: '/settings/checks', may: OWNER, gives: 409 },
      fields: textOf({
        ...{ version: 0, shorteners: 'yes', domainRecord: 'yes', imitation: 'yes', disposableMail: 'yes' },
        ...{ newAuthor: 'no', script: 'no', speed: 6, rejectionRate: 30, timeTrap: 3, hook: '' },
        ...{ akismet: 'no', akismetKey: '', learner: 'yes' },
      }),
    },
    'settings/moderation-actions saveReasonsAction': {
      ...{ at: '/settings/reasons', may: OWNER },
      fields: {
        version,
        reasons: 'Off topic: Not here.',
        reasonRequired: 'no',
        veilWords: 'yes',
        mixedDiet: 'no',
        savedReplies: '',
      },
    },
    'settings/try/try-action tryTextAction': {
      ...{ at: '/settings/try', may: OWNER },
      fields: { body: 'A text.', name: '', email: '', language: 'en' },
    },
    'settings/words/words-action saveWordListAction': {
      ...{ at: '/settings/words', may: OWNER },
      fields: {
        version: String(words.version),
        kind: 'banned',
        language: '',
        words: 'one\ntwo',
        how: 'replace',
      },
    },

    'settings/appearance/appearance-action saveAppearanceAction': {
      ...{ at: '/settings/appearance', may: OWNER, gives: 409 },
      fields: { version: '0', ...HOUSE_THEME },
    },
    'settings/navigation/navigation-action saveNavigationAction': {
      ...{ at: '/settings/navigation', may: OWNER, gives: 409 },
      fields: { version, do: 'save', 'header-0-label': 'About', 'header-0-href': '/about' },
    },
    // What they typed is not the owner's password: those who may are told so.
    'settings/danger/danger-actions closeConversationAction': {
      ...{ at: '/settings/danger', may: OWNER, gives: 422 },
      fields: { name: 'Stet', password: 'not this one', closed: 'yes' },
    },
    'settings/danger/danger-actions changeMaintenanceAction': {
      ...{ at: '/settings/danger', may: OWNER, gives: 422 },
      fields: { name: 'Not the name', password: 'not the password', closed: 'yes', note: '' },
    },
    'settings/danger/danger-actions askForExportAction': {
      ...{ at: '/settings/danger', may: OWNER, gives: 422 },
      fields: { name: 'Stet', password: 'not this one' },
    },
    'settings/danger/danger-actions erasePersonAction': {
      ...{ at: '/settings/danger', may: OWNER, gives: 422 },
      fields: { name: 'Stet', password: 'not this one', mail: 'a@mail.example', again: 'a@mail.example' },
    },
    'settings/danger/danger-actions endSessionsAction': {
      ...{ at: '/settings/danger', may: OWNER, gives: 422 },
      fields: { name: 'Stet', password: 'not this one' },
    },
    'settings/people/people-actions inviteAction': {
      ...{ at: '/settings/people', may: OWNER },
      fields: { role: 'moderator', label: 'For Mo' },
    },
    'settings/people/people-actions takeBackInvitationAction': {
      ...{ at: '/settings/people', may: OWNER, gives: 404 },
      fields: { invitationId: NOWHERE },
    },
    'settings/people/people-actions changeStaffAction': {
      ...{ at: '/settings/people', may: OWNER, gives: 404 },
      fields: { userId: NOWHERE, role: 'editor' },
    },
  }
}
