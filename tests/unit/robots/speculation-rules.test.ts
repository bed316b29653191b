import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SPECULATION_RULES } from '../../../components/robots/speculation-rules'

const TYPE = 'data:application/speculationrules+json,'

const rules = z.strictObject({
  prefetch: z.tuple([
    z.strictObject({
      where: z.strictObject({ href_matches: z.array(z.string()), relative_to: z.literal('document') }),
      eagerness: z.literal('moderate'),
    }),
  ]),
})

describe('the rules by which browsers fetch ahead', () => {
  it('are one string of a structured header with the rules in it', () => {
    expect(SPECULATION_RULES).toMatch(/^"[\x20-\x21\x23-\x5b\x5d-\x7e]+"$/)
    expect(SPECULATION_RULES.slice(1)).toContain(TYPE)
  })

  it('name only places that are the same for everybody, as the page has them', () => {
    const { pathname, protocol } = new URL(SPECULATION_RULES.slice(1, -1))
    const text = decodeURIComponent(pathname.slice(pathname.indexOf(',') + 1))
    const [{ where }] = rules.parse(JSON.parse(text)).prefetch
    expect(protocol).toBe('data:')
    expect(where.href_matches).toContain('/articles/:slug')
    expect(where.href_matches.join(' ')).not.toMatch(
      /search|account|desk|studio|settings|login|mail|respond|report/,
    )
  })
})
