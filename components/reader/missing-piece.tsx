import { PlainPage } from './plain-page'
import { WaysOn } from './ways-on'

/** Nothing here. `first` is the first page of a list that has no such later page. */
export function MissingPiece({ first }: { first?: string }) {
  const start = first?.startsWith('/') && !first.startsWith('//') && first !== '/' ? first : null
  return (
    <PlainPage title="There is nothing at this address">
      <p>The address may be mistyped, or the link that brought you here may be wrong.</p>
      {start ? (
        <p>
          <a href={start}>
            {start.startsWith('/articles/')
              ? 'Go to the piece and its newest comments'
              : 'Go to the newest of this list'}
          </a>
        </p>
      ) : null}
      <WaysOn />
    </PlainPage>
  )
}
