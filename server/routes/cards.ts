import { CARD_SHAPES, type CardShape } from '../../lib/articles/card'
import { pieceTag } from '../../lib/press/tags'
import type { Handler } from '../exchange'
import type { Services } from '../services'
import { pieceText } from './piece-text'
import { publicText } from './public-text'

const PNG = 'image/png'

export const CARD_NAMES = Object.keys(CARD_SHAPES) as CardShape[]

/** `/articles/<slug>/card.png` and its other shapes. Of a piece that nobody may read there is no picture either. */
export const pieceCard = (services: Services, shape: CardShape): Handler =>
  pieceText(services, `/${shape}.png`, async (piece) => ({
    type: PNG,
    body: await services.stet.articles.card(piece, shape),
    depends: [pieceTag(piece.id)],
  }))

/** `/card.png` */
export const siteCard = (services: Services): Handler =>
  publicText(services, async () => ({
    type: PNG,
    body: await services.stet.articles.siteCard(),
    depends: [],
  }))
