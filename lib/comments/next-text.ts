import type { Ports } from '../ports'
import type { CommentRevision } from './comment'
import { fingerprintOf } from './fingerprint'

/** The revision an edit makes: it waits until the screening or a moderator says otherwise. */
export const nextText = (
  { ids, clock, secrets }: Pick<Ports, 'ids' | 'clock' | 'secrets'>,
  latest: CommentRevision,
  body: string,
): CommentRevision => ({
  id: ids.ordered(),
  commentId: latest.commentId,
  number: latest.number + 1,
  state: 'pending',
  body,
  fingerprint: fingerprintOf(secrets, body),
  createdAt: clock.now(),
})
