import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PlannedAt } from '@/components/studio/planned-at'
import { TwoClocks } from '@/components/studio/two-clocks'

const at = '2026-11-30T23:30:00.000Z'
const shown = (zones: readonly string[]): string =>
  renderToStaticMarkup(<TwoClocks at={at} zones={zones} />).replace(/<[^>]+>/g, '')

it('a moment is shown by the first clock, and by the others where they differ in zone', () => {
  expect(shown(['Europe/Vienna', 'America/New_York', 'Europe/Vienna'])).toBe(
    '2026-12-01 00:30 Europe/Vienna (2026-11-30 18:30 America/New_York)',
  )
  expect(shown(['Europe/Vienna', 'Europe/Berlin'])).toBe(
    '2026-12-01 00:30 Europe/Vienna (00:30 Europe/Berlin)',
  )
  expect(shown(['UTC'])).toBe('2026-11-30 23:30 UTC')
})

it('the sheet’s bar goes by the publication’s clocks before anybody’s own are known', () => {
  expect(renderToStaticMarkup(<PlannedAt at={at} zone="Pacific/Auckland" />)).toContain('2026-12-01 12:30')
})
