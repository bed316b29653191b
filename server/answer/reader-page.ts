import { hasPlayer } from '../../lib/articles/document/has-player'
import { type FinishedPage, finishPage } from '../../lib/press/finished-page'
import type { PageQuestion } from '../render/reader-pages'
import type { Services } from '../services'
import { playerPolicy } from './security-headers'

const HTML = 'text/html; charset=utf-8'

/** A page of the reader's side, finished. */
export const readerPage = async (
  { env, pages, styles }: Pick<Services, 'env' | 'pages' | 'styles'>,
  question: PageQuestion,
): Promise<FinishedPage> => {
  const { status, html } = await pages.render(question)
  const page = await styles.dress(html)
  const headers = hasPlayer(page) ? { 'content-security-policy': playerPolicy(env) } : undefined
  return finishPage(status, HTML, Buffer.from(page), headers)
}
