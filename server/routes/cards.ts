import { CARD_SHAPES, type CardShape } from '../../lib/articles/card'
import { SITE, pieceTag } from '../../lib/press/tags'
import { ICONS, type IconName } from '../../lib/settings/icon'
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

export const ICON_NAMES = Object.keys(ICONS) as IconName[]

/** `/icon-192.png` and its other sizes: the mark of the house, for the home screens of phones. */
export const siteIcon = (services: Services, name: IconName): Handler =>
  publicText(services, async () => ({
    type: PNG,
    body: await services.stet.settings.icon(name),
    depends: [SITE],
  }))
