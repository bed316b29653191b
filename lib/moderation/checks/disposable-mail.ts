import { type Check, type Finding, PASS } from './check'

/** 120,000 domains: read when somebody types an address for the first time, and kept. Node takes JSON by this name alone. */
let known: Promise<ReadonlySet<string>> | undefined
const domains = (): Promise<ReadonlySet<string>> =>
  (known ??= import('disposable-email-domains', { with: { type: 'json' } }).then(
    (list) => new Set(list.default),
  ))

/** A mailbox at mail.example.org is one of example.org as well. */
const isDisposable = async (domain: string): Promise<boolean> => {
  const list = await domains()
  const labels = domain.split('.')
  return labels.slice(0, -1).some((_, n) => list.has(labels.slice(n).join('.')))
}

const lookUp = async (domain: string): Promise<Finding> =>
  (await isDisposable(domain))
    ? {
        level: 'hold',
        reason: `The mail address is one to be thrown away (${domain}).`,
        evidence: { facts: { domain } },
      }
    : PASS

/** Addresses made to be thrown away: nobody needs to give one here, so whoever gives such a one wants something. */
export const disposableMail: Check = {
  name: 'disposable-mail',
  run: ({ email }, { screening }) =>
    screening.disposableMail && email !== '' ? lookUp(email.split('@').at(-1)?.toLowerCase() ?? '') : PASS,
}
