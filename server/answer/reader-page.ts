import { SPECULATION_RULES } from '../../components/robots/speculation-rules'
import { type FinishedPage, finishPage } from '../../lib/press/finished-page'
import type { PageQuestion } from '../render/reader-pages'
import type { Services } from '../services'
import { pagePolicy } from './security-headers'

const HTML = 'text/html; charset=utf-8'

/** A page of the reader's side, finished. */
export const readerPage = async (
  { env, pages }: Pick<Services, 'env' | 'pages'>,
  question: PageQuestion,
): Promise<FinishedPage> => {
  const { status, bytes, style, hasPlayer, retryAfter } = await pages.render(question)
  const policy = pagePolicy(env, { style, hasPlayer })
  return finishPage(status, HTML, bytes, {
    'content-security-policy': policy,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    // One's own pages lead to forms and keys: nothing there is fetched before it is wanted.
    ...(question.visitor ? {} : { 'speculation-rules': SPECULATION_RULES }),
  })
}
