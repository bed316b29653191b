import { MissingPiece } from '../../components/reader/missing-piece'
import { PlainPage } from '../../components/reader/plain-page'
import { RelatedPieces } from '../../components/reader/related-pieces'
import { WaysOn } from '../../components/reader/ways-on'
import type { Asked, BarePage, PersonalPage, PublicPage } from './page'

/** As many pieces are offered to whoever came in vain. */
const OFFERED = 3

function FrontPageLink() {
  return (
    <p>
      <a href="/">Go to the front page</a>
    </p>
  )
}

const offer = async ({ stet }: Pick<Asked, 'stet'>) => {
  const { items } = await stet.articles.latest({ limit: OFFERED })
  return items.length > 0 ? <RelatedPieces pieces={items} /> : null
}

/** Sent with 404, for an address that leads nowhere; `first` is where a list begins that does. */
export const missingPage: PublicPage = async (asked) => {
  const offered = await offer(asked)
  return {
    head: { title: 'Not found', robots: 'noindex' },
    body: (
      <>
        <MissingPiece first={asked.query('first') ?? undefined} />
        {offered}
      </>
    ),
  }
}

/** Sent with 410, for a piece that was public once. */
export const gonePage: PublicPage = async (asked) => {
  const offered = await offer(asked)
  return {
    head: { title: 'No longer here', robots: 'noindex' },
    body: (
      <>
        <PlainPage title="This piece is no longer here">
          <p>It was published at this address and has since been withdrawn.</p>
          <WaysOn />
        </PlainPage>
        {offered}
      </>
    ),
  }
}

/** Sent with the status of the refusal, for a button that was refused and has no form to come back to. */
export const refusedPage: PersonalPage = async (visit) => {
  const back = visit.query('back')
  return {
    head: { title: 'Not carried out', robots: 'noindex' },
    body: (
      <PlainPage title="This was not carried out">
        <p>{visit.trouble?.message ?? 'Please go back and try again.'}</p>
        {back?.startsWith('/comments/') ? (
          <p>
            <a href={back}>Back to the comment</a>
          </p>
        ) : (
          <FrontPageLink />
        )}
      </PlainPage>
    ),
  }
}

/** Sent with 500, when a page could not be made. */
export const brokenPage: BarePage = {
  head: { title: 'Something went wrong', robots: 'noindex' },
  body: (
    <PlainPage title="Something went wrong on our side">
      <p>The page could not be made. Nothing that you sent before was lost. Please try again in a minute.</p>
      <FrontPageLink />
    </PlainPage>
  ),
}

/** Sent with 503, while the owner keeps the publication closed: of what stands in it, its name alone. `sent`: to a post. */
export const closedPage: PublicPage = async ({ site, query }) => ({
  head: { title: 'Back soon', robots: 'noindex' },
  closed: true,
  body: (
    <PlainPage title="Back soon">
      <p>
        <bdi>{site.name}</bdi> is being looked after at the moment. Nothing that you sent before was lost.
      </p>
      {query('sent') === '1' && (
        <p>
          <strong>What you sent just now was not kept.</strong> Go back in your browser to find what you
          wrote, and send it again once we are back. Keep a copy of it until then.
        </p>
      )}
      <p dir="auto">{site.maintenanceNote || 'Please come back a little later.'}</p>
    </PlainPage>
  ),
})

/** Sent with 503, while the database does not answer. */
export const maintenancePage: BarePage = {
  head: { title: 'Back in a moment', robots: 'noindex' },
  body: (
    <PlainPage title="Back in a moment">
      <p>
        This publication is being looked after, and cannot be read or written to right now. Nothing that you
        sent before was lost. Please try again in a minute.
      </p>
      <FrontPageLink />
    </PlainPage>
  ),
}
