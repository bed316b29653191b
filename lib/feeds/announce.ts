import { articlePath } from '../articles/article-path'
import { DAY } from '../kernel/clock'
import type { Effect } from '../kernel/effect'
import type { OutboundAnswer, OutboundRequest } from '../kernel/outbound'
import type { Ports } from '../ports'
import type { SiteSettings } from '../settings/site-settings'

/** Takes addresses for every search engine that takes part (indexnow.org). */
const INDEX_NOW = 'https://api.indexnow.org/indexnow'
/** Feeds ask by themselves within a day or two: older news is none. */
const STALE = 2 * DAY

type Told = Extract<Effect, { kind: 'article.told' }>

/** WebSub (W3C), section 7: the hub is told which feeds have changed, and fetches them. */
const toHub = ({ webSubHub }: SiteSettings, origin: string): OutboundRequest => {
  const form = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const file of ['feed.xml', 'atom.xml', 'feed.json']) form.append('hub.url', `${origin}/${file}`)
  return {
    ...{ method: 'POST', url: webSubHub, body: form.toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
}

const toIndexNow = (
  { indexNowKey: key }: SiteSettings,
  origin: string,
  { slugs }: Told,
): OutboundRequest => ({
  ...{ method: 'POST', url: INDEX_NOW, headers: { 'content-type': 'application/json; charset=utf-8' } },
  body: JSON.stringify({
    ...{ host: new URL(origin).host, key, keyLocation: `${origin}/${key}.txt` },
    urlList: [`${origin}/`, ...slugs.map((slug) => origin + articlePath(slug))],
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
): Promise<readonly string[]> => {
  const now = clock.now()
  const meanings = await Promise.all(slugs.map((slug) => articleReader.meaningOf(slug, now)))
  return slugs.filter((_, i) => meanings[i]?.kind !== 'missing')
}

/**
 * Tells somebody elsewhere of a change: at least once, and saying the same twice does no harm. Throws when nobody took
 * it, so that the outbox tries again; what the owner has switched off meanwhile, or what is too old, is let go. Returns
 * null, or why nobody will ever take it.
 */
export const announce = async (
  deps: Pick<Ports, 'outbound' | 'settingsStore' | 'articleReader' | 'clock'>,
  told: Told,
  origin: string,
): Promise<string | null> => {
  const { settings } = await deps.settingsStore.read()
  const target = told.to === 'hub' ? settings.webSubHub : settings.indexNowKey
  if (target === '' || deps.clock.now() - told.since > STALE) return null
  const slugs = await known(deps, told)
  if (slugs.length === 0) return null
  const request =
    told.to === 'hub' ? toHub(settings, origin) : toIndexNow(settings, origin, { ...told, slugs })
  const answer = await deps.outbound.send(request)
  if (isTaken(answer)) return null
  const why = answer.kind === 'answered' ? `It answered ${answer.status}.` : answer.why
  if (!isFinal(answer)) throw new Error(`${told.to} could not be told: ${why}`)
  return why
}
