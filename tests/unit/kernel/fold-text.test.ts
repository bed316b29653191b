import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../lib/kernel/fold-text'
import { nameSkeleton } from '../../../lib/kernel/name-skeleton'

describe('foldText', () => {
  it.each([
    ['Café  Noir\n', 'cafe noir'],
    ['ＦＵＬＬ ｗｉｄｔｈ', 'full width'],
    ['zero\u200bwidth and so\u00adft', 'zerowidth and soft'],
    ['раура1', 'paypa1'], // Cyrillic
    ['Straße', 'straße'],
    ['\u2800\u3164 \u200d', ''],
  ])('%j reads as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('leaves apart what are different words in their script', () => {
    expect(foldText('かき')).not.toBe(foldText('がぎ'))
    expect(foldText('कि')).not.toBe(foldText('का'))
  })

  it('is a fixed point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text.toWellFormed())
        expect(foldText(folded)).toBe(folded)
      }),
      { numRuns: 500 },
    )
  })
})

describe('nameSkeleton', () => {
  it.each([
    'Ada Lovelace',
    'ada lovelace',
    'ADA  LOVELACE',
    'Ada.Lovelace',
    'Аdа Lоvеlасе', // Cyrillic
    'Ada Lovelace\u200b',
    'Adá Lövelàce',
    'Ada Love1ace',
    'Ada LoveIace',
    'A d a Lovelace',
  ])('takes %j for Ada Lovelace', (imitation) => {
    expect(nameSkeleton(imitation)).toBe(nameSkeleton('Ada Lovelace'))
  })

  it.each([
    ['Arnold', 'Amold'],
    ['Bob', 'B0b'],
    ['Wanda', 'Vvanda'],
  ])('takes %s for %s', (name, imitation) => {
    expect(nameSkeleton(imitation)).toBe(nameSkeleton(name))
  })

  it('knows two people apart', () => {
    expect(nameSkeleton('Ada Byron')).not.toBe(nameSkeleton('Ada Lovelace'))
    expect(nameSkeleton('李雷')).not.toBe(nameSkeleton('韓梅梅'))
  })

  it('finds nothing legible in punctuation', () => {
    expect(nameSkeleton('… — !?')).toBe(nameSkeleton('!'))
    expect(nameSkeleton('… — ?')).toBe('')
  })
})
