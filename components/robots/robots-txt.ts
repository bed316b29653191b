/** What is of no use to anybody who searches: forms, what belongs to one reader, the rooms of the staff. */
const NOT_FOR_ROBOTS = [
  '/account',
  '/api/',
  '/articles/*/comments$',
  '/articles/*/live',
  '/articles/*/mine',
  '/articles/*/respond',
  '/articles/*/thread',
  '/articles/*/typing',
  '/comments/*/recommend',
  '/comments/*/report',
  '/comments/*/status',
  '/confirm',
  '/desk',
  '/login',
  '/preview/',
  '/settings',
  '/setup',
  '/join',
  '/studio',
  '/unsubscribe',
] as const

/** RFC 9309. It keeps nobody out; it saves both sides the asking. */
export const robotsTxt = (origin: string): string =>
  [
    'User-agent: *',
    ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`),
    'Allow: /',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/news-sitemap.xml`,
    '',
  ].join('\n')
