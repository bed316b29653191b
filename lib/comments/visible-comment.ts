import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { Comment } from './comment'
import type { ThreadReader } from './thread-reader'

/** A comment that readers see, and its row. */
export interface VisibleComment {
  /** As readers see it. */
  readonly row: NonNullable<Awaited<ReturnType<ThreadReader['visible']>>>
  readonly comment: Comment
}

/** A comment for a reader who wants to do something with it. A hidden one looks like one that never was. */
export const visibleComment = async (
  { threadReader, commentStore, clock }: Pick<Ports, 'threadReader' | 'commentStore' | 'clock'>,
  commentId: string,
): Promise<Result<VisibleComment>> => {
  const row = ID_PATTERN.test(commentId) ? await threadReader.visible(commentId, clock.now()) : null
  const record = row && !row.stub ? await commentStore.find(commentId) : null
  return row && record
    ? ok({ row, comment: record.comment })
    : fail('not-found', 'There is no such comment, or it is not here any more.')
}
