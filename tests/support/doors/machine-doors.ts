import type { Doors } from './door'

/** Of programs and of what the server answers by itself. */
export const MACHINE_DOORS: Doors = {
  'api/auth/[...nextauth]/route': { path: '/api/auth/session', get: 200, takesPost: true },
  'server: health': { path: '/healthz', get: 200, takesPost: false },
  'server: ready': { path: '/readyz', get: 200, takesPost: false },
  'server: feed as RSS': { path: '/feed.xml', get: 200, takesPost: false },
  'server: feed as Atom': { path: '/atom.xml', get: 200, takesPost: false },
  'server: feed as JSON': { path: '/feed.json', get: 200, takesPost: false },
  'server: feed of a tag': { path: '/tags/doors/feed.xml', get: 200, takesPost: false },
  'server: feed of nobody': { path: '/authors/nobody/atom.xml', get: 404, takesPost: false },
  'server: feed of comments': { path: '/comments.xml', get: 200, takesPost: false },
  'server: comments of a piece': { path: '/articles/a-door/comments.xml', get: 200, takesPost: false },
  'server: piece as Markdown': { path: '/articles/a-door.md', get: 200, takesPost: false },
  'server: map of the site': { path: '/sitemap.xml', get: 200, takesPost: false },
  'server: map of pages': { path: '/sitemaps/pages.xml', get: 200, takesPost: false },
  'server: map of pieces': { path: '/sitemaps/1.xml', get: 200, takesPost: false },
  'server: no such map': { path: '/sitemaps/2.xml', get: 404, takesPost: false },
  'server: map of news': { path: '/news-sitemap.xml', get: 200, takesPost: false },
  'server: robots': { path: '/robots.txt', get: 200, takesPost: false },
  'server: for programs that read': { path: '/llms.txt', get: 200, takesPost: false },
  'server: thread': { path: '/articles/a-door/thread', get: 200, takesPost: false },
  'server: own comments': { path: '/articles/a-door/mine.json', get: 200, takesPost: false },
  'server: news for those who poll': { path: '/articles/a-door/live.json', get: 200, takesPost: false },
  // Calm: nobody is asked for a proof of work.
  'server: proof of work': { path: '/proof', get: 404, takesPost: false },
  'server: typing': {
    path: '/articles/a-door/typing',
    get: 405,
    takesPost: true,
    post: { form: { stream: '0'.repeat(26) }, gets: 204 },
  },
  'server: recommending': {
    path: '/comments/unknown/recommend',
    get: 302,
    takesPost: true,
    post: { form: { intent: 'give' }, gets: 404 },
  },
  'server: posting': { path: '/articles/a-door/comments', get: 302, takesPost: true },
  'server: question for a passkey': {
    path: '/login/passkey',
    get: 405,
    takesPost: true,
    post: { form: { use: 'sign-in' }, gets: 200 },
  },
  'server: no such address': { path: '/wp-login.php', get: 404, takesPost: false },
}
