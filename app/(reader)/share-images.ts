import type { ArticleView } from '@/lib/articles/article-view'
import { absolute } from './publication'

/** Of the pictures of words (lib/articles/card.ts, which pages may not import). */
const SIZE = { width: 1200, height: 630, type: 'image/png' } as const

/** What stands beside a link to a piece: its cover, its first picture, or its words as one. */
export const shareImages = ({
  cover,
  pictures,
  path,
  title,
}: Pick<ArticleView, 'cover' | 'pictures' | 'path' | 'title'>) => {
  if (cover) return [{ url: absolute(cover.crops.wide), type: 'image/jpeg', alt: cover.alt || title }]
  const [picture] = pictures
  return picture === undefined
    ? [{ url: absolute(`${path}/card.png`), ...SIZE, alt: title }]
    : [{ url: absolute(picture) }]
}

/** The same for pages that are no piece. */
export const siteImage = (name: string) => ({ url: absolute('/card.png'), ...SIZE, alt: name })
