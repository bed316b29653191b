import { articlePath } from '../articles/article-path'
import type { Ports } from '../ports'
import type { CommentEntryRow } from './feed-reader'
import type { CommentEntryView } from './feed-view'

const present = ({ piece, parentId, createdAt, changedAt, ...row }: CommentEntryRow): CommentEntryView => ({
  id: row.id,
  permalink: `/comments/${row.id}`,
  name: row.name,
  body: row.body,
  createdAt: new Date(createdAt).toISOString(),
  changedAt: new Date(changedAt).toISOString(),
  inReplyTo: parentId,
  piece: { id: piece.id, path: articlePath(piece.slug), title: piece.title, language: piece.language },
})

/** The newest comments that everybody sees, under one piece or under all. */
export const listNewComments = async (
  { feedReader, clock }: Pick<Ports, 'feedReader' | 'clock'>,
  { articleId = null, limit }: { readonly articleId?: string | null; readonly limit: number },
): Promise<readonly CommentEntryView[]> =>
  (await feedReader.comments(clock.now(), { articleId, limit })).map(present)
