import { z } from 'zod'
import type { DeskFacts, QueueShift } from '../comments/desk-facts'
import { textOrNull } from './cells'
import { type Row, type Sql, join } from './sql'

/** Names between commas, so that one of them is found with `LIKE`. */
const printHeldBy = (checks: readonly string[]): string | null =>
  checks.length === 0 ? null : `,${checks.join(',')},`

/** Values of the columns "script", "links", "heldBy", "queueWhy", "floodId". */
export const deskCells = (desk: DeskFacts | undefined): Sql =>
  join([
    desk?.script ?? null,
    desk?.links ?? null,
    printHeldBy(desk?.heldBy ?? []),
    desk && desk.queueWhy.length > 0 ? JSON.stringify(desk.queueWhy) : null,
    desk?.floodId ?? null,
  ])

const shifts = z.array(z.strictObject({ by: z.number(), why: z.string() }))

/** What moved a comment up or down in the queue, kept as JSON in `queueWhy`. */
export const readShifts = (row: Row): readonly QueueShift[] =>
  shifts.parse(JSON.parse(textOrNull(row, 'queueWhy') ?? '[]'))
