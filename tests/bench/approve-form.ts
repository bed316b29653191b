import type { WaitingCard } from './waiting-cards'

const BOUNDARY = 'stet-bench-form'

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

/** The hidden fields of the first card's form on the desk, as a browser without JavaScript would send them. */
const hiddenFields = (html: string): ReadonlyMap<string, string> => {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((part) => part.includes('name="commentId"'))
  if (!form) throw new Error('The desk shows no form to decide with.')
  return new Map(
    Array.from(
      form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g),
      ([, name = '', value = '']) => [unescape(name), unescape(value)],
    ),
  )
}

const multipart = (fields: ReadonlyMap<string, string>): string =>
  [...fields]
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('') + `--${BOUNDARY}--\r\n`

/**
 * Every call gives the body that approves the next waiting comment. After the last it begins again, for a server that
 * only reads them; the real one then answers with a conflict, which ends the run.
 */
export const approvals = (deskHtml: string, cards: readonly WaitingCard[]): (() => string) => {
  const fields = hiddenFields(deskHtml)
  const bodies = cards.map(({ commentId, revisionId, version }) => {
    const own = { commentId, revisionId, version: String(version), move: 'approve', reason: '' }
    return multipart(new Map([...fields, ...Object.entries(own)]))
  })
  let next = 0
  return () => {
    next += 1
    return bodies[(next - 1) % bodies.length] ?? ''
  }
}
