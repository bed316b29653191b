import { expect, it } from 'vitest'
import { bandsOf, isNear, runsOf } from '../../../lib/moderation/near-text'

const FLOOD =
  'Earn from home with our proven method: thousands of readers already made 5000 a month, see how at lucky-ropes.example'

const meet = (a: string, b: string): boolean => {
  const [one, other] = [bandsOf(runsOf(a)), bandsOf(runsOf(b))]
  return one !== null && other !== null && one.some((band, n) => band === other[n])
}

it('finds texts that differ in a number, a blank, a case or a look-alike', () => {
  for (const variant of [
    FLOOD.replace('5000', '7000'),
    FLOOD.toUpperCase(),
    FLOOD.replaceAll(' ', '  '),
    FLOOD.replace('home', 'hоme'),
    `${FLOOD} ok`,
  ]) {
    expect(isNear(runsOf(FLOOD), runsOf(variant)), variant).toBe(true)
    expect(meet(FLOOD, variant), variant).toBe(true)
  }
})

it('keeps apart what has only a subject in common', () => {
  const other =
    'I tried to earn from home for a month and it did not work; the thousands of readers here may have other stories.'
  expect(isNear(runsOf(FLOOD), runsOf(other))).toBe(false)
  expect(meet(FLOOD, other)).toBe(false)
})

it('does not compare what is too short to be a flood', () => {
  expect(bandsOf(runsOf('Thank you!'))).toBeNull()
})

it('gives whole numbers that both databases hold', () => {
  for (const band of bandsOf(runsOf(FLOOD)) ?? []) expect(Number.isSafeInteger(band)).toBe(true)
})

it('gives the bands that are stored already', () => {
  const stored = [1946543422988638, 4320501750794679, 411077407007649, 1286583155548722]
  expect(bandsOf(runsOf(FLOOD))).toEqual(stored)
  expect(bandsOf(runsOf(FLOOD.replace('home', 'hоme').toUpperCase()))).toEqual(stored)
})

it('counts every run once, of signs beyond the first plane too, and no more than it looks at', () => {
  expect(runsOf('ababababababab')).toHaveLength(2)
  expect(runsOf('😀😃😄😁😆😅')).toHaveLength(2)
  expect(runsOf('😀😃😄😁')).toHaveLength(0)
  const long = Array.from({ length: 9_000 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join('')
  expect(runsOf(long)).toHaveLength(1_996)
  expect(isNear(runsOf(long), runsOf(`${long}x`))).toBe(true)
})
