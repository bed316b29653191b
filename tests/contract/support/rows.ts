import type { User } from '../../../lib/accounts/account-store'
import type { Article, ArticleRevision } from '../../../lib/articles/article'
import { NO_LISTING } from '../../../lib/articles/listing'
import { NO_MOMENTS } from '../../../lib/articles/no-moments'
import type { Comment, CommentRecord, CommentState } from '../../../lib/comments/comment'
import type { CommentStatus } from '../../../lib/comments/comment-status'
import type { CommentChange, Decision, NewComment } from '../../../lib/comments/comment-store'
import { placeUnder } from '../../../lib/comments/place-reply'
import { SYSTEM } from '../../../lib/kernel/actor'
import type { AuditEntry } from '../../../lib/kernel/audit'
import type { World } from './backends'

/** Rows with everything filled in: a test names what it is about. */
export const audit: AuditEntry = { actor: SYSTEM, action: 'test.row', subject: 'test:row', detail: { n: 1 } }

let made = 0
const fresh = (word: string): string => `${word}-${(made += 1)}`

export const aUser = (world: World, given: Partial<User> = {}): User => {
  const name = fresh('person')
  return {
    id: world.ids.random(),
    email: `${name}@example.org`,
    emailKey: `${name}@example.org`,
    name,
    nameKey: name,
    slug: name,
    role: 'writer',
    bio: '',
    passwordHash: null,
    disabledAt: null,
    createdAt: world.clock.now(),
    ...given,
  }
}

export const storeUser = async (world: World, given: Partial<User> = {}): Promise<User> => {
  const user = aUser(world, given)
  await world.accountStore.insertUser(user, audit)
  return user
}

export const aRevision = (
  world: World,
  article: Pick<Article, 'id' | 'createdById'>,
  given: Partial<ArticleRevision> = {},
): ArticleRevision => ({
  id: world.ids.random(),
  articleId: article.id,
  number: 1,
  title: 'The proof-reader’s mark',
  dek: '',
  kicker: '',
  tags: [],
  series: '',
  notes: [],
  translationOf: '',
  canonicalUrl: '',
  cover: null,
  document: { type: 'doc', content: [{ type: 'paragraph' }] },
  schemaVersion: 1,
  html: '<p>Let it stand.</p>',
  plainText: 'Let it stand.',
  wordCount: 3,
  language: 'en',
  direction: 'ltr',
  authorId: article.createdById,
  listing: NO_LISTING,
  createdAt: world.clock.now(),
  savedAt: world.clock.now(),
  version: 1,
  kind: 'save',
  ...given,
})

/** Stores a piece; public since now unless told otherwise. */
export const storePiece = async (
  world: World,
  given: Partial<Article> = {},
  text: Partial<ArticleRevision> = {},
): Promise<Article> => {
  const createdById = given.createdById ?? (await storeUser(world)).id
  const id = given.id ?? world.ids.random()
  const revision = aRevision(world, { id, createdById }, text)
  const now = world.clock.now()
  const article: Article = {
    id,
    slug: fresh('piece'),
    kind: 'piece',
    status: 'published',
    version: 1,
    draftRevisionId: revision.id,
    liveRevisionId: revision.id,
    createdById,
    createdAt: now,
    updatedAt: now,
    ...NO_MOMENTS,
    firstPublishedAt: now,
    addressPublicAt: given.firstPublishedAt === undefined ? now : given.firstPublishedAt,
    publishedAt: now,
    ...given,
  }
  const stored = await world.articleStore.insert({
    article,
    revision,
    bylineIds: [createdById],
    audit,
    effects: [],
  })
  if (stored !== 'stored') throw new Error(stored)
  return article
}

/** A submission by a new guest, waiting unless a status is given. */
export const aSubmission = (
  world: World,
  {
    articleId,
    parent,
    body,
    ...given
  }: Partial<Comment> & { articleId: string; parent?: Comment; body?: string },
): NewComment => {
  const { ids, clock } = world
  const id = given.id ?? ids.random()
  const revisionId = ids.random()
  const guest = { id: ids.random(), keyHash: ids.random(), createdAt: clock.now() }
  const status: CommentStatus = given.status ?? 'pending'
  const state = status === 'removed' || status === 'erased' ? 'approved' : status
  return {
    guest: given.userId || given.guestId ? null : guest,
    comment: {
      id,
      articleId,
      ...placeUnder(parent ?? null, id),
      status,
      version: 1,
      latestRevisionId: revisionId,
      approvedRevisionId: state === 'approved' ? revisionId : null,
      pendingRevisionId: state === 'pending' ? revisionId : null,
      editedAt: null,
      hiddenAncestors: 0,
      guestId: given.userId ? null : guest.id,
      userId: null,
      name: fresh('reader'),
      nameKey: '',
      email: '',
      emailKey: '',
      byStaff: false,
      addressKey: '',
      submissionKey: fresh('key'),
      createdAt: clock.now(),
      queueOrder: clock.now(),
      ...given,
    },
    revision: {
      id: revisionId,
      commentId: id,
      number: 1,
      state,
      body: body ?? fresh('words'),
      fingerprint: fresh('print'),
      createdAt: clock.now(),
    },
    opinions: [],
    decision: null,
    effects: [],
  }
}

/** Stores a submission and gives the comment as it is then. */
export const storeComment = async (
  world: World,
  given: Parameters<typeof aSubmission>[1],
): Promise<Comment> => {
  const submission = aSubmission(world, given)
  const { kind } = await world.commentStore.insert(submission)
  if (kind !== 'stored') throw new Error(kind)
  return submission.comment
}

export const recordOf = async (world: World, commentId: string): Promise<CommentRecord> => {
  const record = await world.commentStore.find(commentId)
  if (!record) throw new Error(`no comment ${commentId}`)
  return record
}

export const stateOf = ({ comment, revisions }: CommentRecord): CommentState => ({
  status: comment.status,
  approvedRevisionId: comment.approvedRevisionId,
  pendingRevisionId: comment.pendingRevisionId,
  editedAt: comment.editedAt,
  revisions: Object.fromEntries(revisions.map(({ id, state }) => [id, state])),
})

/** The state after the latest text was judged so. */
const judged = ({ comment }: CommentRecord, status: CommentStatus): CommentState => {
  const { latestRevisionId } = comment
  const isDecided = status !== 'removed' && status !== 'erased'
  return {
    status,
    approvedRevisionId: status === 'approved' ? latestRevisionId : comment.approvedRevisionId,
    pendingRevisionId: status === 'pending' ? latestRevisionId : null,
    editedAt: comment.editedAt,
    revisions: isDecided ? { [latestRevisionId]: status } : {},
  }
}

export const aDecision = (
  world: World,
  record: CommentRecord,
  to: CommentStatus,
  given: Partial<Decision> = {},
): Decision => ({
  id: world.ids.ordered(),
  commentId: record.comment.id,
  revisionId: record.comment.latestRevisionId,
  actor: SYSTEM,
  move: 'approve',
  from: record.comment.status,
  to,
  before: stateOf(record),
  reason: null,
  note: null,
  undoesId: null,
  createdAt: world.clock.now(),
  batchId: null,
  ...given,
})

/** The change that gives a comment this status, as it stands now, with a decision row. */
export const aChange = async (
  world: World,
  commentId: string,
  status: CommentStatus,
  given: Partial<CommentChange> = {},
): Promise<CommentChange> => {
  const record = await recordOf(world, commentId)
  const { status: from, version } = record.comment
  return {
    commentId,
    expect: { status: from, version },
    to: judged(record, status),
    decision: aDecision(world, record, status),
    effects: [],
    ...given,
  }
}

export const move = async (world: World, commentId: string, status: CommentStatus): Promise<boolean> =>
  world.commentStore.apply(await aChange(world, commentId, status))
