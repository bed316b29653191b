import { rssFeed } from '@/components/feed/rss-feed'
import { defineNextRoute } from '@/lib/http/define-next-route'
import { runtime } from '@/lib/http/runtime'
import { ok } from '@/lib/kernel/result'

const PIECES_IN_FEED = 20

/** RSS 2.0, full text. ETag and compression are the server's. */
export const GET = defineNextRoute({
  for: 'nobody',
  run: async ({ stet }) => {
    const [{ settings }, pieces] = await Promise.all([
      stet.settings.read(),
      stet.articles.full({ limit: PIECES_IN_FEED }),
    ])
    const { name, description } = settings
    const xml = rssFeed({ name, description, origin: runtime().env.publicOrigin }, pieces)
    return ok(new Response(xml, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } }))
  },
})
