import type { ArticleStatus } from '@/lib/articles/article-status'
import type { Change } from './editor-actions'

/** The state of a piece as people read it. */
export const STATE_WORDS: Readonly<Record<ArticleStatus, string>> = {
  draft: 'Draft',
  review: 'In review',
  scheduled: 'Scheduled',
  published: 'Published',
  unpublished: 'Unpublished',
  trashed: 'In the trash',
}

export const STATE_TONES = {
  draft: 'plain',
  review: 'blue',
  scheduled: 'amber',
  published: 'green',
  unpublished: 'plain',
  trashed: 'red',
} as const satisfies Record<ArticleStatus, string>

const DONE: Readonly<Record<Change, string>> = {
  save: 'Saved',
  keep: 'Saved',
  submit: 'Handed to the editors',
  return: 'Back with its writer',
  unschedule: 'Taken off the schedule',
  settle: 'Settled',
  publish: 'Published',
  unpublish: 'Taken off the page',
  trash: 'Moved to trash',
  restore: 'Restored as a draft',
}

const PUT_BACK = 'put-back'

const asChange = (word: string | null): Change | null =>
  word !== null && Object.hasOwn(DONE, word) ? (word as Change) : null

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const

/** "Saved 12:03", in the time of whoever reads it. */
export const doneHere = (did: Change, at: string): string =>
  `${DONE[did]} ${new Date(at).toLocaleTimeString('en-GB', CLOCK)}`

/** "Saved 12:03 UTC", after a page load: the server knows no other time. Null for anything the editor does not do. */
export const doneBefore = (word: string | null, at: string): string | null => {
  const did = asChange(word)
  const time = new Date(at).toLocaleTimeString('en-GB', { ...CLOCK, timeZone: 'UTC' })
  const said = word === PUT_BACK ? 'Put back' : did && DONE[did]
  return said === null ? null : `${said} ${time} UTC`
}

const NUMBERS = new Intl.NumberFormat('en')

/** "1 word", "1,204 words" */
export const wordsText = (count: number): string =>
  `${NUMBERS.format(count)} ${count === 1 ? 'word' : 'words'}`
