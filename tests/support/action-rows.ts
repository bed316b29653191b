import type { Stet } from '../../lib/compose'
import type { Role } from '../../lib/kernel/actor'
import { printUndo } from '../../lib/moderation/undo-key'
import { boxName } from '../../lib/moderation/box-name'
import { HOUSE_THEME } from '../../lib/settings/theme'
import { aComment } from './builders/a-comment'
import { aDecision, whatTheDeskShows } from './builders/a-decision'
import { aPiece } from './builders/a-piece'
import { must } from './builders/must'
import { theOwner } from './builders/the-owner'

/** One server action: where it is posted, a form that would work, and who may. Whoever is left out is refused. */
export interface ActionRow {
  readonly at: string
  readonly may: readonly Role[]
  readonly fields: Readonly<Record<string, string>>
  /** What those who may get: 303 or 200, unless the thing it is about cannot be had here. */
  readonly gives?: number
}

const DESK: readonly Role[] = ['owner', 'editor', 'moderator']
const EDITORS: readonly Role[] = ['owner', 'editor']
const STUDIO: readonly Role[] = ['owner', 'editor', 'writer']
const STAFF: readonly Role[] = ['owner', 'editor', 'moderator', 'writer']
const OWNER: readonly Role[] = ['owner']
const MEMBERS: readonly Role[] = ['owner', 'editor', 'moderator', 'writer', 'member']
const NOWHERE = '0'.repeat(26)

const seen = async (stet: Stet, under: string) => {
  const { commentId, author } = await aComment(stet, { under })
  const { version, revisionId } = await whatTheDeskShows(stet, commentId)
  return { commentId, author, card: { commentId, revisionId, version: String(version) } }
}

const textOf = (shape: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, String(value)]))

/** A row for every server action, each about something of its own, so that none spoils another's. */
export const actionRows = async (stet: Stet): Promise<Readonly<Record<string, ActionRow>>> => {
  const owner = await theOwner(stet)
  const piece = await aPiece(stet, { by: owner, title: 'Acted upon' })
  const draft = async () => {
    const { articleId, version } = await aPiece(stet, { by: owner, title: 'A draft', state: 'draft' })
    return { articleId, version: String(version) }
  }
  const waiting = () => seen(stet, piece.slug)
  const shown = async () => (await aComment(stet, { under: piece.slug, then: 'approve' })).commentId
  const decided = async (): Promise<string> => {
    const { commentId } = await waiting()
    return (await aDecision(stet, { on: commentId, move: 'approve' })).decisionId
  }
  const decidedTogether = async (): Promise<string> => {
    const { card } = await waiting()
    const items = [{ ...card, version: Number(card.version) }]
    const target = { kind: 'selection', items } as const
    const { batchId } = await must('bulk', stet.moderation.decideMany(owner, { target, move: 'approve' }))
    return batchId ?? ''
  }
  const somebody = async () => {
    const { author } = await waiting()
    return author.kind === 'guest' ? `guest:${author.guestId}` : ''
  }
  const at = ''
  const desk = { at: '/desk', may: DESK }
  const undo = async () => ({ at, undo: printUndo({ decisionId: await decided() }) })
  const decide = async () => ({ ...(await waiting()).card, move: 'approve', at })
  const bulk = async () => {
    const { card } = await waiting()
    return { at, seenAt: '0', move: 'approve', [boxName({ ...card, version: Number(card.version) })]: 'on' }
  }

  const banned = await somebody()
  const ban = {
    ...{ person: banned, kind: 'ban' as const, targets: ['person' as const] },
    ...{ reason: 'Enough.', note: '', days: null, rejectWaiting: false },
  }
  const { actId } = await must('ban', stet.people.take(owner, ban))
  const measure = { kind: 'warn', reason: 'Please be kind.', note: '', days: '' }
  const person = { at: '/desk/people/guest-nobody', may: DESK }

  const { version: settingsVersion } = await stet.ports.settingsStore.read()
  const version = String(settingsVersion)
  const words = await must('read the lists', stet.settings.words(owner))

  const studio = async (path: string, fields: Record<string, string> = {}) => {
    const own = await draft()
    return { at: `/studio/${own.articleId}${path}`, may: EDITORS, fields: { ...own, ...fields } }
  }
  const unversioned = async (path: string, fields: Record<string, string>) => {
    const { articleId } = await draft()
    return { at: `/studio/${articleId}${path}`, may: EDITORS, fields: { articleId, ...fields } }
  }
  const edited = {
    ...{ title: 'A draft', dek: '', kicker: '', tags: '', series: '', notes: '', translationOf: '' },
    ...{
      canonicalUrl: '',
      text: 'Words.',
      document: '',
      slug: '',
      slugBefore: '',
      cover: '',
      coverAlt: '',
      coverCredit: '',
    },
    ...{
      coverFocus: '',
      language: 'en',
      excerpt: '',
      searchTitle: '',
      searchDescription: '',
      socialTitle: '',
    },
    ...{ socialDescription: '', intent: 'save', conflict: '' },
  }

  const many = await draft()

  return {
    'desk/desk-actions decideAction': { ...desk, fields: await decide() },
    'desk/desk-actions decideAndReturnAction': { ...desk, fields: await decide() },
    'desk/desk-actions undoAction': { ...desk, fields: await undo() },
    'desk/desk-actions undoAndReturnAction': { ...desk, fields: await undo() },
    'desk/desk-actions featureAction': { ...desk, fields: { at, commentId: await shown(), pick: 'pick' } },
    'desk/desk-actions featureAndReturnAction': {
      ...desk,
      fields: { at, commentId: await shown(), pick: 'pick' },
    },
    'desk/desk-actions closeRepliesAction': {
      ...desk,
      fields: { at, commentId: await shown(), replies: 'close' },
    },
    'desk/desk-actions addNoteAction': { ...desk, fields: { at, commentId: await shown(), body: 'A note.' } },
    'desk/desk-actions watchAction': { ...desk, fields: { at, articleId: piece.articleId, watch: 'on' } },
    'desk/desk-actions replyAction': { ...desk, fields: { ...(await waiting()).card, at, body: 'Thanks.' } },
    'desk/desk-actions decideManyAction': { ...desk, fields: await bulk() },
    'desk/log/log-actions undoAndShowLogAction': {
      ...{ at: '/desk/log', may: DESK },
      fields: { decisionId: await decided() },
    },
    'desk/log/log-actions undoBatchAndShowLogAction': {
      ...{ at: '/desk/log', may: DESK },
      fields: { batchId: await decidedTogether() },
    },
    'desk/people/people-actions takeMeasureAction': {
      ...person,
      fields: { ...measure, person: await somebody(), aimPerson: '1' },
    },
    'desk/people/people-actions liftMeasureAction': { ...person, fields: { actId } },
    'desk/people/people-actions writeNoteAction': {
      ...person,
      fields: { person: await somebody(), note: 'A note.' },
    },

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

    'studio/redirects/redirect-actions addRedirectAction': {
      ...{ at: '/studio/redirects', may: EDITORS },
      fields: { path: '/an-old-address', target: '/tags' },
    },
    'studio/redirects/redirect-actions removeRedirectAction': {
      ...{ at: '/studio/redirects', may: EDITORS, gives: 404 },
      fields: { path: '/never-was' },
    },
    'studio/redirects/redirect-actions forgetMissedAction': {
      ...{ at: '/studio/redirects', may: EDITORS },
      fields: { path: '/never-was' },
    },
    // A writer may ask; of what is not theirs nothing is moved, which the answer counts.
    'studio/bulk-actions changeManyAction': {
      ...{ at: '/studio', may: STUDIO },
      fields: { move: 'trash', assignedTo: '', back: '/studio', [`p-${many.articleId}`]: many.version },
    },
    'studio/studio-actions createPieceAction': { at: '/studio', may: STUDIO, fields: {} },
    'studio/studio-actions editPieceAndReturnAction': await studio('', edited),
    'studio/details-action saveDetailsAction': await studio('/details', {
      ...{ byline0: owner.userId, assignedTo: '', commentMode: '', zone: 'UTC' },
      ...{ closesAt: '', unpublishAt: '', pinnedUntil: '' },
    }),
    'studio/publish-actions describePictureAction': await studio('/publish', {
      ...{ src: '/media/ropes', alt: 'Ropes on a quay.' },
    }),
    'studio/publish-actions publishNowAction': await studio('/publish'),
    'studio/publish-actions scheduleAction': await studio('/publish', {
      ...{ date: '2030-01-01', time: '10:00', zone: 'UTC' },
    }),
    'studio/revision-actions noteChangeAction': await studio('/revisions/none', {
      ...{ kind: 'update', words: 'Something was added.' },
    }),
    'studio/revision-actions restoreRevisionAction': {
      ...(await studio('/revisions/none', { revisionId: NOWHERE })),
      gives: 404,
    },
    'studio/revision-actions settleAction': {
      ...(await studio('/conflict', { revisionId: NOWHERE })),
      gives: 404,
    },
    'studio/sharing-actions makePreviewAction': await unversioned('/sharing', { revisionId: '', label: '' }),
    'studio/sharing-actions revokePreviewAction': {
      ...(await unversioned('/sharing', { linkId: NOWHERE })),
      gives: 404,
    },
    'studio/sharing-actions addNoteAction': await unversioned('/sharing', { quote: '', body: 'A note.' }),
    'studio/sharing-actions settleNoteAction': {
      ...(await unversioned('/sharing', { noteId: NOWHERE })),
      gives: 404,
    },
    'studio/media/media-actions describeMediaAction': {
      ...{ at: '/studio/media', may: STUDIO, gives: 404 },
      fields: { name: 'none', alt: '', caption: '', credit: '', focus: '' },
    },
    'studio/media/media-actions removeMediaAction': {
      ...{ at: '/studio/media', may: EDITORS, gives: 404 },
      fields: { name: 'none' },
    },

    'account/account-actions stopWishAction': {
      ...{ at: '/account', may: MEMBERS },
      fields: { subscriptionId: NOWHERE },
    },
    // Refused beside its field to whoever is signed in and does not know the password.
    'account/account-actions changePasswordAction': {
      ...{ at: '/account', may: MEMBERS, gives: 422 },
      fields: {
        currentPassword: 'a guess',
        newPassword: 'four words in a row',
        newPasswordAgain: 'four words in a row',
      },
    },
    // Refused to the staff as well, in words of their own: a guess is no password, and nothing is on.
    'account/second-step/second-step-actions beginAction': {
      ...{ at: '/account/second-step', may: STAFF, gives: 422 },
      fields: { currentPassword: 'a guess' },
    },
    'account/second-step/second-step-actions confirmAction': {
      ...{ at: '/account/second-step', may: STAFF, gives: 409 },
      fields: { code: '000000' },
    },
    'account/second-step/second-step-actions removeAction': {
      ...{ at: '/account/second-step', may: STAFF, gives: 409 },
      fields: { currentPassword: 'a guess', code: '000000' },
    },
    'account/passkeys/passkey-actions beginAction': {
      ...{ at: '/account/passkeys', may: STAFF, gives: 422 },
      fields: { currentPassword: 'a guess' },
    },
    'account/passkeys/passkey-actions addAction': {
      ...{ at: '/account/passkeys', may: STAFF, gives: 409 },
      fields: { name: '', answer: '{}' },
    },
    'account/passkeys/passkey-actions removeAction': {
      ...{ at: '/account/passkeys', may: STAFF, gives: 404 },
      fields: { passkeyId: NOWHERE },
    },
    // No mail is set up here, so that it is refused to moderators, too, in words of its own.
    'account/account-actions deskMailAction': {
      ...{ at: '/account', may: DESK, gives: 403 },
      fields: { rhythm: 'off' },
    },
  }
}

/** Actions that are there for everybody, and why. */
export const OPEN_ACTIONS: Readonly<Record<string, string>> = {
  'login/sign-in-action signInAction': 'whoever signs in is nobody yet',
  'login/code/code-action codeAction': 'whoever signs in is nobody yet',
  'login/passkey-actions passkeyAction': 'whoever signs in is nobody yet',
  'login/passkey-actions passkeyStepAction': 'whoever signs in is nobody yet',
  'setup/claim-action claimAction': 'bound to a one-time token; tests/e2e/accounts.spec.ts',
  'account/account-actions readWarningsAction': 'marks only one’s own warnings, and guests have them, too',
  'join/join-action joinAction': 'bound to a single-use link; tests/e2e/accounts.spec.ts',
  'account/account-actions signOutAction': 'ends one’s own session; nobody has none',
  'account/account-actions signOutEverywhereAction':
    'ends one’s own sessions; strangers are asked to sign in',
}
