import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Conversation } from '@/components/reader/conversation'
import { JsonLd } from '@/components/reader/json-ld'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Neighbours } from '@/components/reader/neighbours'
import { Piece } from '@/components/reader/piece'
import { pieceFacts } from '@/components/reader/piece-facts'
import { RelatedPieces } from '@/components/reader/related-pieces'
import { summaryOf } from '@/components/reader/summary-of'
import { openGraphLocale } from '@/components/reader/open-graph-locale'
import { Sheet } from '@/components/reader/sheet'
import { breadcrumbFacts } from '@/components/reader/site-facts'
import { islandAddress } from '@/lib/http/island-address'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { shareImages } from '../../share-images'
import { feedLinks } from '../../feed-links'
import { absolute, around, pieceAt, publication, siteFacts } from '../../publication'
import { singleQuery } from '../../query'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The page of the thread that the address asks for; null for an address that no page of ours has printed. */
const questionOf = async ({ searchParams }: Props) => {
  const asked = await searchParams
  const field = (name: string): string | null => singleQuery(asked[name]) ?? null
  return runtime().stet.comments.question({
    sort: field('sort'),
    after: field('after'),
    branch: field('branch'),
  })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await connection()
  const { slug } = await props.params
  const [{ name }, piece, asked] = await Promise.all([publication(), pieceAt(slug), questionOf(props)])
  if (!piece) return { title: `Not found · ${name}`, robots: { index: false } }
  // Where it stood first, if that is elsewhere, is where it is found; and then nothing here is its translation.
  const url = piece.canonicalUrl || absolute(piece.path)
  const { translations } = await around(piece)
  const others = translations.map(({ language, path }) => [language, absolute(path)] as const)
  const { listing } = piece
  const description = listing.searchDescription || listing.excerpt || summaryOf(piece)
  const social = {
    title: listing.socialTitle || listing.searchTitle || piece.title,
    description: listing.socialDescription || description,
  }
  const images = shareImages(piece)
  return {
    title: `${listing.searchTitle || piece.title} · ${name}`,
    description,
    authors: piece.bylines.map((byline) => ({ name: byline.name })),
    // A later page or a branch is no page of its own for search engines: its comments change places.
    ...(asked?.after || asked?.branch ? { robots: { index: false, follow: true } } : {}),
    alternates: {
      canonical: url,
      languages: piece.canonicalUrl ? undefined : { [piece.language]: url, ...Object.fromEntries(others) },
      types: {
        ...feedLinks(name, {
          comments: { path: `${piece.path}/comments.xml`, title: `Comments on “${piece.title}”` },
        }),
        'text/markdown': `${absolute(piece.path)}.md`,
      },
    },
    openGraph: {
      type: 'article',
      siteName: name,
      ...social,
      url,
      locale: openGraphLocale(piece.language),
      publishedTime: piece.publishedAt,
      modifiedTime: piece.updatedAt,
      authors: piece.bylines.map(({ path }) => absolute(path)),
      section: piece.kicker || undefined,
      images,
    },
    twitter: { card: 'summary_large_image', ...social, images },
  }
}

export default async function ArticlePage(props: Props) {
  await connection()
  const { slug } = await props.params
  const { stet, renderThread } = runtime()
  const [{ name, navigation }, piece, asked] = await Promise.all([
    publication(),
    pieceAt(slug),
    questionOf(props),
  ])
  const thread = piece && asked && (await stet.comments.thread({ articleId: piece.id, ...asked }))
  if (!thread) {
    setStatus(404)
    return (
      <Sheet name={name} navigation={navigation}>
        <MissingPiece />
      </Sheet>
    )
  }
  const [place, beside] = await Promise.all([stet.comments.place(piece), around(piece)])
  const { related, earlier, later } = beside
  const address = absolute(piece.path)
  const isFirst = thread.sort === 'newest' && thread.branch === null && !thread.later
  const facts = { address, site: await siteFacts(), thread: isFirst ? thread : null, around: beside }
  const steps = [
    { name, address: absolute('/') },
    { name: piece.title, address },
  ]
  return (
    <Sheet name={name} navigation={navigation} path={piece.path}>
      <JsonLd facts={pieceFacts(piece, facts)} />
      <JsonLd facts={breadcrumbFacts(steps)} />
      <Piece piece={piece} address={address} around={beside} />
      <Conversation html={renderThread(thread, place)} />
      <RelatedPieces pieces={related} />
      <Neighbours earlier={earlier} later={later} />
      {piece.hasPlayer ? <script type="module" src={islandAddress('video')} /> : null}
    </Sheet>
  )
}
