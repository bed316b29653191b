import { expect, it } from 'vitest'
import { typedIn } from '../../../components/settings/settings-state'
import { settingsValues } from '../../../components/settings/settings-values'
import { domainError } from '../../../lib/kernel/domain-error'
import { siteSettings } from '../../../lib/settings/site-settings'

const stored = settingsValues(
  siteSettings.parse({ name: 'The Pencil', profiles: ['https://a.example', 'https://b.example'] }),
)

it('a refused form shows what was typed, and a list nobody touched is the list that is stored', () => {
  const values = { ...stored, description: 'Typed.', profiles: 'https://a.example\r\nhttps://b.example' }
  const typed = typedIn(
    { kind: 'refused', error: domainError('conflict', 'Somebody was faster.'), values },
    stored,
  )
  expect(typed).toEqual({ ...stored, description: 'Typed.' })
  expect(typedIn({ kind: 'idle' }, stored)).toBe(stored)
})
