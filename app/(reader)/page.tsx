import type { Metadata } from 'next'
import { connection } from 'next/server'
import { EarlierPieces } from '@/components/reader/earlier-pieces'
import { FrontPage } from '@/components/reader/front-page'
import { JsonLd } from '@/components/reader/json-ld'
import { RelMe } from '@/components/reader/rel-me'
import { Sheet } from '@/components/reader/sheet'
import { websiteFacts } from '@/components/reader/site-facts'
import type { PageProps } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { feedLinks } from './feed-links'
import { absolute, publication, siteFacts } from './publication'
import { siteImage } from './share-images'
import { singleQuery } from './query'

const PIECES_PER_PAGE = 20

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  await connection()
  const [{ name, description: said }, { after }] = await Promise.all([publication(), searchParams])
  // A publication that says nothing of itself is still found with a line below its name.
  const description = said || `The latest pieces of ${name}.`
  // A later page is no page of its own for search engines: its pieces change places.
  if (after !== undefined)
    return { title: `Earlier pieces · ${name}`, robots: { index: false, follow: true } }
  return {
    title: name,
    description,
    alternates: {
      canonical: absolute('/'),
      types: feedLinks(name, { comments: { path: '/comments.xml', title: `Comments · ${name}` } }),
    },
    openGraph: {
      ...{ type: 'website', siteName: name, title: name, description, url: absolute('/') },
      images: [siteImage(name)],
    },
    twitter: { card: 'summary_large_image', title: name, description, images: [siteImage(name)] },
  }
}

const content = async (after: string | undefined) => {
  const { articles } = runtime().stet
  if (after === undefined) return <FrontPage front={await articles.front()} />
  const { items, next } = await articles.latest({ limit: PIECES_PER_PAGE, after })
  return <EarlierPieces pieces={items} next={next} />
}

export default async function Front({ searchParams }: PageProps) {
  await connection()
  const after = singleQuery((await searchParams).after)
  const [site, { navigation }, page] = await Promise.all([siteFacts(), publication(), content(after)])
  const { name, description } = site
  return (
    <Sheet name={name} navigation={navigation} path="/" description={description} front>
      <JsonLd facts={websiteFacts(site)} />
      <RelMe profiles={site.profiles} />
      {page}
    </Sheet>
  )
}
