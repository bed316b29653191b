import type { Direction } from './article'

/** Width and height in pixels of the pictures a piece is shown by elsewhere: links (Open Graph), and search engines' three. */
export const CARD_SHAPES = {
  card: [1200, 630],
  'card-1x1': [1200, 1200],
  'card-4x3': [1200, 900],
  'card-16x9': [1200, 675],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

export type CardShape = keyof typeof CARD_SHAPES

/** What stands on a picture of words. */
export interface Card {
  /** Over the title; may be ''. */
  readonly kicker: string
  readonly title: string
  /** Below; may be ''. */
  readonly line: string
  readonly publication: string
  readonly direction: Direction
  /** #rrggbb */
  readonly accent: string
  readonly shape: CardShape
}

/** Makes pictures of words in our own type. */
export interface CardPrinter {
  /** PNG. The same card gives the same bytes. */
  print(card: Card): Promise<Uint8Array<ArrayBuffer>>
}
