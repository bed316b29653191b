import { expect, it } from 'vitest'
import type { SettingsChange } from '../../lib/settings/site-settings'
import { onEveryBackend } from './support/backends'
import { audit } from './support/rows'

onEveryBackend('SettingsStore', (world) => {
  const write = async (change: Partial<SettingsChange> & Pick<SettingsChange, 'expectVersion'>) => {
    const { settings } = await world().settingsStore.read()
    return world().settingsStore.write({ settings, audit, effects: [], ...change })
  }

  it('answers with defaults before the first run', async () => {
    const { settings, version } = await world().settingsStore.read()
    expect(version).toBe(0)
    expect(settings).toMatchObject({ name: 'Stet', commentMode: 'all', profiles: [] })
  })

  it('stores choices with their effects, once per version', async () => {
    const { settings } = await world().settingsStore.read()
    const chosen = { ...settings, name: 'Margin', profiles: ['https://a.example', 'https://b.example'] }
    const effects = [{ key: 's', effect: { kind: 'settings.changed', key: 'site' } }] as const
    expect(await write({ settings: chosen, expectVersion: 0, effects })).toBe(true)
    expect(await world().settingsStore.read()).toEqual({ settings: chosen, version: 1 })
    const late = [{ key: 'late', effect: { kind: 'settings.changed', key: 'site' } }] as const
    expect(await write({ settings, expectVersion: 0, effects: late })).toBe(false)
    expect(await write({ settings, expectVersion: 2, effects: late })).toBe(false)
    expect(await world().settingsStore.read()).toEqual({ settings: chosen, version: 1 })
    const queued = await world().outboxStore.lease(world().clock.now(), 9, 1)
    expect(queued.map(({ key, effect }) => ({ key, effect }))).toEqual(effects)
  })

  it.each([0, 1])('lets one of ten writers through from version %i', async (expectVersion) => {
    if (expectVersion === 1) await write({ expectVersion: 0 })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => write({ expectVersion })))
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect((await world().settingsStore.read()).version).toBe(expectVersion + 1)
  })
})
