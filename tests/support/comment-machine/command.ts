import type fc from 'fast-check'
import { checkAll } from './compare'
import type { Real } from './real'
import type { Known, Model } from './reference'

export const pick = (comments: readonly Known[], which: number): Known | undefined =>
  comments[which % comments.length]

export type Command = fc.AsyncCommand<Model, Real>
export const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real)
    await checkAll(model, real)
  },
  toString: () => name,
})
