import { rssFeed } from '@/components/feed/rss-feed'
import { defineRoute } from '@/lib/http/define-route'
import { runtime } from '@/lib/http/runtime'
import { ok } from '@/lib/kernel/result'

const PIECES_IN_FEED = 20

/** RSS 2.0, full text. ETag and compression are the server's. */
export const GET = defineRoute({
  for: 'nobody',
  run: async ({ stet }) => {
    const [{ settings }, { items }] = await Promise.all([
      stet.settings.read(),
      stet.articles.latest({ limit: PIECES_IN_FEED }),
    ])
    const pieces = await Promise.all(items.map(({ slug }) => stet.articles.read({ slug })))
    const { publicOrigin: origin } = runtime().env
    const { name, description } = settings
    const xml = rssFeed(
      { name, description, origin },
      pieces.filter((piece) => piece !== null),
    )
    return ok(new Response(xml, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } }))
  },
})
