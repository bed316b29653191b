import { describe, expect, it } from 'vitest'
import { argon2Hasher } from '../../../lib/adapters/argon2-hasher'

describe('argon2 hasher', () => {
  it('hashes as RFC 9106 says and verifies', async () => {
    const hasher = argon2Hasher()
    const hash = await hasher.hash('correct horse')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(await hasher.verify(hash, 'correct horse')).toBe(true)
    expect(await hasher.verify(hash, 'Correct horse')).toBe(false)
  })

  it('says no to an account without a password, after the same work', async () => {
    const hasher = argon2Hasher()
    expect(await hasher.verify(null, '')).toBe(false)
    const hash = await hasher.hash('x')
    const time = async (stored: string | null): Promise<number> => {
      const from = performance.now()
      await hasher.verify(stored, 'guess')
      return performance.now() - from
    }
    const [known, unknown] = [await time(hash), await time(null)]
    // The same order of magnitude: a shortcut would be a thousand times quicker.
    expect(unknown).toBeGreaterThan(known / 10)
  })

  it('lets many wait and finishes them all', async () => {
    const hasher = argon2Hasher()
    const hash = await hasher.hash('x')
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => hasher.verify(hash, i % 2 ? 'x' : 'y')),
    )
    expect(answers).toEqual([false, true, false, true, false, true])
  })
})
