import type { Judgement } from '../../../lib/comments/judge'
import type { Actor } from '../../../lib/kernel/actor'

/** What a comment is, told without revisions: the reference the real machine is held against. */
export interface Told {
  status: 'pending' | 'approved' | 'rejected' | 'spam' | 'removed'
  /** The text readers see, or saw last. */
  shown: string | null
  /** The text the status is about. */
  standing: string
  /** A change that waits on top of it. */
  edit: string | null
}

/** The same with who wrote it, and everything that was done to it. */
export interface Known extends Told {
  readonly id: string
  readonly parent: Known | null
  readonly author: Actor
  readonly postedAt: number
  /** Counts what the author did: a decision is undone only where this has not moved. */
  touched: number
  /** Guest ids. */
  readonly recommendedBy: Set<string>
  readonly decisions: {
    readonly id: string
    readonly before: Told
    readonly touched: number
    undone: boolean
  }[]
}

/** What the reference knows of everything that happened. */
export interface Model {
  readonly comments: Known[]
  words: number
  closed: boolean
  /** Of the piece. */
  version: number
}

const ON_STANDING: Readonly<Record<Told['status'], readonly Judgement[]>> = {
  pending: ['approve', 'reject', 'spam'],
  approved: ['reject', 'spam', 'hold', 'keep'],
  rejected: ['approve', 'spam', 'hold'],
  spam: ['approve', 'reject', 'hold'],
  removed: [],
}
const ON_EDIT: readonly Judgement[] = ['approve', 'reject', 'spam']
const AFTER = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  hold: 'pending',
  keep: 'approved',
} as const

export const hides = ({ status }: Told): boolean => ['pending', 'rejected', 'spam'].includes(status)
export const above = (comment: Known): Known[] => {
  const chain: Known[] = []
  for (let at = comment.parent; at; at = at.parent) chain.push(at)
  return chain
}
export const isVisible = (comment: Known): boolean =>
  comment.status === 'approved' && !above(comment).some(hides)
export const isStub = (comment: Known, all: readonly Known[]): boolean =>
  comment.status === 'removed' && all.some((below) => isVisible(below) && above(below).includes(comment))

export const toldOf = ({ status, shown, standing, edit }: Told): Told => ({ status, shown, standing, edit })

/** The judgement in the reference's words. False when it makes no sense now. */
export const judged = (comment: Known, move: Judgement, target: 'edit' | 'standing'): boolean => {
  if (target === 'edit') {
    if (!ON_EDIT.includes(move) || comment.edit === null) return false
    if (move === 'approve') {
      comment.standing = comment.edit
      comment.shown = comment.edit
      comment.status = 'approved'
    }
    comment.edit = null
    return true
  }
  if (!ON_STANDING[comment.status].includes(move)) return false
  comment.status = AFTER[move]
  if (move === 'approve') comment.shown = comment.standing
  return true
}
