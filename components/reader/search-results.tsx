import type { SearchKind, SearchView } from '@/lib/search/search-view'
import { EmptyState } from '../ui/empty-state'
import { Pager } from '../ui/pager'
import { Tabs } from '../ui/tabs'
import { FoundComment } from './found-comment'
import { FoundPiece } from './found-piece'
import { searchAddress } from './search-address'

const KINDS = [
  ['articles', 'Articles'],
  ['comments', 'Comments'],
] as const satisfies readonly (readonly [SearchKind, string])[]

const PLURAL = { articles: 'articles', comments: 'comments' } as const

/** Nothing was found, or nothing this far down: with a way on. */
function Nothing({ found }: { found: SearchView }) {
  const { typed, kind, page, totals, suggestion } = found
  const other = kind === 'articles' ? 'comments' : 'articles'
  const elsewhere = totals?.[other] ?? 0
  if (page > 1) {
    return (
      <EmptyState title="No items found.">
        <p>
          There is nothing this far down. <a href={searchAddress(typed, kind)}>Go to the first results.</a>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No items found.">
      {suggestion === null ? null : (
        <p>
          Did you mean{' '}
          <a href={searchAddress(suggestion, kind)}>
            <bdi>{suggestion}</bdi>
          </a>
          ?
        </p>
      )}
      {elsewhere > 0 ? (
        <p>
          <a href={searchAddress(typed, other)}>
            {`These words stand in ${elsewhere.toLocaleString('en')} ${elsewhere === 1 ? PLURAL[other].slice(0, -1) : PLURAL[other]}.`}
          </a>
        </p>
      ) : null}
      {suggestion === null && elsewhere === 0 ? (
        <p>
          Try fewer or other words, or look through <a href="/tags">the tags</a> and{' '}
          <a href="/archive">the archive</a>.
        </p>
      ) : null}
    </EmptyState>
  )
}

/** What was found, a kind at a time, with real addresses for every page of it. */
export function SearchResults({ found }: { found: SearchView }) {
  const { typed, kind, page, pages, totals, articles, comments } = found
  const isEmpty = articles.length + comments.length === 0
  return (
    <>
      <Tabs
        label="What was found"
        items={KINDS.map(([name, label]) => ({
          href: searchAddress(typed, name),
          label,
          count: totals?.[name],
          current: name === kind,
        }))}
      />
      {isEmpty ? <Nothing found={found} /> : null}
      {articles.map((piece) => (
        <FoundPiece key={piece.slug} piece={piece} />
      ))}
      {comments.map((comment) => (
        <FoundComment key={comment.id} comment={comment} />
      ))}
      <div className="page-turn">
        <Pager
          label="Pages of results"
          back={
            page > 1 && !isEmpty
              ? { href: searchAddress(typed, kind, page - 1), label: 'Better results' }
              : null
          }
          next={page < pages ? { href: searchAddress(typed, kind, page + 1), label: 'More results' } : null}
        />
      </div>
    </>
  )
}
