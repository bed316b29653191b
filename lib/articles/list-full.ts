import type { Ports } from '../ports'
import type { ArticleView } from './article-view'
import { presentArticle } from './present-article'

/** The latest public pieces with their texts, newest first: what a feed carries. */
export const listFull = async (
  { articleReader, settingsStore, clock }: Pick<Ports, 'articleReader' | 'settingsStore' | 'clock'>,
  { limit }: { readonly limit: number },
): Promise<readonly ArticleView[]> => {
  const now = clock.now()
  const [pieces, { settings }] = await Promise.all([
    articleReader.latest(now, { limit }),
    settingsStore.read(),
  ])
  return pieces.map((piece) => presentArticle(piece, settings, now))
}
