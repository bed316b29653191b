'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/http/define-action'
import { liftMeasureInput } from '@/lib/moderation/lift-measure'
import { MEASURE_TARGETS } from '@/lib/moderation/measure-targets'
import { takeMeasureInput } from '@/lib/moderation/take-measure'
import { writeNoteInput } from '@/lib/moderation/write-note'

const ticked = z
  .literal('1')
  .optional()
  .transform((box) => box === '1')

const { person, kind, reason, note } = takeMeasureInput.shape

/** The form of a measure, as a browser sends it: boxes are there or not, and "for good" is an empty choice. */
const measureForm = z
  .strictObject({
    ...{ person, kind, reason, note },
    days: z.string().trim().max(20),
    aimPerson: ticked,
    aimMail: ticked,
    aimDomain: ticked,
    aimAddress: ticked,
    rejectWaiting: ticked,
  })
  .transform(({ days, aimPerson, aimMail, aimDomain, aimAddress, ...rest }) => {
    const aims = { person: aimPerson, mail: aimMail, domain: aimDomain, address: aimAddress }
    return {
      ...rest,
      days: days === '' ? null : Number(days),
      targets: MEASURE_TARGETS.filter((target) => aims[target]),
    }
  })
  .pipe(takeMeasureInput)

export const takeMeasureAction = defineAction({
  input: measureForm,
  run: ({ stet, actor, input }) => stet.people.take(actor, input),
  goTo: ({ path, rejected }) => `${path}?done=${rejected > 0 ? `taken-${rejected}` : 'taken'}`,
})

export const liftMeasureAction = defineAction({
  input: liftMeasureInput,
  run: ({ stet, actor, input }) => stet.people.lift(actor, input),
  goTo: ({ path, restored, left }) =>
    `${path}?done=${restored + left > 0 ? `lifted-${restored}-${left}` : 'lifted'}`,
})

export const writeNoteAction = defineAction({
  input: writeNoteInput,
  run: ({ stet, actor, input }) => stet.people.note(actor, input),
  goTo: ({ path }) => `${path}?done=noted`,
})
