import { articlePath } from '../articles/article-path'
import type { Instant } from '../kernel/clock'
import type { SiteSettings } from '../settings/site-settings'
import { commentMoves } from './comment-status'
import type { OwnCommentView } from './comment-view'
import { ownState } from './receipt'
import { inEditTime } from './revise'
import type { OwnRow } from './thread-reader'

/** A comment as its author sees it. Policy has spoken already: the reader asked for the author's own rows only. */
export const presentOwn = (row: OwnRow, settings: SiteSettings, at: Instant): OwnCommentView => ({
  id: row.id,
  body: row.body,
  shownBody: row.shownBody,
  name: row.name,
  state: ownState(row.status),
  rejectedFor: row.rejectedFor,
  editWaiting: row.hasPendingEdit,
  createdAt: new Date(row.createdAt).toISOString(),
  parentId: row.parentId,
  version: row.version,
  permalink: row.visible ? `/comments/${row.id}` : null,
  piece: {
    path: row.piece.public ? articlePath(row.piece.slug) : null,
    title: row.piece.title,
    language: row.piece.language,
  },
  abilities: {
    edit: inEditTime({ ...row, textWaits: row.hasPendingEdit }, settings, at),
    withdraw: commentMoves(row.status).includes('withdraw'),
  },
})
