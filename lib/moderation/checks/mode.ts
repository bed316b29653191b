import type { CommentMode } from '../../articles/article'
import type { Draft } from '../../comments/screening'
import { type Check, type CheckPorts, type Finding, PASS } from './check'
import { modeFor } from './mode-for'

const hold = (reason: string, facts: Readonly<Record<string, number>> = {}): Finding => ({
  level: 'hold',
  reason,
  evidence: { facts },
})

/** Approved comments of a proven identity: an account or a guest key, never a typed name or address. */
const approvedSoFar = async ({ author }: Draft, { commentStore }: CheckPorts): Promise<number> => {
  if (author.kind === 'guest') return commentStore.countByAuthor({ guestId: author.guestId }, 'approved')
  return author.kind === 'user' ? commentStore.countByAuthor({ userId: author.userId }, 'approved') : 0
}

type Rule = (draft: Draft, needed: number, ports: CheckPorts) => Finding | Promise<Finding>

const RULES: Readonly<Record<CommentMode, Rule>> = {
  all: () => hold('Every comment is read before it appears.'),
  first: async (draft, needed, ports) => {
    const approved = await approvedSoFar(draft, ports)
    return approved >= needed
      ? PASS
      : hold('The first comments of every person are read before they appear.', { approved, needed })
  },
  open: () => PASS,
  // The check `closed` refuses; should it be down, nothing gets by this one.
  closed: () => hold('Comments on this piece are closed.'),
}

/** How much the publication wants to read before it appears. */
export const mode: Check = {
  name: 'mode',
  run: (draft, settings, ports) => RULES[modeFor(draft.article, settings)](draft, settings.trustAfter, ports),
}
