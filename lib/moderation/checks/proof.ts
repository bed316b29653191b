import type { Instant } from '../../kernel/clock'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

/** What the desk orders by: the answer came, and was right. */
export const PROVEN = 'proven'

const tried = async (answer: string, at: Instant, { proofOfWork, limits }: CheckPorts): Promise<Finding> => {
  const task = await proofOfWork.solved(answer, at)
  // Somebody who is asked to read their comment once more sends the same answer again.
  const isOurs = task !== null && (await limits.take('proof.use', task)).ok
  if (isOurs) return { ...PASS, evidence: { facts: { [PROVEN]: 1 } } }
  return {
    level: 'hold',
    reason:
      task === null
        ? 'It came with a proof of work that is wrong or too old.'
        : 'It came with a proof of work that had been used already.',
    evidence: { facts: { proof: task === null ? 'wrong' : 'used' } },
  }
}

/**
 * While many post at once, browsers with scripts are asked to compute for a second (ALTCHA, on this server). Nobody has
 * to: no answer says nothing. A right one lets the comment be read sooner (queue-order.ts); one that was made up, or
 * is sent again and again, is what a machine does, and a person looks.
 */
export const proof: Check = {
  name: 'proof',
  ofArrival: true,
  run: ({ proof: answer = '', at }, _settings, ports) => (answer === '' ? PASS : tried(answer, at, ports)),
}
