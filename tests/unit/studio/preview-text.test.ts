import { describe, expect, it } from 'vitest'
import { previewText, previewTextInput } from '../../../lib/articles/preview-text'
import { ANONYMOUS, ROLES, type SignedIn } from '../../../lib/kernel/actor'
import { memoryPorts } from '../../support/memory/memory-ports'
import { refusal, value } from '../../support/people'

const ports = memoryPorts()

const as = (role: SignedIn['role']): SignedIn => ({
  ...{ kind: 'user', userId: 'u', name: 'N', sessionId: 's' },
  role,
})
const preview = async (text: string, language?: string) =>
  value(await previewText(ports, as('writer'), { text, language }))

describe('a preview', () => {
  it('is what readers would see', async () => {
    expect(await preview('## Knots\n\nA *bend*.', 'en')).toEqual({
      html: '<h2 id="h-knots">Knots</h2><p>A <em>bend</em>.</p>',
      direction: 'ltr',
      wordCount: 3,
    })
  })

  it('shows HTML as the characters that were typed', async () => {
    const { html } = await preview('<img src=x onerror="alert(1)"> and [x](javascript:alert(1))')
    expect(html).not.toMatch(/<img|<a|javascript:"/)
    expect(html).toContain('&lt;img src=x')
  })

  it('runs from right to left where the language or the words do', async () => {
    expect(await preview('كان من المفترض', 'en')).toMatchObject({ direction: 'rtl' })
    expect(await preview('12', 'he')).toMatchObject({ direction: 'rtl' })
  })

  it('takes a language half typed for English, and refuses a text that cannot be saved', async () => {
    expect(await preview('Two words', 'd-')).toMatchObject({ wordCount: 2 })
    const long = await previewText(ports, as('owner'), { text: 'x'.repeat(200_001) })
    expect(refusal(long)).toMatchObject({ code: 'invalid', fields: { text: expect.any(String) } })
  })

  it.each(ROLES)('opens to %s as the studio does', async (role) => {
    const opens = ['owner', 'editor', 'writer'].includes(role)
    expect((await previewText(ports, as(role), { text: 'x' })).ok).toBe(opens)
  })

  it('opens to nobody unknown, and takes text alone', async () => {
    expect(refusal(await previewText(ports, ANONYMOUS, { text: 'x' })).code).toBe('unauthenticated')
    expect(previewTextInput.safeParse({ text: 'x', html: 'y' }).success).toBe(false)
    expect(previewTextInput.safeParse({ text: { not: 'x' } }).success).toBe(false)
  })
})
