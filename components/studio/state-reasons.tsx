import type { ArticleKind } from '@/lib/articles/article-kind'
import type { StateExplained } from '@/lib/articles/explain-state'

const standing = (kind: ArticleKind, isListed: boolean): string => {
  if (kind === 'page') return 'It is a page: it stands in no list and no feed.'
  return isListed
    ? 'It stands among the newest pieces, on lists and in feeds.'
    : 'It is not among the newest pieces of lists and feeds.'
}

/** What readers get of a piece, or why they get nothing. */
export function StateReasons({
  kind,
  explained: { because, isListed },
}: {
  kind: ArticleKind
  explained: Pick<StateExplained, 'because' | 'isListed'>
}) {
  return (
    <ul className="grid list-disc gap-1 ps-5">
      {because.map((sentence) => (
        <li key={sentence} className="wrap-anywhere">
          {sentence}
        </li>
      ))}
      <li>{standing(kind, isListed)}</li>
    </ul>
  )
}
