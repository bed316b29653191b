import { type FoundLink, linksIn } from '../links-in'
import { type Check, type CheckPorts, type Finding, PASS } from './check'

/** Fewer decided comments are no record. */
const RECORD = 2
/** From this share turned away on. */
const SHARE = 0.5

const recordOf = async (
  links: readonly FoundLink[],
  commentId: string | null,
  { screeningReader }: CheckPorts,
): Promise<Finding> => {
  const domains = [...new Set(links.map(({ domain }) => domain))]
  const records = await screeningReader.domains(domains, commentId)
  const bad = records.filter(
    ({ approved, against }) => against >= RECORD && against / (approved + against) >= SHARE,
  )
  const [worst] = [...bad].sort((a, b) => b.against - a.against)
  if (!worst) return PASS
  const { domain, approved, against } = worst
  return {
    level: 'hold',
    reason: `Of ${approved + against} comments that linked to ${domain}, ${against} were turned away.`,
    evidence: {
      spans: links.flatMap(({ span, domain: to }) =>
        bad.some((record) => record.domain === to) ? [span] : [],
      ),
      facts: { domain, approved, against },
    },
  }
}

/** What became of earlier comments here that linked to the same place. */
export const domainRecord: Check = {
  name: 'domain-record',
  run: ({ body, commentId }, { screening }, ports) => {
    const links = screening.domainRecord ? linksIn(body).filter(({ domain }) => domain !== '') : []
    return links.length === 0 ? PASS : recordOf(links, commentId, ports)
  },
}
