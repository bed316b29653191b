/**
 * The picture of docs/architecture.md, enforced. tests/architecture/boundaries.test.ts plants an import against every
 * rule and expects it to be refused.
 */

/** Business rooms, in their order: the right may know the left. */
const ROOMS = [
  'kernel',
  'policy',
  'text',
  'settings',
  'accounts',
  'media',
  'articles',
  'comments',
  'feeds',
  'moderation',
  'notifications',
  'search',
  'realtime',
  'transfer',
]
const BUSINESS = `^lib/(${ROOMS.join('|')})/`
const BEYOND_KERNEL = `^lib/(${ROOMS.slice(1).join('|')})/`

/** As resolved in node_modules, or as written where it is not installed. */
const packages = (...names) => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`
const FRAMEWORKS = packages('next', 'react', 'react-dom', 'next-auth')
const DATABASES = packages('@prisma', 'better-sqlite3', 'pg')

const VALUE = { dependencyTypesNot: ['type-only'] }

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const roomOrder = ROOMS.slice(0, -1).map((room, index) =>
  forbid(
    `${room}-knows-the-left-only`,
    `Business rooms are ordered ${ROOMS.join(' → ')}; where ${room} needs what stands right of it, it declares a function type and lib/compose.ts passes it in.`,
    { path: `^lib/${room}/` },
    { path: `^lib/(${ROOMS.slice(index + 1).join('|')})/` },
  ),
)

/**
 * Files of business rooms that adapters may import as values: tables, named sets, constants and the schema of a
 * stored row. Everything else that lib/db and lib/adapters know of a room is its types.
 */
const SHARED_FACTS =
  '^lib/[a-z]+/([a-z-]+-status|card|comment|subscription|[a-z]+-reasons|site-settings|stored-settings|navigation|article-kind|cover|crop-size|media-address|queue-reader|search-reader|decision-log|report-weight|word-lists|address-salts|measure|person-key|account-news|desk-mail-store|judge|queue-question|desk-address|undo-key|box-name|fill-reply|check-words)\\.ts$'

/** What a piece can hold, as tables and small pure functions: the editor in the browser is built from the same. */
const DOCUMENT_FACTS =
  '^lib/articles/document/(document|document-nodes|safe-href|web-address|figure-src|tk-marker|word-count|shape-document|tidy-document)\\.ts$'

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one noun, or hide a third. Types may refer to each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('no-unknown', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'no-development-packages',
      'What is served must not need a development package.',
      { path: '^(app|components|lib|server)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    ),
    forbid(
      'no-tests-in-the-product',
      'Tests know the product, not the other way. The demo seed shares their builders.',
      { path: '^(app|components|lib|server)/' },
      { path: '^(tests|scripts)/', pathNot: '^tests/support/builders/' },
    ),
    forbid(
      'builders-only-for-the-demo',
      'Builders make what a test or a demo needs, not what a reader asked for.',
      { path: '^(app|components|lib|server)/', pathNot: '^server/demo/' },
      { path: '^tests/' },
    ),

    ...roomOrder,
    forbid(
      'business-is-pure',
      'Business rooms know their ports, not who implements or calls them.',
      { path: BUSINESS },
      {
        path: '^(app|components|server)/|^lib/(db|adapters|auth|http|press)/|^lib/(env(-mail)?|compose(-accounts|-articles)?)\\.ts$',
      },
    ),
    forbid(
      'business-takes-ports-as-types',
      'lib/ports.ts names every room; a room may only take types from it.',
      { path: BUSINESS },
      { path: '^lib/ports\\.ts$', ...VALUE },
    ),
    forbid(
      'business-has-no-technology',
      'No framework, no database, no provider in a business room.',
      { path: BUSINESS },
      {
        path: `${FRAMEWORKS}|${DATABASES}|${packages('nodemailer', 'pino', '@node-rs', 'rate-limiter-flexible')}`,
      },
    ),

    forbid(
      'adapters-take-types',
      'lib/db and lib/adapters implement ports: types, kernel, and the facts a row is parsed with. No use-case.',
      { path: '^lib/(db|adapters)/' },
      { path: BEYOND_KERNEL, pathNot: SHARED_FACTS, ...VALUE },
    ),
    forbid(
      'adapters-stay-below',
      'An adapter knows nothing of requests, pages or of how things are put together.',
      { path: '^lib/(db|adapters)/' },
      { path: '^(app|components|server)/|^lib/(auth|http|press)/|^lib/compose(-accounts|-articles)?\\.ts$' },
    ),
    forbid(
      'adapters-are-configured',
      'The environment reaches an adapter as arguments.',
      { path: '^lib/(db|adapters)/' },
      { path: '^lib/env(-mail|-s3|-error|-values)?\\.ts$', ...VALUE },
    ),
    forbid(
      'only-db-knows-databases',
      'Prisma and the SQL drivers live in lib/db.',
      { pathNot: '^lib/db/' },
      { path: DATABASES },
    ),
    forbid(
      'generated-clients-stay-in-db',
      'Generated clients are a detail of lib/db.',
      { pathNot: '^lib/db/' },
      { path: '^lib/db/generated/' },
    ),
    forbid(
      'only-auth-knows-next-auth',
      'next-auth is a protocol layer behind lib/auth.',
      { pathNot: '^lib/auth/' },
      { path: packages('next-auth') },
    ),
    forbid(
      'lib-knows-no-pages',
      'Nothing below lib/ knows a page, a component or the server.',
      { path: '^lib/' },
      { path: '^(app|components|server)/' },
    ),
    forbid(
      'http-goes-through-the-composition',
      'lib/http, lib/auth and lib/press reach the store through what lib/compose.ts made.',
      { path: '^lib/(http|auth|press)/' },
      { path: '^lib/(db|adapters)/' },
    ),

    forbid(
      'pages-go-through-http',
      'A page reads params, calls what the composition offers, and renders: in app/ by Next, in server/pages by our own renderer.',
      { path: '^(app|server/pages)/' },
      {
        path: '^server/(?!pages/)|^lib/(db|adapters)/|^lib/(compose(-accounts|-articles)?|env(-mail)?)\\.ts$',
        ...VALUE,
      },
    ),
    forbid(
      'pages-take-business-types',
      'Pages and components know the business by its types; what they show was presented for them. An action or route file may take the input schema that stands beside a use-case (eslint.config.mjs looks at the name).',
      { path: '^(app|components|server/pages)/', pathNot: '^app/.*(-actions?|/route)\\.ts$' },
      { path: BEYOND_KERNEL, pathNot: [SHARED_FACTS, DOCUMENT_FACTS, '^lib/policy/policy\\.ts$'], ...VALUE },
    ),
    forbid(
      'components-get-props',
      'A component gets data and actions as props; how a form stands is part of them.',
      { path: '^components/' },
      {
        path: '^(app|server)/|^lib/(policy|db|adapters|auth|http|press)/|^lib/(compose(-accounts|-articles)?|env(-mail)?)\\.ts$',
        pathNot: '^lib/http/form-state\\.ts$',
        ...VALUE,
      },
    ),
    forbid(
      'ui-knows-no-domain',
      'Buttons and dialogs serve any product.',
      { path: '^components/ui/' },
      { path: '^(app|lib|server)/|^components/(?!ui/)' },
    ),
    forbid(
      'islands-are-plain',
      'An island is a few kilobytes of plain TypeScript: no package (the solver of ALTCHA apart, decision 29), no React, nothing of the server. It shares the words and formats of the page.',
      { path: '^components/islands/' },
      {
        path: '^(app|lib|server)/|^components/(?!islands/)|node_modules/',
        pathNot: '^components/(ui|reader)/[a-z-]+\\.ts$|^node_modules/altcha-lib/',
        ...VALUE,
      },
    ),
    forbid(
      'readers-pages-are-light',
      'The public side does not carry the rooms of the staff.',
      { path: '^(server/pages|components/reader)/' },
      { path: '^app/\\((staff|account)\\)/|^components/(desk|studio)/' },
    ),
    forbid('nothing-calls-the-server', 'server/ is the top.', { pathNot: '^server/' }, { path: '^server/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    // Type-only imports count: a room must not even know the types of what stands above it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
