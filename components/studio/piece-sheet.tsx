import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import type { StudioRowView } from '@/lib/articles/article-view'
import { PieceNav, type PiecePage } from './piece-nav'
import { STATE_TONES, STATE_WORDS } from './piece-words'

/** A page about one piece, beside its text. */
export function PieceSheet({
  piece,
  current,
  children,
}: {
  piece: Pick<StudioRowView, 'id' | 'title' | 'status'>
  current: PiecePage
  children: ReactNode
}) {
  return (
    <main id="main" className="mx-auto max-w-sheet px-4 pb-12 sm:px-6">
      <PieceNav articleId={piece.id} current={current} />
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-6">
        <h1 className="text-h2 leading-[1.1] font-bold wrap-anywhere" dir="auto">
          {piece.title}
        </h1>
        <Badge tone={STATE_TONES[piece.status]}>{STATE_WORDS[piece.status]}</Badge>
      </div>
      {children}
    </main>
  )
}
