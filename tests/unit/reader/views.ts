import type { ArticleCardView, ArticleView } from '@/lib/articles/article-view'
import type { BranchView, CommentView, OwnCommentView, ThreadView } from '@/lib/comments/comment-view'

/** Views as the presenters make them; a test says only what it is about. */
export const aCard = (given: Partial<ArticleCardView> = {}): ArticleCardView => ({
  slug: 'the-ferry',
  path: '/articles/the-ferry',
  title: 'The ferry',
  dek: '',
  kicker: '',
  publishedAt: '2025-02-12T09:30:00.000Z',
  bylines: [{ name: 'Ada Lovelace', slug: 'ada' }],
  readingMinutes: 6,
  language: 'en',
  direction: 'ltr',
  commentCount: 24,
  ...given,
})

export const aPiece = (given: Partial<ArticleView> = {}): ArticleView => ({
  ...aCard(given),
  id: '0123456789abcdefghjkmnpqrs',
  html: '<p>It sails.</p>',
  plainText: 'It sails.',
  updatedAt: '2025-02-13T10:00:00.000Z',
  commentsOpen: true,
  everyCommentWaits: true,
  ...given,
})

export const aComment = (given: Partial<CommentView> = {}): CommentView => ({
  id: 'c1',
  kind: 'comment',
  name: 'Grace',
  byStaff: false,
  body: 'Well said.',
  edited: false,
  createdAt: '2025-02-12T14:03:00.000Z',
  level: 0,
  inReplyTo: null,
  permalink: `/comments/${given.id ?? 'c1'}`,
  ...given,
})

export const aBranch = (
  comment: Partial<CommentView> = {},
  replies: readonly BranchView[] = [],
): BranchView => ({
  comment: aComment(comment),
  replies,
})

export const aThread = (given: Partial<ThreadView> = {}): ThreadView => ({
  count: 1,
  branches: [aBranch()],
  next: null,
  ...given,
})

export const anOwnComment = (given: Partial<OwnCommentView> = {}): OwnCommentView => ({
  id: 'c1',
  body: 'Well said.',
  shownBody: null,
  name: 'Grace',
  state: 'waiting',
  editWaiting: false,
  createdAt: '2025-02-12T14:03:00.000Z',
  parentId: null,
  version: 3,
  permalink: null,
  abilities: { edit: true, withdraw: true },
  ...given,
})
