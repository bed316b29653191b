import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { HeadFacts } from '../../components/reader/head-facts'
import { PageDocument } from '../../components/reader/page-document'
import { Sheet } from '../../components/reader/sheet'
import type { FormTrouble } from '../../components/reader/trouble'
import { hasPlayer } from '../../lib/articles/document/has-player'
import { readActor } from '../../lib/auth/read-actor'
import type { Refused } from '../../lib/http/form-state'
import type { Runtime } from '../../lib/http/runtime'
import { withoutQuery } from '../../lib/http/without-query'
import type { ClientFacts } from '../../lib/kernel/client-facts'
import type { Navigation } from '../../lib/settings/navigation'
import type { SiteSettings } from '../../lib/settings/site-settings'
import type { Params } from '../exchange'
import type { PageStyles } from '../styles/page-styles'
import { pictureStyles } from '../styles/picture-styles'
import { parseTarget } from '../request/parse-target'
import { matchPattern } from '../routes/match-pattern'
import type { Asked, BarePage, PageView } from '../pages/page'
import { BARE_PAGES, PERSONAL_PAGES, PUBLIC_PAGES } from '../pages/page-table'

/** Whose page it is. */
export interface PageVisitor {
  readonly client: ClientFacts
  /** The `Cookie` header; null for none. */
  readonly cookie: string | null
  /** The post that was refused, when the page shows it again. */
  readonly refused?: Refused
}

/** Which page, for whom. Without a visitor the page is for everybody: no cookie, no address, nothing to vary by. */
export interface PageQuestion {
  /** Path and query, percent-encoded. */
  readonly path: string
  readonly visitor?: PageVisitor
}

/** A page of readers, before it is compressed and kept. */
export interface RenderedPage {
  readonly status: number
  /** UTF-8. */
  readonly bytes: Buffer
  /** Whether it offers players of other houses, which its policy must let in. */
  readonly hasPlayer: boolean
  /** Which style elements its policy must allow, as it names them; null when it has none. */
  readonly style: string | null
  /** Whole seconds. */
  readonly retryAfter?: number
}

/** The reader's side: every page of it, made in one go of our own components (decision 34). */
export interface ReaderPages {
  /** Throws when the page cannot be made. */
  render(question: PageQuestion): Promise<RenderedPage>
}

type House = Pick<Runtime, 'stet' | 'env'>

const troubleOf = ({ error, values }: Refused): FormTrouble => {
  const { code, message, fields = {} } = error
  return { message, fields, values, nudge: code === 'nudge' }
}

const askedOf = (
  { stet, env }: House,
  site: SiteSettings,
  { query, params }: { readonly query: URLSearchParams; readonly params: Params },
): Asked => ({
  ...{ stet, site },
  origin: env.publicOrigin,
  param: (name) => params[name] ?? '',
  query: (name) => {
    const [value, ...more] = query.getAll(name)
    return value === undefined || more.length > 0 ? null : value
  },
})

/** No page of ours has this address: whoever asks for it has a mistake in it. */
const noPage = (path: string): Error => new Error(`There is no page at ${withoutQuery(path)}.`)

const find = <P,>(
  table: readonly (readonly [pattern: string, page: P])[],
  segments: readonly string[],
): { readonly page: P; readonly params: Params } | null => {
  for (const [pattern, page] of table) {
    const params = matchPattern(pattern, segments)
    if (params) return { page, params }
  }
  return null
}

/** What the page says, asked of the one who makes it. */
const viewOf = async (
  house: House,
  site: SiteSettings,
  { path, visitor }: PageQuestion,
): Promise<PageView> => {
  const target = parseTarget(path)
  if (typeof target === 'string') throw noPage(path)
  const { segments, query } = target
  const everybodys = find(PUBLIC_PAGES, segments)
  if (everybodys) return everybodys.page(askedOf(house, site, { query, params: everybodys.params }))
  const own = find(PERSONAL_PAGES, segments)
  if (!own || !visitor) throw noPage(path)
  const { client, cookie, refused } = visitor
  return own.page({
    ...askedOf(house, site, { query, params: own.params }),
    client,
    actor: async () => (await readActor(house, cookie)).actor,
    trouble: refused ? troubleOf(refused) : null,
  })
}

const bareBody = ({ body }: BarePage): ReactNode => (
  <main className="sheet" id="main" tabIndex={-1}>
    {body}
  </main>
)

const doorOnly = ({ footer }: Navigation): Navigation => ({
  header: [],
  footer: footer.filter(({ href }) => href === '/login'),
})

const printedBody = (
  { name, navigation, description }: SiteSettings,
  { path, front, closed = false, body }: PageView,
): ReactNode => {
  const links = closed ? doorOnly(navigation) : navigation
  return (
    <Sheet name={name} navigation={links} path={path} description={description} front={front}>
      {body}
    </Sheet>
  )
}

/** The island's elements, and the cards of videos: without one of them a page names no script at all. */
const hasIslandWork = (html: string): boolean => html.includes('<stet-') || hasPlayer(html)
const END = '</body></html>'

/** … and what improves them, after what is read: nothing of the page waits for it. */
const islandOf = (html: string, island: string): string =>
  hasIslandWork(html) ? `<script type="module" src="${island}" fetchPriority="low"></script>` : ''

/** No text of a page can end its head. */
const HEAD_END = '</head>'

/**
 * The page with its styles and its script, which are longer than what it says: they are put in last, so that looking
 * through it, and making it, passes over the page alone. As bytes: for a text of that length V8 makes room of its own
 * each time, which takes as long as printing the page (decision 58).
 */
const completed = (html: string, styles: readonly string[], island: string): Buffer => {
  const body = html.indexOf(HEAD_END)
  const elements = styles.map((style) => (style === '' ? '' : `<style>${style}</style>`))
  const parts = [html.slice(0, body), ...elements, html.slice(body, -END.length), island + END]
  return Buffer.concat(parts.map((part) => Buffer.from(part)))
}

/** Prints reader pages as whole HTML documents, with their styles in them and the island where there is work for it. */
export const readerPages = (house: House, styles: Pick<PageStyles, 'dress'>): ReaderPages => {
  const print = async (status: number, head: HeadFacts, body: ReactNode): Promise<RenderedPage> => {
    const worn = await styles.dress()
    const page = (
      <PageDocument head={head} dress={worn}>
        {body}
      </PageDocument>
    )
    const html = `<!DOCTYPE html>${renderToStaticMarkup(page)}`
    const elements = [worn.styleOf(html), pictureStyles(html)]
    return {
      status,
      bytes: completed(
        html,
        elements.map(({ style }) => style),
        islandOf(html, worn.island),
      ),
      hasPlayer: hasPlayer(html),
      style: elements.flatMap(({ policy }) => policy ?? []).join(' ') || null,
    }
  }
  return {
    render: async (question) => {
      const bare = BARE_PAGES.find(([path]) => path === question.path)?.[1]
      if (bare) return print(200, bare.head, bareBody(bare))
      const { settings } = await house.stet.settings.read()
      const view = await viewOf(house, settings, question)
      const page = await print(view.status ?? 200, view.head, printedBody(settings, view))
      return { ...page, retryAfter: view.retryAfter }
    },
  }
}
