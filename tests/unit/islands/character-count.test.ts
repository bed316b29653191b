import { afterEach, describe, expect, it } from 'vitest'
import { COMMENT_MAX, characterCount } from '@/components/islands/parts/form/character-count'
import { COMMENT_LIMITS } from '@/lib/comments/comment'
import { find } from './page'

afterEach(() => document.body.replaceChildren())

const counting = () => {
  document.body.innerHTML = '<div><textarea></textarea></div>'
  const area = find<HTMLTextAreaElement>('textarea')
  const count = characterCount(area)
  return (text: string) => {
    area.value = text
    count()
    const [shown, said] = [find('.character-count'), find('[role=status]')]
    return [shown.hidden ? '' : shown.textContent, said.textContent]
  }
}

describe('how much is left to write', () => {
  it('is what the server takes', () => {
    expect(COMMENT_MAX).toBe(COMMENT_LIMITS.body)
  })

  it('shows near the limit, and is said at thresholds only', () => {
    const after = counting()
    expect(after('x'.repeat(8_999))).toEqual(['', ''])
    expect(after('x'.repeat(9_000))).toEqual(['1,000 characters left', '1,000 characters left'])
    expect(after('x'.repeat(9_500))).toEqual(['500 characters left', '1,000 characters left'])
    expect(after('x'.repeat(9_999))).toEqual(['1 character left', '1 character left'])
    expect(after('x'.repeat(10_000))).toEqual(['0 characters left', '1 character left'])
    expect(after('x'.repeat(10_002))).toEqual(['2 characters too many', '2 characters too many'])
    expect(find('.character-count').classList.contains('too-many')).toBe(true)
    expect(after('')).toEqual(['', ''])
  })

  it('counts letters as the server does', () => {
    const after = counting()
    expect(after('🦢'.repeat(8_999))).toEqual(['', ''])
    expect(after(`${'🦢'.repeat(9_001)}   \n`)).toEqual(['999 characters left', '999 characters left'])
  })
})
