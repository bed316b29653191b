import type { Kind } from './addresses'

/** A way to ask for an address: to ask Next for the same data in another form, as much as anything. */
export interface Way {
  readonly method: 'GET' | 'HEAD'
  readonly headers: Readonly<Record<string, string>>
}

const tree = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}] }, null, 'refetch']))

const WAYS: readonly Way[] = [
  { method: 'GET', headers: {} },
  { method: 'HEAD', headers: {} },
  { method: 'GET', headers: { RSC: '1' } },
  { method: 'GET', headers: { RSC: '1', 'next-router-prefetch': '1', 'next-router-state-tree': tree } },
  { method: 'GET', headers: { RSC: '1', 'next-router-segment-prefetch': '/_tree', purpose: 'prefetch' } },
  { method: 'GET', headers: { 'x-nextjs-data': '1', 'x-middleware-prefetch': '1' } },
  { method: 'GET', headers: { accept: 'application/json', 'sec-purpose': 'prefetch' } },
]

export interface Question<Who> extends Way {
  readonly who: Who
  readonly path: string
}

/** Times each address is asked at least: by all three people, in one way. */
const AT_LEAST = 3

/**
 * Each kind of address is asked in every way by everybody, in turn: an address alone is asked them all, one of many by
 * everybody in one way, and the next one in the next.
 */
export const inTurn = <Who>(people: readonly Who[], kinds: readonly Kind[]): Question<Who>[] => {
  const all = WAYS.flatMap((way) => people.map((who) => ({ who, ...way })))
  return kinds.flatMap((paths) => {
    const each = Math.min(all.length, Math.max(AT_LEAST, Math.ceil(all.length / paths.length)))
    return paths.flatMap((path, i) =>
      Array.from({ length: each }, (_, k) => all[(i * each + k) % all.length]).flatMap((way) =>
        way ? [{ path, ...way }] : [],
      ),
    )
  })
}
