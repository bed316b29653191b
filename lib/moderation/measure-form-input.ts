import { z } from 'zod'
import { MEASURE_TARGETS } from './measure-targets'
import { takeMeasureInput } from './take-measure'

const ticked = z
  .literal('1')
  .optional()
  .transform((box) => box === '1')

const { person, kind, reason, note } = takeMeasureInput.shape

/**
 * The form of a measure, as a browser sends it: boxes are there or not, and "for good" is an empty choice. What the kind
 * has no use for was out of sight when it was sent (components/people/measure-form.tsx), and counts for nothing.
 */
export const measureFormInput = z
  .strictObject({
    ...{ person, kind, reason, note },
    days: z.string().trim().max(20),
    aimPerson: ticked,
    aimMail: ticked,
    aimDomain: ticked,
    aimAddress: ticked,
    rejectWaiting: ticked,
  })
  .transform(({ days, aimPerson, aimMail, aimDomain, aimAddress, ...typed }) => {
    const aims = { person: aimPerson, mail: aimMail, domain: aimDomain, address: aimAddress }
    const [isBan, ends] = [typed.kind === 'ban', typed.kind !== 'warn']
    return {
      ...typed,
      reason: typed.kind === 'mute' ? '' : typed.reason,
      days: ends && days !== '' ? Number(days) : null,
      targets: isBan ? MEASURE_TARGETS.filter((target) => aims[target]) : [],
      rejectWaiting: isBan && typed.rejectWaiting,
    }
  })
  .pipe(takeMeasureInput)
