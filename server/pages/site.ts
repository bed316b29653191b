import type { SocialImage } from '../../components/reader/head-facts'
import type { SiteFacts } from '../../components/reader/site-facts'
import { CARD_SHAPES } from '../../lib/articles/card'
import type { ArticleView } from '../../lib/articles/article-view'
import { cropSize } from '../../lib/media/crop-size'
import type { Asked } from './page'

/** Site-relative to absolute. */
export const absolute = ({ origin }: Pick<Asked, 'origin'>, path: string): string =>
  new URL(path, origin).href

/** What structured data says of the publication. */
export const siteFacts = ({ origin, site }: Pick<Asked, 'origin' | 'site'>): SiteFacts => {
  const { name, description, profiles } = site
  return { name, description, profiles, origin }
}

const [width, height] = CARD_SHAPES.card
const WORDS = { width, height, type: 'image/png' } as const

/** What stands beside a link to a piece: its cover, its first picture, or its words as one. */
export const pieceImages = (
  asked: Pick<Asked, 'origin'>,
  { cover, pictures, base, title }: Pick<ArticleView, 'cover' | 'pictures' | 'base' | 'title'>,
): readonly SocialImage[] => {
  if (cover) {
    const facts = { ...cropSize(cover, '16x9'), type: 'image/jpeg', alt: cover.alt || title }
    return [{ url: absolute(asked, cover.crops.wide), ...facts }]
  }
  const [picture] = pictures
  return picture === undefined
    ? [{ url: absolute(asked, `${base}/card.png`), ...WORDS, alt: title }]
    : [{ url: absolute(asked, picture) }]
}

/** The same for pages that are no piece. */
export const siteImage = (asked: Pick<Asked, 'origin' | 'site'>): SocialImage => ({
  url: absolute(asked, '/card.png'),
  ...WORDS,
  alt: asked.site.name,
})
