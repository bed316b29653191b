import sharp, { type OverlayOptions } from 'sharp'
import { CARD_SHAPES, type Card, type CardPrinter } from '../../articles/card'
import { FAMILIES, canDraw, loadFaces } from './card-fonts'

const [INK, MUTED, RED] = ['#14181b', '#40474c', '#b0281c'] as const
const MARGIN = 80
const PENCIL = 14
/** The pencil's red end. */
const RED_SHARE = 0.12
const SIZES = [108, 92, 80, 70, 60, 52, 44, 38, 32] as const

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)

interface Words {
  readonly text: string
  readonly size: number
  readonly weight: 'Bold' | 'Regular'
  readonly colour: string
  readonly width: number
}

interface Drawn {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

const draw = async ({ text, size, weight, colour, width }: Words): Promise<Drawn> => {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped(text)}</span>`,
      font: `${FAMILIES}, ${weight} ${size}`,
      dpi: 72,
      rgba: true,
      spacing: Math.round(size * 0.06),
      // Lines begin where their script begins.
      ...{ width, wrap: 'word-char' },
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** As large as it fits into this height; of what does not fit even small, the beginning. */
const fitted = async (words: Omit<Words, 'size'>, height: number): Promise<Drawn> => {
  for (const size of SIZES) {
    const drawn = await draw({ ...words, size })
    if (drawn.height <= height) return drawn
  }
  const smallest = await draw({ ...words, size: SIZES[SIZES.length - 1] ?? 32 })
  const data = await sharp(smallest.data)
    .extract({ left: 0, top: 0, width: smallest.width, height })
    .toBuffer()
  return { ...smallest, data, height }
}

const band = (width: number, height: number, background: string): OverlayOptions['input'] => ({
  create: { width, height, channels: 4, background },
})

/**
 * Cards in the look of the page: white, black words, the two-ended pencil along the top. Set by Pango, which joins and
 * turns the letters of every script; text renderers that make SVG in JavaScript do neither (decision 19).
 */
export const sharpCardPrinter = (folder: string): CardPrinter => {
  let loaded: Promise<void> | null = null

  const print = async (card: Card): Promise<Uint8Array<ArrayBuffer>> => {
    const [width, height] = CARD_SHAPES[card.shape]
    const inner = width - 2 * MARGIN
    const layers: OverlayOptions[] = [
      { input: band(width, PENCIL, card.accent), top: 0, left: 0 },
      {
        input: band(Math.round(width * RED_SHARE), PENCIL, RED),
        ...{ top: 0, left: width - Math.round(width * RED_SHARE) },
      },
    ]
    const put = ({ data, width: own }: Drawn, top: number): void => {
      layers.push({
        input: data,
        top: Math.round(top),
        left: card.direction === 'ltr' ? MARGIN : width - MARGIN - own,
      })
    }
    const line = (text: string, look: Pick<Words, 'weight' | 'colour' | 'size'>) =>
      canDraw(text) && text !== '' ? draw({ text, ...look, width: inner }) : null

    const title = [card.title, card.publication].find(canDraw) ?? ''
    const [kicker, byline, name] = await Promise.all([
      line(card.kicker, { weight: 'Bold', colour: card.accent, size: 32 }),
      line(card.line, { weight: 'Regular', colour: MUTED, size: 32 }),
      line(title === card.publication ? '' : card.publication, { weight: 'Bold', colour: INK, size: 32 }),
    ])
    let top = PENCIL + MARGIN
    if (kicker) {
      put(kicker, top)
      top += kicker.height + 24
    }
    let bottom = height - MARGIN
    for (const part of [name, byline]) {
      if (!part) continue
      bottom -= part.height
      put(part, bottom)
      bottom -= 14
    }
    if (title !== '') {
      const words = { text: title, weight: 'Bold', colour: INK, width: inner } as const
      put(await fitted(words, bottom - top - 32), top)
    }
    const png = await sharp({ create: { width, height, channels: 4, background: '#ffffff' } })
      .composite(layers)
      .png({ palette: true, colours: 64, effort: 4 })
      .toBuffer()
    return Uint8Array.from(png)
  }

  return {
    print: async (card) => {
      loaded ??= loadFaces(folder)
      await loaded
      return print(card)
    },
  }
}
