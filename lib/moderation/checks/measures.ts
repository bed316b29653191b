import type { TargetKind } from '../../accounts/measure'
import { type Check, PASS } from './check'

const WITH: Readonly<Partial<Record<TargetKind, string>>> = {
  mail: 'the same mail address as',
  domain: 'mail from the same provider as',
  address: 'a connection of the same address block as',
}

/**
 * Somebody writes with what a banned person wrote with. It may be the same person or a neighbour: a moderator looks,
 * whatever the mode, and the author is told what everybody is told whose comment waits.
 */
export const measures: Check = {
  name: 'measures',
  run: ({ guessed = [] }) => {
    const [first] = guessed
    if (!first) return PASS
    return {
      level: 'hold',
      reason: `Written with ${WITH[first.targetKind] ?? 'the same means as'} somebody who is banned.`,
      evidence: {
        facts: { targets: guessed.map(({ targetKind }) => targetKind).join(' '), act: first.actId },
      },
    }
  },
}
