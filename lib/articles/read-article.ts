import { z } from 'zod'
import type { Ports } from '../ports'
import type { ArticleView } from './article-view'
import { presentArticle } from './present-article'

export const slugInput = z.strictObject({ slug: z.string() })

/** A public piece by its current address; null for everything else. */
export const readArticle = async (
  { articleReader, settingsStore, clock }: Pick<Ports, 'articleReader' | 'settingsStore' | 'clock'>,
  { slug }: z.infer<typeof slugInput>,
): Promise<ArticleView | null> => {
  const now = clock.now()
  const [piece, { settings }] = await Promise.all([articleReader.read(slug, now), settingsStore.read()])
  return piece && presentArticle(piece, settings, now)
}
