import type { User } from '../../lib/accounts/account-store'
import { findGuest } from '../../lib/accounts/guests'
import { NO_LISTING } from '../../lib/articles/listing'
import { NO_MOMENTS } from '../../lib/articles/no-moments'
import type { Article, ArticleRevision } from '../../lib/articles/article'
import type { CommentRecord } from '../../lib/comments/comment'
import type { Judgement } from '../../lib/comments/judge'
import type { Screening } from '../../lib/comments/screening'
import { type SubmitCommentInput, submitComment } from '../../lib/comments/submit-comment'
import { ANONYMOUS, type Actor, type Role, type SignedIn } from '../../lib/kernel/actor'
import type { AuditEntry } from '../../lib/kernel/audit'
import { nameSkeleton } from '../../lib/kernel/name-skeleton'
import { decide } from '../../lib/moderation/decide'
import { screen } from '../../lib/moderation/screen'
import type { Ports } from '../../lib/ports'
import { type SiteSettings, siteSettings } from '../../lib/settings/site-settings'
import type { WordList } from '../../lib/settings/word-lists'
import { aClient } from './builders/a-client'
import { must } from './builders/must'

/** The business rooms' dependencies over any set of ports: what compose does, for the conversation alone. */
export type Conversation = Ports & Screening
export const conversation = <P extends Ports>(ports: P): P & Screening => ({
  ...ports,
  screen: (draft) => screen(ports, draft),
})

const audit = (action: string, subject: string): AuditEntry => ({
  actor: { kind: 'system' },
  action,
  subject,
  detail: {},
})

/** An account as a row: no password, no session. */
export const person = async (ports: Ports, role: Role, name: string): Promise<SignedIn> => {
  const id = ports.ids.random()
  const slug = `${role}-${id.slice(0, 8)}`
  const email = `${slug}@pencil.example`
  const user: User = {
    ...{ id, email, emailKey: email, name, nameKey: nameSkeleton(name), slug, role },
    ...{ bio: '', passwordHash: null, disabledAt: null, createdAt: ports.clock.now() },
  }
  await ports.accountStore.insertUser(user, audit('create.user', `user:${id}`))
  return { kind: 'user', userId: id, role, name, sessionId: 'none' }
}

/** A public piece as rows. */
export const publicPiece = async (
  ports: Ports,
  by: SignedIn,
  {
    language = 'en',
    ...facts
  }: Partial<Pick<Article, 'commentMode' | 'commentsCloseAt'>> & { readonly language?: string } = {},
): Promise<Article> => {
  const [id, revisionId, now] = [ports.ids.random(), ports.ids.random(), ports.clock.now()]
  const slug = `piece-${id.slice(0, 8)}`
  const article: Article = {
    ...{
      id,
      slug,
      kind: 'piece',
      status: 'draft',
      version: 1,
      draftRevisionId: revisionId,
      liveRevisionId: null,
    },
    ...{ createdById: by.userId, createdAt: now, updatedAt: now, ...NO_MOMENTS },
  }
  const revision: ArticleRevision = {
    ...{ id: revisionId, articleId: id, number: 1, authorId: by.userId, createdAt: now, kind: 'save' },
    ...{ savedAt: now, version: 1, listing: NO_LISTING },
    ...{
      title: 'A piece about ropes',
      dek: '',
      kicker: '',
      tags: [],
      series: '',
      notes: [],
      translationOf: '',
      canonicalUrl: '',
      cover: null,
      document: { type: 'doc' },
      schemaVersion: 1,
    },
    ...{ html: '<p>Hemp.</p>', plainText: 'Hemp.', wordCount: 1, language, direction: 'ltr' },
  }
  const change = { audit: audit('publish.article', `article:${id}`), effects: [] }
  await ports.articleStore.insert({ article, revision, bylineIds: [by.userId], ...change })
  const set = {
    status: 'published',
    liveRevisionId: revisionId,
    publishedAt: now,
    firstPublishedAt: now,
    addressPublicAt: now,
  } as const
  await ports.articleStore.apply({ articleId: id, expectVersion: 1, set: { ...set, ...facts }, ...change })
  return { ...article, ...set, ...facts, version: 2 }
}

export interface Listed {
  readonly bannedWords?: readonly string[]
  readonly suspectWords?: readonly string[]
}

/** Lists for pieces in every language. */
const listWords = async (ports: Ports, { bannedWords = [], suspectWords = [] }: Listed): Promise<void> => {
  const { version } = await ports.wordListStore.read()
  const lists: WordList[] = [
    { kind: 'banned', language: '', words: [...bannedWords] },
    { kind: 'suspect', language: '', words: [...suspectWords] },
  ]
  const change = { audit: audit('change.words', 'setting:words'), effects: [] }
  await ports.wordListStore.write({ lists, expectVersion: version, ...change })
}

export const choose = async (ports: Ports, given: Partial<SiteSettings> & Listed): Promise<void> => {
  const { bannedWords, suspectWords, ...choices } = given
  if (bannedWords || suspectWords) await listWords(ports, { bannedWords, suspectWords })
  const { settings, version } = await ports.settingsStore.read()
  const chosen = siteSettings.parse({ ...settings, name: settings.name || 'The Evening Pencil', ...choices })
  const change = { audit: audit('change.settings', 'setting:site'), effects: [] }
  if (!(await ports.settingsStore.write({ settings: chosen, expectVersion: version, ...change }))) {
    throw new Error('The settings were changed by somebody else.')
  }
}

export interface Posted {
  readonly commentId: string
  /** The writer, proven: a first-time guest has become one with a key. */
  readonly author: Actor
}

/** A comment as its author posts it. */
export const post = async (
  deps: Conversation,
  input: Pick<SubmitCommentInput, 'slug'> & Partial<SubmitCommentInput>,
  by: Actor = ANONYMOUS,
  household = 1,
): Promise<Posted> => {
  const body = input.body ?? `A thought of its own, ${deps.ids.random()}.`
  const submitted = await must(
    'post',
    submitComment(deps, by, { anyway: true, ...input, body }, aClient(household)),
  )
  const guest = submitted.guestSecret === null ? null : await findGuest(deps, submitted.guestSecret)
  return { commentId: submitted.receipt.commentId, author: guest ?? by }
}

export const stored = async ({ commentStore }: Ports, commentId: string): Promise<CommentRecord> => {
  const record = await commentStore.find(commentId)
  if (!record) throw new Error(`There is no comment ${commentId}.`)
  return record
}

/** A decision about the text on the desk, as its page would send it. */
export const decideOn = async (
  deps: Conversation,
  by: Actor,
  commentId: string,
  move: Judgement,
): Promise<string> => {
  const { comment } = await stored(deps, commentId)
  const { version, pendingRevisionId, approvedRevisionId, latestRevisionId } = comment
  const revisionId = pendingRevisionId ?? approvedRevisionId ?? latestRevisionId
  return (await must(move, decide(deps, by, { commentId, revisionId, version, move }))).decisionId
}
