import { expect, it, test } from 'vitest'
import { readGuidelines } from '../../../lib/moderation/read-guidelines'
import { HOUSE_REASONS } from '../../../lib/settings/house-reasons'
import { memoryPorts } from '../../support/memory/memory-ports'
import { choose } from '../../support/conversation'

const guidelines = async (choices: Parameters<typeof choose>[1]) => {
  const ports = memoryPorts()
  await choose(ports, choices)
  return readGuidelines(ports)
}

test.each([
  [{ commentMode: 'all' }, 'Every comment waits'],
  [{ commentMode: 'first', trustAfter: 3 }, 'After 3 that were approved'],
  [{ commentMode: 'open' }, 'Comments appear at once'],
  [{ commentMode: 'closed' }, 'No comments are taken'],
  [{ editMinutes: 0 }, 'but not changed'],
  [{ editMinutes: 1 }, 'for 1 minute.'],
  [{ maxLinks: 0 }, 'A comment with a link waits'],
  [{ maxLinks: 2 }, 'more than 2 links'],
] as const)('%j is told as %j', async (choices, words) => {
  expect((await guidelines(choices)).handling.join(' ')).toContain(words)
})

it('names every reason of the house, with what it means', async () => {
  const { own, reasons } = await guidelines({})
  expect(own).toBeNull()
  expect(reasons).toEqual(HOUSE_REASONS)
  for (const { meaning } of reasons) expect(meaning).toMatch(/\.$/)
  const list = [{ name: 'Spoiler', meaning: 'It gives the end away.' }]
  expect((await guidelines({ reasons: list })).reasons).toEqual(list)
})

it('renders what the owner wrote, and lets nothing else through', async () => {
  const { own } = await guidelines({ guidelines: '**Be kind.** <script>alert(1)</script>' })
  expect(own?.html).toContain('<strong>Be kind.</strong>')
  expect(own?.html).not.toContain('<script')
  expect((await guidelines({ guidelines: 'كن لطيفا' })).own?.direction).toBe('rtl')
})
