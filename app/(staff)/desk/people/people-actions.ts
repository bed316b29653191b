'use server'

import { defineAction } from '@/lib/http/define-action'
import { liftMeasureInput } from '@/lib/moderation/lift-measure'
import { measureFormInput } from '@/lib/moderation/measure-form-input'
import { writeNoteInput } from '@/lib/moderation/write-note'

export const takeMeasureAction = defineAction({
  input: measureFormInput,
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
