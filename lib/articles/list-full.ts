import type { Ports } from '../ports'
import type { ArticleView } from './article-view'
import type { PieceScope } from './piece-index'
import { presentArticle } from './present-article'

type Deps = Pick<Ports, 'articleReader' | 'pieceIndex' | 'settingsStore' | 'clock'>

/** The latest public pieces with their texts, newest first: what a feed carries. */
export const listFull = async (
  { articleReader, pieceIndex, settingsStore, clock }: Deps,
  { limit, within }: { readonly limit: number; /** Left out: all pieces. */ readonly within?: PieceScope },
): Promise<readonly ArticleView[]> => {
  const now = clock.now()
  const [cards, { settings }] = await Promise.all([
    pieceIndex.cards(now, { limit, within }),
    settingsStore.read(),
  ])
  const pieces = await articleReader.readAll(
    cards.map(({ id }) => id),
    now,
  )
  return pieces.map((piece) => presentArticle(piece, settings, now))
}
