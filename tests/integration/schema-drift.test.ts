import { describe, expect, it } from 'vitest'
import { POSTGRES_URL } from '../support/database'
import { currentModels, diff, migrationsTarget, modelsTarget } from '../../scripts/schema-engine.mjs'

const PROVIDERS = [
  { provider: 'sqlite', skip: false },
  { provider: 'postgresql', skip: !POSTGRES_URL },
]

describe.each(PROVIDERS)('migrations of $provider (skipped: $skip)', ({ provider, skip }) => {
  const lacking = (models: string): Promise<string> =>
    diff({
      provider,
      url: POSTGRES_URL,
      from: migrationsTarget(provider),
      to: modelsTarget(provider, models),
    })

  it.skipIf(skip)('make exactly what the models say', async () => {
    expect(await lacking(currentModels())).toBe('')
  })

  it.skipIf(skip)('are found wanting when a model, or a partial index, changes', async () => {
    const models: string = currentModels()
    expect(await lacking(models.replace('  bio ', '  biography String @default("")\n  bio '))).toContain(
      'biography',
    )
    expect(await lacking(models.replace('\\"doneAt\\" IS NULL', '\\"doneAt\\" IS NOT NULL'))).not.toBe('')
  })
})
