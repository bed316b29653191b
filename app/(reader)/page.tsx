import type { Metadata } from 'next'
import { connection } from 'next/server'
import { FrontPage } from '@/components/reader/front-page'
import { Sheet } from '@/components/reader/sheet'
import type { PageProps } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { singleQuery } from './query'
import { absolute, publication } from './publication'

const PIECES_PER_PAGE = 20

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { name, description } = await publication()
  return {
    title: name,
    description: description || undefined,
    alternates: { canonical: absolute('/'), types: { 'application/rss+xml': absolute('/feed.xml') } },
    openGraph: { type: 'website', siteName: name, title: name, description, url: absolute('/') },
  }
}

export default async function Front({ searchParams }: PageProps) {
  await connection()
  const after = singleQuery((await searchParams).after)
  const { name, description } = await publication()
  const { items, next } = await runtime().stet.articles.latest({ limit: PIECES_PER_PAGE, after })
  return (
    <Sheet name={name} description={description} front>
      <FrontPage pieces={items} next={next} later={after !== undefined} />
    </Sheet>
  )
}
