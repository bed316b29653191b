import { expect, it } from 'vitest'
import { accepts } from '../../../scripts/support/require-node.mjs'

const RANGE = '^20.19.0 || ^22.13.0 || >=24'

it.each(['20.19.0', '20.20.2', '22.13.1', '24.0.0', '25.1.0'])('accepts Node %s', (version) => {
  expect(accepts(RANGE, version)).toBe(true)
})

it.each(['18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.11.0'])('refuses Node %s', (version) => {
  expect(accepts(RANGE, version)).toBe(false)
})
