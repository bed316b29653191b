import { EarlierPieces } from '../../components/reader/earlier-pieces'
import { FrontPage } from '../../components/reader/front-page'
import type { HeadFacts } from '../../components/reader/head-facts'
import { JsonLd } from '../../components/reader/json-ld'
import { RelMe } from '../../components/reader/rel-me'
import { websiteFacts } from '../../components/reader/site-facts'
import { feedLinks } from './feed-links'
import type { Asked, PublicPage } from './page'
import { PIECES_PER_PAGE } from './piece-list'
import { absolute, siteFacts, siteImage } from './site'

const frontHead = (asked: Asked): HeadFacts => {
  const { name, description: said } = asked.site
  // A publication that says nothing of itself is still found with a line below its name.
  const description = said || `The latest pieces of ${name}.`
  const url = absolute(asked, '/')
  return {
    title: name,
    description,
    canonical: url,
    alternates: feedLinks(asked, { comments: { path: '/comments.xml', title: `Comments · ${name}` } }),
    social: { siteName: name, title: name, description, url, images: [siteImage(asked)] },
  }
}

const content = async ({ stet: { articles } }: Asked, after: string | null) => {
  if (after === null) return <FrontPage front={await articles.front()} />
  const { items, next } = await articles.latest({ limit: PIECES_PER_PAGE, after })
  return <EarlierPieces pieces={items} next={next} />
}

/** The front page, and what came out earlier. */
export const frontPage: PublicPage = async (asked) => {
  const { name, profiles } = asked.site
  const after = asked.query('after')
  const page = await content(asked, after)
  return {
    // A later page is no page of its own for search engines: its pieces change places.
    head:
      after === null ? frontHead(asked) : { title: `Earlier pieces · ${name}`, robots: 'noindex, follow' },
    path: '/',
    front: true,
    body: (
      <>
        <JsonLd facts={websiteFacts(siteFacts(asked))} />
        <RelMe profiles={profiles} />
        {page}
      </>
    ),
  }
}
