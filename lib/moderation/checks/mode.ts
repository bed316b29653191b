import type { CommentMode } from '../../articles/article'
import { readerKey } from '../../accounts/reader-key'
import type { Draft } from '../../comments/screening'
import { type Check, type CheckPorts, type Finding, PASS } from './check'
import { type AuthorRecord, NO_RECORD, trustOf } from '../trust'
import { modeFor } from './mode-for'

const hold = (reason: string, facts: Readonly<Record<string, number>> = {}): Finding => ({
  level: 'hold',
  reason,
  evidence: { facts },
})

/** The record of a proven identity: an account or a guest key, never a typed name or address. */
const recordSoFar = async ({ author }: Draft, { peopleReader }: CheckPorts): Promise<AuthorRecord> => {
  const key = readerKey(author)
  return key === null ? NO_RECORD : peopleReader.recordOf(key)
}

type Rule = (draft: Draft, needed: number, ports: CheckPorts) => Finding | Promise<Finding>

const RULES: Readonly<Record<CommentMode, Rule>> = {
  all: () => hold('Every comment is read before it appears.'),
  first: async (draft, needed, ports) => {
    const record = await recordSoFar(draft, ports)
    if (trustOf(record, needed) !== 'new') return PASS
    const { approved, rejected, spam } = record
    return approved < needed
      ? hold('The first comments of every person are read before they appear.', { approved, needed })
      : hold('Too much of what this person wrote was turned away.', { approved, turnedAway: rejected + spam })
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
