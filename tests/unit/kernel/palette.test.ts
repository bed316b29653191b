import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  GROUNDS,
  HOUSE_ACCENTS,
  READABLE,
  accentsOf,
  contrast,
  inTheDark,
  worstContrast,
} from '../../../lib/kernel/palette'

describe('palette', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#ffffff', '#ffffff')).toBe(1)
  })

  it('knows the papers, the inks and the blues of tokens.css', () => {
    const css = readFileSync('app/styles/tokens.css', 'utf8')
    for (const name of ['page', 'sheet', 'ink'] as const) {
      expect(css).toContain(`--${name}: light-dark(${GROUNDS.light[name]}, ${GROUNDS.dark[name]});`)
    }
    expect(css).toContain(`--blue: light-dark(${HOUSE_ACCENTS.light}, ${HOUSE_ACCENTS.dark});`)
  })

  it.each(['#1a2f7a', '#7a0019', '#0b5d1e', '#000000', '#5b2a86'])(
    'makes %s readable in the dark',
    (accent) => {
      expect(worstContrast(inTheDark(accent), 'dark')).toBeGreaterThanOrEqual(READABLE)
    },
  )

  it('keeps what was chosen for the dark, and the house where nothing was', () => {
    expect(accentsOf({ accent: '', accentDark: '' })).toEqual(HOUSE_ACCENTS)
    expect(accentsOf({ accent: '#7a0019', accentDark: '#ffb3c0' })).toEqual({
      light: '#7a0019',
      dark: '#ffb3c0',
    })
    expect(accentsOf({ accent: '', accentDark: '#ffb3c0' }).light).toBe(HOUSE_ACCENTS.light)
  })
})
