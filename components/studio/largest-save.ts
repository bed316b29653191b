import type { DomainError } from '@/lib/kernel/domain-error'
import type { PieceValues } from './piece-values'

/** Bytes the server takes at once, less the names of the fields (server/routes/route-table.ts). */
const LARGEST = 2 * 1024 * 1024 - 16 * 1024

export const TOO_LARGE: DomainError = {
  code: 'too-large',
  message: 'This is more than can be saved at once, so nothing was saved.',
  fields: { text: 'Please shorten the text, or split it into several pieces.' },
}

/** Whether the server would take it at once: said here, a text that is too long stays on its page. */
export const isTooLarge = (values: PieceValues): boolean => new Blob(Object.values(values)).size > LARGEST
