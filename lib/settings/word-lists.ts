import { z } from 'zod'
import type { AuditEntry } from '../kernel/audit'
import type { QueuedEffect } from '../kernel/effect'
import { text } from './bounded'

/** What a listed word makes of a comment: `banned` spam, `suspect` a text for a person to look at. */
export const LIST_KINDS = ['banned', 'suspect'] as const
export type ListKind = (typeof LIST_KINDS)[number]

export const MOST_WORDS = 60_000
/** In code points. */
export const LONGEST_WORD = 100

const wordList = z.strictObject({
  kind: z.enum(LIST_KINDS),
  /** First part of a language tag (`en`): for pieces in that language. '' for every language. */
  language: z.string().regex(/^(?:[a-z]{2,3})?$/),
  words: z.array(text({ min: 1, max: LONGEST_WORD })).max(MOST_WORDS),
})
export type WordList = z.infer<typeof wordList>

/** All lists: one stored row (`words`), compare-and-set by version. At most one list per kind and language. */
export const wordLists = z.array(wordList).max(200)

/** All lists as they are to be, stored in one transaction. */
export interface WordListsChange {
  readonly lists: readonly WordList[]
  readonly expectVersion: number
  readonly audit: AuditEntry
  readonly effects: readonly QueuedEffect[]
}

/** Port: the lists of words that hold a comment, all of one version. */
export interface WordListStore {
  /**
   * The lists as they are, empty ones left out. `lists` is the same object as long as nothing changed, so that what is
   * made of them can be kept beside it.
   */
  read(): Promise<{ readonly lists: readonly WordList[]; readonly version: number }>
  /** False when the version has moved on: nothing was written. */
  write(change: WordListsChange): Promise<boolean>
}
