import type { Metadata } from 'next'
import { connection } from 'next/server'
import { EarlierPieces } from '@/components/reader/earlier-pieces'
import { FrontPage } from '@/components/reader/front-page'
import { Sheet } from '@/components/reader/sheet'
import type { PageProps } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { singleQuery } from './query'
import { absolute, publication } from './publication'

const PIECES_PER_PAGE = 20

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  await connection()
  const [{ name, description }, { after }] = await Promise.all([publication(), searchParams])
  // A later page is no page of its own for search engines: its pieces change places.
  if (after !== undefined)
    return { title: `Earlier pieces · ${name}`, robots: { index: false, follow: true } }
  return {
    title: name,
    description: description || undefined,
    alternates: { canonical: absolute('/'), types: { 'application/rss+xml': absolute('/feed.xml') } },
    openGraph: { type: 'website', siteName: name, title: name, description, url: absolute('/') },
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
  const [{ name, description }, page] = await Promise.all([publication(), content(after)])
  return (
    <Sheet name={name} description={description} front>
      {page}
    </Sheet>
  )
}
