import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it, test } from 'vitest'
import { canDraw } from '../../../lib/adapters/cards/card-fonts'
import { sharpCardPrinter } from '../../../lib/adapters/cards/sharp-card-printer'
import { CARD_SHAPES, type Card } from '../../../lib/articles/card'

const folder = mkdtempSync(join(tmpdir(), 'stet-fonts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const printer = sharpCardPrinter(folder)

const CARD: Card = {
  ...{ kicker: 'Essay', title: 'The tide table', line: 'Ada Lovelace', publication: 'The Pencil' },
  ...{ direction: 'ltr', accent: '#2846a8', shape: 'card' },
}
const print = (given: Partial<Card> = {}) => printer.print({ ...CARD, ...given })

/** Whether anything but white stands in this part of a picture. */
const hasInk = async (png: Uint8Array, left: number, top: number, width: number, height: number) => {
  // Statistics are of what was given, whatever was to be done with it.
  const part = await sharp(png).extract({ left, top, width, height }).png().toBuffer()
  const { channels } = await sharp(part).stats()
  return channels.some(({ min }) => min < 200)
}

describe('a card', () => {
  test.each(Object.entries(CARD_SHAPES))('%s is as large as it says', async (shape, [width, height]) => {
    const png = await print({ shape: shape as Card['shape'] })
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height })
  })

  it('is the same whenever it is printed, and another when a word is', async () => {
    const [one, again, other] = [await print(), await print(), await print({ title: 'The time table' })]
    expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true)
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
  })

  it('begins at the side its script begins at', async () => {
    const ltr = await print({ title: 'Tide', kicker: '', line: '' })
    const rtl = await print({ title: 'المد', kicker: '', line: '', publication: '', direction: 'rtl' })
    expect([await hasInk(ltr, 80, 100, 300, 200), await hasInk(ltr, 820, 100, 300, 200)]).toEqual([
      true,
      false,
    ])
    expect([await hasInk(rtl, 80, 100, 300, 200), await hasInk(rtl, 820, 100, 300, 200)]).toEqual([
      false,
      true,
    ])
  })

  it('holds whatever a title may hold, within its edges', async () => {
    const titles = ['<b>&amp;</b> <span size="9999999">', 'W'.repeat(200), '\u202eback', 'a', '👩‍🚀', '漢字']
    for (const title of titles) {
      const png = await print({ title, kicker: title.slice(0, 60), line: title })
      expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630 })
      expect([title, await hasInk(png, 0, 560, 1200, 70)]).toEqual([title, false])
    }
  })

  it('shows the publication large where there is no font for the title', async () => {
    expect(
      ['Ferry', 'Žluťoučký', 'Честная', 'μέτρο', 'مقال', 'עברית', 'Ferry 12 ©'].filter(canDraw),
    ).toHaveLength(7)
    expect(['漢字', 'ไทย', 'हिन्दी', '🚀'].filter(canDraw)).toEqual([])
    const [unknown, named] = [await print({ title: '漢字' }), await print({ title: CARD.publication })]
    expect(Buffer.from(unknown).equals(Buffer.from(named))).toBe(true)
  })
})
