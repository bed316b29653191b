import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HOUSE_THEME, themeFields } from '../../../lib/settings/theme'

const theme = z.strictObject(themeFields)
const said = (typed: Record<string, string>): string =>
  theme
    .safeParse(typed)
    .error?.issues.map(({ message }) => message)
    .join(' ') ?? ''

describe('theme', () => {
  it('is the house when nothing is chosen', () => {
    expect(HOUSE_THEME).toMatchObject({ accent: '', headlineFont: 'house', density: 'airy', logo: '' })
  })

  it('takes a colour however it is typed', () => {
    expect(theme.parse({ accent: '  #7A0019 ' }).accent).toBe('#7a0019')
  })

  it.each(['red', '#fff', '7a0019', '#7a0019;}', 'url(x)', '#7a001g', 'javascript:1'])(
    'refuses %s as a colour',
    (accent) => {
      expect(said({ accent })).toContain('#2846a8')
    },
  )

  it('refuses what cannot be read, on each paper, and says how far off it is', () => {
    expect(said({ accent: '#ffcc00' })).toMatch(
      /on white paper. Choose a darker one. \(Contrast 1\.\d; it takes 4.5\.\)/,
    )
    expect(said({ accentDark: '#1a2f7a' })).toMatch(/on dark paper. Choose a lighter one/)
    expect(said({ accent: '#1a2f7a', accentDark: '#ffcc00' })).toBe('')
  })

  it('refuses fonts, densities and pictures that there are not', () => {
    expect(theme.safeParse({ headlineFont: 'Comic Sans' }).success).toBe(false)
    expect(theme.safeParse({ density: 'x' }).success).toBe(false)
    expect(theme.safeParse({ logo: '../../etc/passwd' }).success).toBe(false)
  })
})
