import { describe, expect, it } from 'vitest'
import { othersOf, understandSettings } from '../../../lib/settings/stored-settings'

describe('settings that another version has stored', () => {
  it('are understood as far as they are known; what is not is that of the house, and named', () => {
    const stored = { name: 'Margin', textFont: 'a-font-of-next-year', toString: 1, whatever: {}, maxLinks: 5 }
    const { settings, unread } = understandSettings(stored)
    expect(settings).toMatchObject({ name: 'Margin', textFont: 'house', maxLinks: 5 })
    expect(settings).not.toHaveProperty('whatever')
    expect(unread).toEqual(['textFont', 'toString', 'whatever'])
  })

  it('leave nothing unread where everything is known, and defaults where something is missing', () => {
    const { settings, unread } = understandSettings({ name: 'Margin' })
    expect(unread).toEqual([])
    expect(settings).toMatchObject({ name: 'Margin', commentMode: 'all' })
    expect(understandSettings(settings)).toEqual({ settings, unread: [] })
  })

  it('never take the publication down, whatever they are', () => {
    const { settings, unread } = understandSettings({ name: 7, languages: 'en', reasons: [{ no: 'name' }] })
    expect(settings.name).toBe('Stet')
    expect(unread).toEqual(['name', 'languages', 'reasons'])
  })

  it('are kept for who knows them', () => {
    expect(othersOf({ name: 'Margin', whatever: 1, toString: 'x' })).toEqual({ whatever: 1, toString: 'x' })
  })
})
