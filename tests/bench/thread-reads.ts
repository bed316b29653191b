import { THREAD_SORTS, type ThreadQuestion } from '../../lib/comments/comment-view'
import { locateComment } from '../../lib/comments/locate-comment'
import { readThread } from '../../lib/comments/read-thread'
import type { BigThread } from './big-thread'
import { Chance } from '../support/chance'
import { quantile } from './quantile'

/** One kind of page: what its address asks for, somewhere else each time. */
export interface ThreadRead {
  readonly name: string
  /** The line that a deeper page is to cost no more than twice of. */
  readonly like: string | null
  readonly ask: (chance: Chance) => ThreadQuestion | { readonly commentId: string }
}

/** Every way into the big thread. Over HTTP the same: `?sort=&after=&branch=`, and `/comments/<id>`. */
export const threadReads = ({ hugeRoot, chain, visible, places }: BigThread): readonly ThreadRead[] => {
  const lane = chain[2] ?? ''
  return [
    ...THREAD_SORTS.flatMap((sort) => [
      { name: `first page, ${sort}`, like: null, ask: () => ({ sort }) },
      {
        name: `page k, ${sort}`,
        like: `first page, ${sort}`,
        ask: (chance: Chance) => ({ sort, after: chance.pick(places[sort]) }),
      },
    ]),
    { name: 'replies, first', like: null, ask: () => ({ branch: hugeRoot }) },
    {
      name: 'replies, page k',
      like: 'replies, first',
      ask: (chance) => ({ branch: hugeRoot, after: chance.pick(places.replies) }),
    },
    { name: 'lane, first', like: null, ask: () => ({ branch: lane }) },
    {
      name: 'lane, page k',
      like: 'lane, first',
      ask: (chance) => ({ branch: lane, after: chance.pick(places.lane) }),
    },
    { name: 'branch in the chain', like: 'lane, first', ask: (chance) => ({ branch: chance.pick(chain) }) },
    { name: 'locate any', like: null, ask: (chance) => ({ commentId: chance.pick(visible) }) },
    {
      name: 'locate in the chain',
      like: 'locate any',
      ask: (chance) => ({ commentId: chance.pick(chain) }),
    },
  ]
}

const SAMPLES = 400
const WARM_UP = 40

export interface ReadTimes {
  readonly name: string
  readonly p50: number
  readonly p95: number
  /** p50 as a multiple of the line it is to be like. */
  readonly ratio: number | null
}

type Deps = Parameters<typeof readThread>[0]

/** Milliseconds of each kind of page, asked for as the server does, one after the other. */
export const measureThreadReads = async (deps: Deps, thread: BigThread): Promise<readonly ReadTimes[]> => {
  const times = new Map<string, ReadTimes>()
  for (const { name, like, ask } of threadReads(thread)) {
    const chance = new Chance(11)
    const samples: number[] = []
    for (let n = 0; n < WARM_UP + SAMPLES; n += 1) {
      const asked = ask(chance)
      const from = performance.now()
      const found =
        'commentId' in asked
          ? await locateComment(deps, asked)
          : await readThread(deps, { articleId: thread.articleId, ...asked })
      if (n >= WARM_UP) samples.push(performance.now() - from)
      if (!found) throw new Error(`${name}: nothing at ${JSON.stringify(asked)}`)
    }
    const [p50, p95] = [quantile(samples, 0.5), quantile(samples, 0.95)]
    const other = like === null ? undefined : times.get(like)
    times.set(name, { name, p50, p95, ratio: other ? p50 / other.p50 : null })
  }
  return [...times.values()]
}
