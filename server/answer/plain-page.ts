import { type Problem, problem } from '../../lib/http/problem'
import type { Exchange } from '../exchange'
import { wantsHtml } from '../exchange'

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** A page that needs nothing: no Next, no database; its style sheet may be missing. */
const plainPage = (title: string, detail: string): string =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">' +
  `<link rel="stylesheet" href="/plain.css"><title>${escape(title)}</title></head><body><main><h1>${escape(title)}</h1><p>${escape(detail)}</p>` +
  '<p><a href="/">Go to the front page</a></p></main></body></html>'

/** Refuses in plain words: a page for people, a problem document for programs. */
export const refuse = async (exchange: Pick<Exchange, 'req' | 'res'>, what: Problem): Promise<void> => {
  const { res } = exchange
  if (res.headersSent) return void res.destroy()
  const html = wantsHtml(exchange)
  const body = Buffer.from(html ? plainPage(what.title, what.detail) : problem(what).body)
  res.writeHead(what.status, {
    ...what.headers,
    'content-type': html ? 'text/html; charset=utf-8' : 'application/problem+json',
    'content-length': String(body.length),
    'cache-control': 'no-store',
  })
  res.end(body)
}
