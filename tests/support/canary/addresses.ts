/** Addresses that one handler answers alike: what holds for one of them in one way of asking holds for all. */
export type Kind = readonly string[]

/** Words of what is public, of what is hidden, the same with a slip, and beginnings: all must find what they found before. */
const WORDS: readonly string[] = [
  ...['stands', 'knots', 'root', '"for all to see"'],
  ...['7f3a', '19bc', '55d0', 'c2e8', '9a41', '4e07', '2b7d', '6c11', 'b6b2', '8d15', '3f90', 'e114', '07aa'],
  ...['c0de', '5b5b', '9e9e', '41aa', '3a3a'],
  ...['hidden', 'hiden', 'fallen', 'fallne', 'withdrawn', 'pending', 'unpublish*', 'trashed', 'tomorrow'],
]

const FEEDS = ['feed.xml', 'atom.xml', 'feed.json'] as const
const CARDS = ['card', 'card-1x1', 'card-4x3', 'card-16x9'] as const

/** By who answers them: the press and Next's pages, feeds, maps, forms of the account, the rooms of the staff. */
const FIXED: readonly Kind[] = [
  [
    ...['/', '/tags', '/tags/rope', '/tags/canarydrafttag', '/series', '/series/open-ropes'],
    ...['/series/canarydraftseries', '/authors', '/authors/olive-owner', '/authors/canaryeditorname'],
    ...['/archive', `/archive/${new Date().getUTCFullYear()}`, '/archive/2031/01', '/search'],
    ...['/guidelines', '/transparency', '/old/ropes', '/canary-missed', '/no-such-page'],
    ...['/internal/missing', '/internal/broken'],
  ],
  ['', '/tags/rope', '/tags/canarydrafttag', '/series/open-ropes', '/authors/canaryeditorname'].flatMap(
    (list) => FEEDS.map((file) => `${list}/${file}`),
  ),
  [
    ...['/comments.xml', '/sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/1.xml', '/sitemaps/2.xml'],
    ...['/news-sitemap.xml', '/llms.txt', '/robots.txt', '/opensearch.xml', '/no-such-key.txt'],
    ...['/manifest.webmanifest', '/styles/specimen.css?accent=%237a0019'],
    ...['/healthz', '/readyz', '/proof', '/login/passkey', '/card.png'],
    ...['/icon-192.png', '/icon-512.png', '/icon-masked-512.png'],
  ],
  [
    ...['/login', '/join?key=wrong', '/account', '/setup', '/setup?token=wrong', '/by-mail?key=wrong'],
    ...['/confirm?id=x&until=1&key=x', '/unsubscribe?id=x&key=x', `/preview/${'x'.repeat(22)}`],
    ...['/api/auth/session', '/api/auth/providers', '/api/v1/articles'],
  ],
  [
    ...['/desk', '/desk?tab=all&q=canary', '/desk/people', '/desk/people?q=canarywaiting'],
    ...['/desk/people/guest-nobody', '/desk/log', '/desk/statistics'],
  ],
  ['/desk/log.csv', '/desk/live', '/desk/comments/unknown.json', '/desk/claims', '/desk/errands'],
  [
    ...['/studio', '/studio?status=all&q=canary', '/studio?status=trashed', '/studio/calendar'],
    ...['/studio/redirects', '/studio/media'],
  ],
  [
    ...['/studio/media/uploads', '/studio/media/uploads/unknown', '/studio/pieces?title=canary'],
    ...['/studio/text', '/studio/save', '/studio/lock', '/studio/preview'],
  ],
  [
    ...['/settings', '/settings/words', '/settings/words/export?kind=banned&language='],
    ...['/settings/learner', '/settings/people', '/settings/checks', '/settings/reasons'],
    ...['/settings/appearance', '/settings/danger', '/settings/export.tar.gz'],
  ],
]

/** What can be asked about a piece, by the last part of its address. */
const OF_PIECE: readonly string[] = [
  ...[
    '',
    '?after=zzz',
    '?sort=oldest',
    '?sort=discussed',
    '?_rsc=1abcd',
    '.md',
    '/comments',
    '/comments.xml',
  ],
  ...['/mine', '/mine.json', '/respond', '/thread', '/thread?sort=discussed', '/live.json'],
  ...CARDS.map((card) => `/${card}.png`),
]

/** What can be asked about a comment below a piece, whether or not it stands there. */
const ofCommentThere = (id: string): readonly string[] => [
  ...[`/respond?to=${id}`, `?branch=${id}`, `/thread?branch=${id}`, `/thread?only=${id}`],
  // Places made up with an id that is perhaps not shown.
  ...[`?after=mabcdefg-${id}`, `/thread?sort=oldest&after=mabcdefg-${id}`],
  ...[`/thread?sort=discussed&after=1.mabcdefg-${id}`, `/live.json?since=${id.slice(-12)}-0`],
]

const ofComment = (id: string): readonly string[] => [
  ...[`/comments/${id}`, `/comments/${id}/report`, `/comments/${id}/recommend`],
  ...[`/comments/${id}/status?key=wrong`, `/desk/comments/${id}`, `/desk/comments/${id}.json`],
]

/** What the studio has of a piece. */
export const ofPieceInStudio = (id: string, revisionId: string): readonly string[] => [
  `/pieces/${id}`,
  ...[
    ...['', '/publish', '/details', '/sharing', '/conflict', '/comments', '/revisions'],
    ...[`/revisions/${revisionId}`, `/revisions/${revisionId}?view=source`],
  ].map((room) => `/studio/${id}${room}`),
]

const perEach = (endings: readonly string[], slugs: readonly string[]): readonly Kind[] =>
  endings.map((ending) => slugs.map((slug) => `/articles/${slug}${ending}`))

/** Every address there is, for these pieces and comments; `fixed` are asked about whatever the pieces are. */
export const kinds = (slugs: readonly string[], ids: readonly string[]): readonly Kind[] => {
  const under = (path: (id: string) => readonly string[]): readonly Kind[] =>
    path('').map((_, kind) =>
      slugs.slice(0, 2).flatMap((slug) => ids.map((id) => `/articles/${slug}${path(id)[kind] ?? ''}`)),
    )
  return [
    ...FIXED,
    ...['', '&in=comments'].map((where) =>
      WORDS.map((words) => `/search?q=${encodeURIComponent(words)}${where}`),
    ),
    ...perEach(OF_PIECE, slugs),
    // Ids are asked for where they belong, and under one other piece.
    ...under(ofCommentThere),
    ...ofComment('').map((_, kind) => ids.map((id) => ofComment(id)[kind] ?? '')),
  ]
}

/** Streams do not end where they are let in: asked only of what nobody may hear. */
export const hiddenPieces = (slugs: readonly string[]): readonly Kind[] =>
  perEach([...OF_PIECE, '/live', '/feed.xml'], slugs)
