import { expect, it } from 'vitest'
import { measureFormInput } from '../../../lib/moderation/measure-form-input'

const BANNED = {
  ...{ person: 'guest:a', kind: 'ban', reason: 'Enough.', note: 'Again.', days: '7' },
  ...{ aimPerson: '1', aimMail: '1', rejectWaiting: '1' },
}
const NONE = { targets: [], rejectWaiting: false }

it.each([
  ['ban', { days: 7, reason: 'Enough.', targets: ['person', 'mail'], rejectWaiting: true }],
  ['suspend', { days: 7, reason: 'Enough.', ...NONE }],
  ['mute', { days: 7, reason: '', ...NONE }],
  ['warn', { days: null, reason: 'Enough.', ...NONE }],
])('what was typed for another kind before counts for nothing: %s', (kind, taken) => {
  expect(measureFormInput.parse({ ...BANNED, kind })).toEqual({
    ...{ person: 'guest:a', note: 'Again.', kind },
    ...taken,
  })
})

it('days that nobody sees are not read, those that somebody sees are', () => {
  for (const days of ['0', '1.5', 'soon']) {
    expect(measureFormInput.parse({ ...BANNED, kind: 'warn', days }).days).toBeNull()
    for (const kind of ['suspend', 'ban', 'mute']) {
      const refused = measureFormInput.safeParse({ ...BANNED, kind, days })
      expect(refused.error?.issues.map(({ path }) => path)).toEqual([['days']])
    }
  }
  expect(measureFormInput.parse({ ...BANNED, days: '' }).days).toBeNull()
})
