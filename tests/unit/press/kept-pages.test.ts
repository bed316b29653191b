import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeptPages } from '../../../lib/press/kept-pages'
import { CONVERSATION, PIECES, SITE, type Tag, threadTag } from '../../../lib/press/tags'

const KB = 1_000

const entry = (key: string, { size = 10 * KB, tags = [] as readonly Tag[] } = {}) => ({
  ...{ key, value: { size }, tags: tags },
  ...{ madeAt: 0, freshUntil: 1_000, deadAt: Number.POSITIVE_INFINITY },
})

const use = (kept: KeptPages<{ size: number }>, key: string): void => {
  const found = kept.get(key)
  if (found) kept.touch(found, 0)
}

describe('pages within a budget', () => {
  it('never exceeds it', () => {
    const kept = new KeptPages(200 * KB)
    for (let i = 0; i < 100; i += 1) {
      kept.set(entry(`/${i}`))
      expect(kept.bytes).toBeLessThanOrEqual(200 * KB)
    }
    expect(kept.size).toBeGreaterThan(10)
    expect(kept.get('/99')).toBeDefined()
    expect(kept.get('/0')).toBeUndefined()
  })

  it('counts what it keeps, whatever was done', () => {
    const keys = fc.constantFrom('/a', '/b', '/c', '/d', '/e', '/f')
    const tags = fc.subarray<Tag>([PIECES, CONVERSATION, threadTag('1')])
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key: keys, size: fc.nat(20 * KB), tags }),
      fc.record({ kind: fc.constant('use' as const), key: keys }),
      fc.record({ kind: fc.constant('grow' as const), key: keys, by: fc.nat(5 * KB) }),
      fc.record({ kind: fc.constant('delete' as const), key: keys }),
      fc.record({
        kind: fc.constant('stale' as const),
        tag: fc.constantFrom<Tag>(PIECES, threadTag('1'), SITE),
      }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const kept = new KeptPages<{ size: number }>(60 * KB)
        for (const s of steps) {
          if (s.kind === 'set') kept.set(entry(s.key, s))
          if (s.kind === 'use') use(kept, s.key)
          if (s.kind === 'grow') {
            const found = kept.get(s.key)
            if (found) found.value.size += s.by
            kept.weigh(s.key)
          }
          if (s.kind === 'delete') kept.delete(s.key)
          if (s.kind === 'stale') {
            kept.deleteTagged(s.tag)
            expect([...kept.values()].filter(({ tags }) => tags.includes(s.tag) || s.tag === SITE)).toEqual(
              [],
            )
          }
          const all = [...kept.values()]
          expect(kept.size).toBe(all.length)
          expect(kept.bytes).toBe(all.reduce((sum, { weight }) => sum + weight, 0))
          expect(kept.bytes).toBeLessThanOrEqual(60 * KB)
        }
      }),
    )
  })

  it('lets go what was used longest ago', () => {
    const kept = new KeptPages(130 * KB)
    for (const key of ['/a', '/b', '/c', '/d']) {
      kept.set(entry(key))
      use(kept, key)
    }
    use(kept, '/a')
    for (let i = 0; i < 7; i += 1) {
      kept.set(entry(`/more/${i}`))
      use(kept, `/more/${i}`)
    }
    expect(kept.get('/b')).toBeUndefined()
    expect(kept.get('/a')).toBeDefined()
  })

  it('keeps what is asked for again from a flood of what is asked for once', () => {
    const kept = new KeptPages(200 * KB)
    kept.set(entry('/'))
    use(kept, '/')
    for (let i = 0; i < 10_000; i += 1) kept.set(entry(`/articles/a?after=${i}`))
    expect(kept.get('/')).toBeDefined()
  })

  it('takes nothing that would push out much of the rest', () => {
    const kept = new KeptPages(130 * KB)
    kept.set(entry('/small'))
    kept.set(entry('/large', { size: 50 * KB }))
    expect(kept.get('/large')).toBeUndefined()
    expect(kept.get('/small')).toBeDefined()
  })

  it('replaces', () => {
    const kept = new KeptPages<{ size: number }>(130 * KB)
    kept.set(entry('/a', { tags: [PIECES] }))
    kept.set(entry('/a', { size: 5 * KB }))
    expect(kept.size).toBe(1)
    kept.deleteTagged(PIECES)
    expect(kept.get('/a')?.value.size).toBe(5 * KB)
  })
})
