import { canonicalText, codePoints } from '../kernel/canonical-text'
import type { Instant } from '../kernel/clock'
import type { PieceNote } from './article'

const AT_MOST = 20
/** Code points. */
const LONGEST = 500

const NOTE = /^(?:(?<on>\d{4}-\d{2}-\d{2})\s+)?(?:(?<kind>correction|update)\s*:\s*)?(?<text>.*)$/isu

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10)

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dayOf(at) === text
}

const KIND = { correction: 'Correction', update: 'Update' } as const

/** As the studio's form holds them: one a line, "2025-02-12 Correction: The bridge is 40 m long." */
export const printNotes = (notes: readonly PieceNote[]): string =>
  notes.map(({ on, kind, text }) => `${on} ${KIND[kind]}: ${text}`).join('\n')

/**
 * Notes as they are typed, one a line. A line without a day is of today, and one that does not begin with "Correction:"
 * is an update.
 */
export const readNotes = (
  typed: string,
  now: Instant,
): { readonly notes: readonly PieceNote[]; readonly problem: string | null } => {
  const lines = typed
    .split(/\r\n?|\n/)
    .map((line) => canonicalText(line, { singleLine: true }))
    .filter((line) => line !== '')
  const notes = lines.map((line): PieceNote => {
    const { on, kind, text = '' } = NOTE.exec(line)?.groups ?? {}
    return {
      on: on ?? dayOf(now),
      kind: kind?.toLowerCase() === 'correction' ? 'correction' : 'update',
      text,
    }
  })
  const undated = notes.find(({ on }) => !isDay(on))
  const wordless = notes.some(({ text }) => text === '')
  const long = notes.some(({ text }) => codePoints(text) > LONGEST)
  const problem =
    (undated && `${undated.on} is no day. Write it like ${dayOf(now)}, or leave it out for today.`) ??
    (wordless ? 'One of these notes says nothing. Write what was changed behind it.' : null) ??
    (long ? `Please shorten each note to ${LONGEST} characters.` : null) ??
    (notes.length > AT_MOST ? `These are ${notes.length} notes. Please keep at most ${AT_MOST}.` : null)
  return { notes, problem: problem ?? null }
}
