/** Every hidden thing carries one of these: none may be in any byte that a stranger, a guest or a member gets. */
export const CANARY = {
  waiting: 'canary-waiting-7f3a',
  waitingName: 'Canarywaitingname',
  waitingEmail: 'canary.waiting@mail.example',
  rejected: 'canary-rejected-19bc',
  spam: 'canary-spam-55d0',
  withdrawn: 'canary-withdrawn-c2e8',
  held: 'canary-held-9a41',
  hiddenReply: 'canary-hidden-reply-4e07',
  /** Let stand, recommended, and taken away again with all that answers it. */
  fallen: 'canary-fallen-2b7d',
  fallenReply: 'canary-fallen-reply-6c11',
  pendingEdit: 'canary-pending-edit-b6b2',
  approvedEmail: 'canary.approved@mail.example',
  reportNote: 'canary-report-note-d9d9',
  personNote: 'canary-person-note-a0c4',
  measureReason: 'canary-measure-reason-12ef',
  draftTitle: 'Canarydrafttitle',
  draftTag: 'canarydrafttag',
  draftSeries: 'Canarydraftseries',
  draftNote: 'canary-draft-note-77b0',
  draftText: 'canary-draft-text-8d15',
  liveDraft: 'canary-unpublished-change-3f90',
  unpublished: 'canary-unpublished-piece-e114',
  unpublishedAddress: 'canary-address-after-unpublishing',
  trashed: 'canary-trashed-piece-07aa',
  scheduled: 'canary-scheduled-piece-c0de',
  /** Written and written over before the piece came out. */
  oldRevision: 'canary-old-revision-5b5b',
  /** The text that lost a conflict. */
  conflict: 'canary-conflict-9e9e',
  colleagueNote: 'canary-colleague-note-41aa',
  reviewerNote: 'canary-reviewer-note-42bb',
  previewLabel: 'canary-preview-label-43cc',
  invitationLabel: 'canary-invitation-label-44dd',
  /** Writes a public piece at the moment, and stands under none. */
  editorName: 'Canaryeditorname',
  editorEmail: 'canary.editor@pencil.example',
  pictureWords: 'canary-picture-words-3a3a',
  pictureFile: 'canary-picture-file-3b3b',
  bannedWord: 'canarybannedword',
  missedAddress: 'canary-missed-address-6f6f',
  address: '203.0.113.77',
  /** The builders' owner. */
  ownerEmail: 'owner@pencil.example',
} as const

/** One expression for any of these words, the longest first: a text is gone through once, not once for each of them. */
export const anyOf = (words: readonly string[], flags = ''): RegExp => {
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  return new RegExp(
    longestFirst.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|'),
    flags,
  )
}

const inSmallLetters = new WeakMap<readonly string[], RegExp>()
const expressionOf = (secrets: readonly string[]): RegExp => {
  const known = inSmallLetters.get(secrets) ?? anyOf(secrets.map((token) => token.toLowerCase()))
  inSmallLetters.set(secrets, known)
  return known
}

/** Tokens that are in these bytes, but for those that the question itself named (a page to sign in at repeats it). */
export const leaksIn = (bytes: string, secrets: readonly string[], asked: string): readonly string[] => {
  const [text, question] = [bytes.toLowerCase(), asked.toLowerCase()]
  if (!expressionOf(secrets).test(text)) return []
  const names = (token: string): boolean => text.includes(token) && !question.includes(token)
  return secrets.filter((token) => names(token.toLowerCase()))
}
