import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stet } from '../../../lib/compose'
import { ANONYMOUS, type SignedIn } from '../../../lib/kernel/actor'
import { aClient } from '../builders/a-client'
import { type Piece, aPiece } from '../builders/a-piece'
import { must } from '../builders/must'
import { aPhoto } from '../pictures'
import type { PublicPart } from './public-part'
import { CANARY } from './tokens'

/** What of the studio exists and is nobody else's business. */
export interface HiddenStudio {
  readonly slugs: readonly string[]
  /** At which no piece was ever public: there is nothing there. */
  readonly neverPublic: readonly string[]
  readonly articleIds: readonly string[]
  readonly revisionId: string
  /** A picture that a draft shows: whoever knows its name may look at it, so that nobody may learn it. */
  readonly picture: string
  /** Opens nothing any more. */
  readonly revokedPreview: string
  readonly takenBackInvitation: string
  /** What opens something: links, names of files. */
  readonly secrets: readonly string[]
}

/** A picture of the library, in a draft's text and as its cover. */
const aPicture = async (stet: Stet, by: SignedIn): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-canary-'))
  const path = join(folder, 'received')
  await writeFile(path, await aPhoto(400, 300))
  const digest = 'c'.repeat(64)
  const fileName = `${CANARY.pictureFile}.jpg`
  const { name } = await must('add a picture', stet.media.add(by, { path, folder, fileName, digest }))
  await rm(folder, { recursive: true })
  const words = { alt: CANARY.pictureWords, caption: CANARY.pictureWords, credit: CANARY.pictureWords }
  await must('describe it', stet.media.describe(by, { name, ...words, focus: '' }))
  return name
}

const latest = async (stet: Stet, by: SignedIn, articleId: string) =>
  must('open', stet.articles.open(by, { articleId }))

/** Pieces that are not public: a draft with everything, one for tomorrow, one in the trash, a page that is written. */
const hiddenPieces = async (stet: Stet, by: SignedIn, piece: Piece, picture: string) => {
  const address = `/media/${picture}.jpg`
  const draft = await aPiece(stet, {
    ...{ by, title: CANARY.draftTitle, tags: CANARY.draftTag, series: CANARY.draftSeries },
    text: `${CANARY.draftText}\n\n![${CANARY.pictureWords}](${address})`,
    ...{ cover: address, coverAlt: CANARY.pictureWords, coverCredit: CANARY.pictureWords },
    ...{ notes: CANARY.draftNote, translationOf: piece.slug, language: 'de', state: 'draft' },
  })
  const tomorrow = await aPiece(stet, {
    ...{ by, title: `Tomorrow ${CANARY.scheduled}`, text: CANARY.scheduled, tags: CANARY.draftTag },
    state: 'draft',
  })
  const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const { articleId, version } = tomorrow
  await must(
    'schedule',
    stet.articles.schedule(by, { articleId, version, date, time: '12:00', zone: 'UTC', which: '' }),
  )
  const away = await aPiece(stet, { by, title: CANARY.trashed, text: CANARY.trashed, state: 'draft' })
  await must(
    'trash',
    stet.articles.changeStatus(by, { articleId: away.articleId, version: away.version, move: 'trash' }),
  )
  const page = await aPiece(stet, {
    ...{ by, kind: 'page', title: `About ${CANARY.draftTitle}`, text: CANARY.draftText, state: 'draft' },
  })
  return [draft, tomorrow, away, page] as const
}

/** A public piece whose draft has moved on, which lost a conflict, and which is talked about, held and looked after. */
const hiddenInLive = async (stet: Stet, { owner: by, editor, piece, other }: PublicPart): Promise<void> => {
  const { articleId } = piece
  const { title, version } = await latest(stet, by, articleId)
  const change = {
    ...{ articleId, version, title: `${title} ${CANARY.liveDraft}`, text: CANARY.liveDraft },
    ...{ tags: `Rope, ${CANARY.draftTag}`, series: CANARY.draftSeries },
    notes: `Correction: ${CANARY.draftNote}`,
  }
  await must('save over the live piece', stet.articles.save(by, change))
  const late = await stet.articles.save(editor, { ...change, text: CANARY.conflict, title: CANARY.conflict })
  if (late.ok || late.error.code !== 'conflict') throw new Error('This save should have met a conflict.')
  await must('note', stet.articles.addNote(editor, { articleId, quote: 'Knots', body: CANARY.colleagueNote }))
  await must('hold', stet.articles.hold(editor, { articleId, holder: 'canary-page-of-hers', wish: 'hold' }))
  const details = await must('details', stet.articles.details(by, { articleId: other.articleId }))
  await must(
    'assign, and plan',
    stet.articles.changeDetails(by, {
      ...{ articleId: other.articleId, version: details.version, bylines: [...details.bylines] },
      ...{ assignedTo: editor.userId, commentMode: '' as const, zone: 'UTC', which: '' as const },
      ...{ closesAt: '', pinnedUntil: '', unpublishAt: `${new Date().getUTCFullYear() + 1}-02-12T09:00` },
    }),
  )
}

/** Links that open something for whoever holds them, and ones that do not any more. */
const hiddenLinks = async (stet: Stet, by: SignedIn, articleId: string) => {
  const link = { articleId, revisionId: '', label: CANARY.previewLabel } as const
  const [preview, revoked] = [
    await must('preview', stet.articles.makePreview(by, link)),
    await must('preview', stet.articles.makePreview(by, link)),
  ]
  const [secret = '', revokedSecret = ''] = [preview, revoked].map(({ path }) => path.split('/').at(-1))
  const said = { name: 'Rita', quote: '', body: CANARY.reviewerNote }
  await must('review', stet.articles.addReviewerNote(ANONYMOUS, { ...said, secret }, aClient()))
  const linkId = (await stet.ports.reviewStore.findLink(stet.ports.secrets.hash(revokedSecret)))?.id ?? ''
  await must('revoke', stet.articles.revokePreview(by, { articleId, linkId }))

  const label = { role: 'writer', label: CANARY.invitationLabel } as const
  const [invited, takenBack] = [
    await must('invite', stet.accounts.invite(by, label)),
    await must('invite', stet.accounts.invite(by, label)),
  ]
  const [key = '', takenBackKey = ''] = [invited, takenBack].map(({ path }) => path.split('key=').at(-1))
  const hash = stet.ports.secrets.hash(takenBackKey)
  const invitationId = (await stet.ports.staffDoor.invitation(hash, Date.now()))?.id ?? ''
  await must('take back', stet.accounts.takeBackInvitation(by, { invitationId }))
  return { revokedPreview: revokedSecret, takenBackInvitation: takenBackKey, secrets: [secret, key] }
}

/** Everything in the studio that must leave no trace. */
export const hiddenStudio = async (stet: Stet, open: PublicPart): Promise<HiddenStudio> => {
  const { owner: by, piece, unpublished } = open
  const picture = await aPicture(stet, by)
  const pieces = await hiddenPieces(stet, by, piece, picture)
  const [draft] = pieces
  await hiddenInLive(stet, open)
  await must(
    'move what was taken down',
    stet.articles.save(by, {
      ...{ articleId: unpublished.articleId, version: unpublished.version, title: CANARY.unpublished },
      ...{ text: CANARY.unpublished, slug: CANARY.unpublishedAddress },
    }),
  )

  const { articleId } = draft
  const links = await hiddenLinks(stet, by, articleId)
  const { version } = await stet.ports.wordListStore.read()
  const banned = { version, kind: 'banned', language: '', words: CANARY.bannedWord, how: 'add' } as const
  await must('ban a word', stet.settings.changeWords(by, banned))
  const revisionId = (await stet.ports.articleStore.find(articleId))?.draft.id ?? ''
  const neverPublic = [...pieces.map(({ slug }) => slug), CANARY.unpublishedAddress]
  return {
    slugs: neverPublic,
    neverPublic,
    articleIds: [...pieces, unpublished].map((one) => one.articleId),
    ...{ ...links, revisionId, picture },
    secrets: [...links.secrets, picture, revisionId, ...pieces.map((one) => one.articleId)],
  }
}
