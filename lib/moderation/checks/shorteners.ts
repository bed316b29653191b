import { linksIn } from '../links-in'
import { type Check, PASS } from './check'

/** Services whose addresses tell nothing of where they lead. */
const SHORTENERS: ReadonlySet<string> = new Set(
  `bit.ly bitly.com tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly tiny.cc lnkd.in
  soo.gd s.id clck.ru vk.cc qps.ru u.to adf.ly ouo.io shorte.st bc.vc linktr.ee t.me wa.me chat.whatsapp.com discord.gg x.co
  dlvr.it trib.al snip.ly bl.ink short.io kutt.it n9.cl acortar.link dub.sh urlz.fr lc.cx tr.im zpr.io han.gl me2.kr`.split(
    /\s+/,
  ),
)

/** Whoever wants to send readers somewhere may say where. */
export const shorteners: Check = {
  name: 'shorteners',
  run: ({ body }, { screening }) => {
    if (!screening.shorteners) return PASS
    const hidden = linksIn(body).filter(({ domain }) => SHORTENERS.has(domain))
    const [first] = hidden
    if (!first) return PASS
    return {
      level: 'hold',
      reason: `It links to ${first.domain}, which does not tell where it leads.`,
      nudge: `It links to ${first.domain}, which does not tell where it leads. Readers trust an address that they can read.`,
      evidence: { spans: hidden.map(({ span }) => span), facts: { domain: first.domain } },
    }
  },
}
