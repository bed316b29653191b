import { type Sql, join as joinAnew, sqltag } from '@prisma/client/runtime/client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { empty, join, sql } from '../../../lib/db/sql'

/** The same question, with the texts kept and put together anew. */
interface Both {
  readonly kept: Sql
  readonly anew: Sql
}

const both = fc.letrec<{ question: Both }>((tie) => {
  const inner = tie('question')
  const number = fc.integer()
  return {
    question: fc.oneof(
      { maxDepth: 4 },
      number.map((n) => ({ kept: sql`a = ${n}`, anew: sqltag`a = ${n}` })),
      fc.constant({ kept: sql`1 = 1`, anew: sqltag`1 = 1` }),
      fc.constant({ kept: empty, anew: empty }),
      fc.tuple(inner, number).map(([q, n]) => ({
        kept: sql`(${q.kept}) OR b > ${n}`,
        anew: sqltag`(${q.anew}) OR b > ${n}`,
      })),
      // A value and a question take turns in one place.
      fc.tuple(inner, number, fc.boolean()).map(([q, n, isValue]) => ({
        kept: sql`NOT ${isValue ? n : q.kept} AND ${isValue ? q.kept : n}`,
        anew: sqltag`NOT ${isValue ? n : q.anew} AND ${isValue ? q.anew : n}`,
      })),
      fc
        .tuple(fc.array(inner, { minLength: 1, maxLength: 80 }), fc.constantFrom(',', ' AND '))
        .map(([all, separator]) => ({
          kept: join(
            all.map(({ kept }) => kept),
            separator,
          ),
          anew: joinAnew(
            all.map(({ anew }) => anew),
            separator,
          ),
        })),
    ),
  }
}).question

describe('SQL', () => {
  it('is spelled as if it were put together anew, whatever was asked before', () => {
    fc.assert(
      fc.property(both, ({ kept, anew }) => {
        const spelled = ({ sql, text, values }: Sql) => ({ sql, text, values })
        expect(spelled(kept)).toEqual(spelled(anew))
        expect(spelled(kept)).toEqual(spelled(anew))
      }),
    )
  })

  it('is one and the same text for all that are written in one place', () => {
    const by = (ids: readonly string[]): Sql => sql`SELECT * FROM "comment" WHERE "id" IN (${join(ids)})`
    expect(by(['a', 'b']).sql).toBe('SELECT * FROM "comment" WHERE "id" IN (?,?)')
    expect(by(['c', 'd']).text).toBe('SELECT * FROM "comment" WHERE "id" IN ($1,$2)')
    expect(by(['c']).sql).toBe('SELECT * FROM "comment" WHERE "id" IN (?)')
  })

  it('holds no list of nothing', () => {
    expect(() => join([])).toThrow('cannot be empty')
  })

  it('writes out how long a list may be, since SQLite plans anew for each bound length', () => {
    const first = (length: unknown, id: string): Sql =>
      sql`SELECT 1 FROM (${sql`SELECT 2 WHERE "id" = ${id} LIMIT ${length as number}`}) LIMIT ${2} OFFSET ${7}`
    expect(first(40, 'a').sql).toBe('SELECT 1 FROM (SELECT 2 WHERE "id" = ? LIMIT 40) LIMIT 2 OFFSET ?')
    expect(first(40, 'b').text).toBe('SELECT 1 FROM (SELECT 2 WHERE "id" = $1 LIMIT 40) LIMIT 2 OFFSET $2')
    expect(first(40, 'a').values).toEqual(['a', 7])
    expect(first(41, 'a').sql).toContain('LIMIT 41)')
    for (const strange of ['1; DROP TABLE "comment"', 1.5, NaN, Infinity, 1e21, null]) {
      const { sql: text, values } = first(strange, 'a')
      expect(text).toContain('LIMIT ?)')
      expect(values).toEqual(['a', strange, 7])
    }
  })

  it('binds lengths beyond some hundreds, so that statements do not pile up', () => {
    const lengths = Array.from({ length: 1_000 }, (_, length) => sql`LIMIT ${length}`)
    const texts = new Set(lengths.map(({ sql: text }) => text))
    expect(texts.size).toBeLessThan(300)
    expect(texts).toContain('LIMIT ?')
    for (const [length, { sql: text, values }] of lengths.entries())
      expect([text, values]).toEqual(values.length === 0 ? [`LIMIT ${length}`, []] : ['LIMIT ?', [length]])
  })
})
