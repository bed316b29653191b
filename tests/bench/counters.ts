import { type Storm, counterStorm } from '../support/counter-storm'
import { testPlace } from '../support/database'

export interface CounterOptions {
  readonly operations?: number
  readonly clients?: number
  readonly kills?: number
  readonly provider?: 'sqlite' | 'postgresql'
}

/** A storm over a database of its own, which is gone afterwards. `wrong` is empty when every number is right. */
export const measureCounters = async ({
  operations = 100_000,
  clients = 8,
  kills = 40,
  provider = 'sqlite',
}: CounterOptions = {}): Promise<Storm> => {
  const { url, remove } = await testPlace(provider)
  try {
    return await counterStorm({ url, operations, clients, kills })
  } finally {
    await remove()
  }
}

/** The figures in a few lines. */
export const sayCounters = ({ tally, kills, seconds, wrong, ...facts }: Storm): string => {
  const { comments, visible, stubs, hidden, recommends } = facts
  const answered = [...tally.values()].reduce((sum, n) => sum + n, 0)
  const kinds = [...tally].sort(([, a], [, b]) => b - a).map(([name, n]) => `${name} ${n}`)
  return [
    `${answered} operations (${kinds.join(', ')}) in ${Math.round(seconds)} s with ${kills} kills:`,
    `${comments} comments, ${visible} visible, ${stubs} stubs, ${hidden} below something hidden, ${recommends} recommends;`,
    wrong.length === 0 ? 'every number is what COUNT(*) gives.' : `WRONG: ${JSON.stringify(wrong)}`,
  ].join('\n')
}
