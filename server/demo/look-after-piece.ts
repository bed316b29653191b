import type { Stet } from '../../lib/compose'
import type { SignedIn } from '../../lib/kernel/actor'
import { DAY, type Instant } from '../../lib/kernel/clock'
import { wallTimeAt } from '../../lib/kernel/wall-time'
import type { Piece } from '../../tests/support/builders/a-piece'
import { must } from '../../tests/support/builders/must'
import type { Staff } from './cast'
import type { Appearance, DemoNote } from './content/demo-piece'

/** A piece that is written, and the editor who looks after it. */
export interface Care {
  readonly stet: Stet
  readonly editor: SignedIn
  readonly piece: Pick<Piece, 'articleId' | 'version'>
}

/** Chosen by the clocks of that place, counted from `now`. */
export const schedulePiece = async (
  { stet, editor, piece }: Care,
  { inDays, time, zone }: Appearance,
  now: Instant,
): Promise<void> => {
  const { articleId, version } = piece
  const { date } = wallTimeAt(now + inDays * DAY, zone)
  await must('schedule', stet.articles.schedule(editor, { articleId, version, date, time, zone }))
}

/** Handed in by its writer; somebody says what is still to be asked. */
export const handIn = async (
  { stet, piece }: Care,
  {
    writer,
    note,
    staff,
  }: { readonly writer: SignedIn; readonly note?: DemoNote | undefined; readonly staff: Staff },
): Promise<void> => {
  const { articleId, version } = piece
  await must('hand in', stet.articles.changeStatus(writer, { articleId, version, move: 'submit' }))
  if (!note) return
  const { by, quote, body } = note
  await must('say so', stet.articles.addNote(staff[by], { articleId, quote, body }))
}

/** What an editor chooses in a piece's details; everything else there stays as it is. */
export const arrange = async (
  {
    stet,
    editor,
    piece: { articleId },
  }: Pick<Care, 'stet' | 'editor'> & { readonly piece: Pick<Piece, 'articleId'> },
  chosen: { readonly featured?: true | undefined; readonly commentMode?: 'first' | undefined },
): Promise<void> => {
  const found = await must('open the details', stet.articles.details(editor, { articleId }))
  const { version, zone, bylines, assignedTo, closesAt, unpublishAt, pinnedUntil } = found
  const input = {
    ...{ articleId, version, zone, bylines: [...bylines], assignedTo, closesAt, unpublishAt, pinnedUntil },
    commentMode: chosen.commentMode ?? '',
    featured: (chosen.featured ?? found.isFeatured) ? '1' : '',
  } as const
  await must('change the details', stet.articles.changeDetails(editor, input))
}
