import type { ArticleCardView, ArticleView } from '@/lib/articles/article-view'
import { NO_LISTING } from '@/lib/articles/listing'
import type { BranchView, CommentView, OwnCommentView, ThreadView } from '@/lib/comments/comment-view'
import type { ThreadPlace } from '@/lib/comments/thread-place'

/** Views as the presenters make them; a test says only what it is about. */
export const aCard = (given: Partial<ArticleCardView> = {}): ArticleCardView => ({
  slug: 'the-ferry',
  path: '/articles/the-ferry',
  base: '/articles/the-ferry',
  title: 'The ferry',
  dek: '',
  kicker: '',
  cover: null,
  publishedAt: '2025-02-12T09:30:00.000Z',
  bylines: [{ name: 'Ada Lovelace', slug: 'ada', path: '/authors/ada' }],
  readingMinutes: 6,
  language: 'en',
  direction: 'ltr',
  commentCount: 24,
  ...given,
})

export const aPiece = (given: Partial<ArticleView> = {}): ArticleView => ({
  ...aCard(given),
  kind: 'piece',
  id: '0123456789abcdefghjkmnpqrs',
  html: '<p>It sails.</p>',
  plainText: 'It sails.',
  updatedAt: '2025-02-13T10:00:00.000Z',
  tags: [],
  notes: [],
  canonicalUrl: '',
  listing: NO_LISTING,
  contents: [],
  pictures: [],
  commentsOpen: true,
  everyCommentWaits: true,
  commentsCloseAt: null,
  ...given,
})

export const aComment = (given: Partial<CommentView> = {}): CommentView => ({
  id: 'c1',
  kind: 'comment',
  name: 'Grace',
  badge: null,
  body: 'Well said.',
  edited: false,
  featured: false,
  takesReplies: true,
  recommends: 0,
  createdAt: '2025-02-12T14:03:00.000Z',
  level: 0,
  inReplyTo: null,
  permalink: `/comments/${given.id ?? 'c1'}`,
  ...given,
})

export const aBranch = (
  comment: Partial<CommentView> = {},
  replies: readonly BranchView[] = [],
  more: BranchView['more'] = null,
): BranchView => ({ comment: aComment(comment), replies, more })

export const aThread = (given: Partial<ThreadView> = {}): ThreadView => ({
  count: 1,
  sort: 'newest',
  featured: [],
  branch: null,
  trail: [],
  trailCut: false,
  branches: [aBranch()],
  later: false,
  next: null,
  ...given,
})

export const aPlace = (given: Partial<ThreadPlace> = {}): ThreadPlace => ({
  path: '/articles/the-ferry',
  open: true,
  everyCommentWaits: true,
  closesAt: null,
  zone: 'UTC',
  wait: null,
  mail: false,
  nosnippet: false,
  ...given,
})

export const anOwnComment = (given: Partial<OwnCommentView> = {}): OwnCommentView => ({
  id: 'c1',
  body: 'Well said.',
  shownBody: null,
  name: 'Grace',
  state: 'waiting',
  rejectedFor: null,
  editWaiting: false,
  createdAt: '2025-02-12T14:03:00.000Z',
  parentId: null,
  version: 3,
  permalink: null,
  piece: { path: '/articles/the-ferry', title: 'The ferry', language: 'en' },
  abilities: { edit: true, withdraw: true },
  ...given,
})
