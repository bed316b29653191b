import type { ArticleKind } from '../articles/article-kind'
import { piecePath } from '../articles/article-path'
import { DAY } from '../kernel/clock'
import type { Effect } from '../kernel/effect'
import type { OutboundAnswer, OutboundRequest } from '../kernel/outbound'
import type { Ports } from '../ports'
import type { SiteSettings } from '../settings/site-settings'
import { topicsOf } from './topics'

/** Takes addresses for every search engine that takes part (indexnow.org), unless the operator names one (`INDEXNOW_URL`). */
const INDEX_NOW = 'https://api.indexnow.org/indexnow'
/** Feeds ask by themselves within a day or two: older news is none. */
const STALE = 2 * DAY

type Told = Extract<Effect, { kind: 'article.told' }>

/** An address that readers know or knew. */
interface Known {
  readonly slug: string
  readonly kind: ArticleKind
}

/** WebSub (W3C), section 7: the hub is told which feeds have changed, and fetches them. */
const toHub = ({ webSubHub }: SiteSettings, topics: readonly string[]): OutboundRequest => {
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const topic of topics) form.append('hub.url', topic)
  return {
    ...{ method: 'POST', url: webSubHub, body: form.toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
}

const toIndexNow = (
  url: string,
  { indexNowKey: key }: SiteSettings,
  { origin, pieces }: { readonly origin: string; readonly pieces: readonly Known[] },
): OutboundRequest => ({
  ...{ method: 'POST', url, headers: { 'content-type': 'application/json; charset=utf-8' } },
  body: JSON.stringify({
    ...{ host: new URL(origin).host, key, keyLocation: `${origin}/${key}.txt` },
    urlList: [`${origin}/`, ...pieces.map((piece) => origin + piecePath(piece))],
  }),
})

const isTaken = (answer: OutboundAnswer): boolean =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300

/** 4xx says that asking again changes nothing, but for "too many". */
const isFinal = (answer: OutboundAnswer): boolean =>
  answer.kind === 'refused' ||
  (answer.kind === 'answered' && answer.status >= 400 && answer.status < 500 && answer.status !== 429)

/** Addresses that were public once. Of what never was, nobody is told that it is there. */
const known = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  { slugs }: Told,
): Promise<readonly Known[]> => {
  const now = clock.now()
  const meanings = await Promise.all(slugs.map((slug) => articleReader.meaningOf(slug, now)))
  return slugs.flatMap((slug, i) => {
    const meaning = meanings[i]
    return meaning && meaning.kind !== 'missing' ? [{ slug, kind: meaning.of }] : []
  })
}

type Deps = Pick<
  Ports,
  'outbound' | 'settingsStore' | 'articleStore' | 'articleReader' | 'clock' | 'indexNowUrl'
>

/** What is said of it; null for nothing: pages stand in no feed. */
const newsOf = async (
  deps: Deps,
  told: Told,
  { origin, settings }: { readonly origin: string; readonly settings: SiteSettings },
): Promise<OutboundRequest | null> => {
  const pieces = await known(deps, told)
  if (pieces.length === 0) return null
  if (told.to === 'indexnow') return toIndexNow(deps.indexNowUrl ?? INDEX_NOW, settings, { origin, pieces })
  const topics = await topicsOf(deps, told.articleId, origin)
  return topics.length === 0 ? null : toHub(settings, topics)
}

/**
 * Tells somebody elsewhere of a change: at least once, and saying the same twice does no harm. Throws when nobody took
 * it, so that the outbox tries again; what the owner has switched off meanwhile, or what is too old, is let go. Returns
 * null, or why nobody will ever take it.
 */
export const announce = async (deps: Deps, told: Told, origin: string): Promise<string | null> => {
  const { settings } = await deps.settingsStore.read()
  const target = told.to === 'hub' ? settings.webSubHub : settings.indexNowKey
  if (target === '' || deps.clock.now() - told.since > STALE) return null
  const request = await newsOf(deps, told, { origin, settings })
  if (!request) return null
  const answer = await deps.outbound.send(request)
  if (isTaken(answer)) return null
  const why = answer.kind === 'answered' ? `It answered ${answer.status}.` : answer.why
  if (!isFinal(answer)) throw new Error(`${told.to} could not be told: ${why}`)
  return why
}
