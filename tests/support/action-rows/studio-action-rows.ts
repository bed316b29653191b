import type { Stet } from '../../../lib/compose'
import type { SignedIn } from '../../../lib/kernel/actor'
import { aPiece } from '../builders/a-piece'
import { type ActionRows, EDITORS, NOWHERE, STUDIO } from './action-row'

/** Of the studio, each about a draft of its own. */
export const studioActionRows = async (stet: Stet, owner: SignedIn): Promise<ActionRows> => {
  const draft = async () => {
    const { articleId, version } = await aPiece(stet, { by: owner, title: 'A draft', state: 'draft' })
    return { articleId, version: String(version) }
  }

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
  }
}
