import type { MeasureKind } from '../accounts/measure'
import { HOUR, type Instant } from '../kernel/clock'
import { type MailDeps, LEASE_MS, deliver } from './deliver'
import { NEWS_LAST, type VisibleNews, newsLetter } from './news-letter'
import type { NewsRow } from './notice-store'
import { nextMailAt } from './rhythm'
import { shutOut } from './shut-out'

/** News one mail holds at most; the rest comes with the next one. */
const NEWS_PER_MAIL = 50

const isVisible = (news: NewsRow): news is VisibleNews => news.visible !== null

/**
 * What readers do not see is not told. It comes later if only something above it, or its piece, is hidden for now;
 * otherwise it is forgotten, and comes again should the comment itself be approved again.
 */
const setAside = async ({ noticeStore }: MailDeps, rows: readonly NewsRow[], now: Instant): Promise<void> => {
  const mayAppear = ({ visible, approved, createdAt }: NewsRow): boolean =>
    !visible && approved && now - createdAt < NEWS_LAST
  const isOver = (row: NewsRow): boolean =>
    row.visible === null ? !mayAppear(row) : row.attempts > 1 && now - row.createdAt >= NEWS_LAST
  const idsOf = (some: readonly NewsRow[]) => some.map(({ noticeId }) => noticeId)
  await noticeStore.postpone(idsOf(rows.filter(mayAppear)), now + HOUR)
  await noticeStore.drop(idsOf(rows.filter(isOver)))
}

/** Who is asked to pause may hear of it later; whoever is banned does not. */
const withheld = (row: NewsRow, by: MeasureKind | undefined): NewsRow =>
  by === undefined ? row : { ...row, visible: null, approved: row.approved && by === 'suspend' }

/**
 * Tells one address what is due, in one mail, if it may have one now; everything is looked at again before. False when
 * the mail server has no time.
 */
export const sendNews = async (deps: MailDeps, origin: string, emailKey: string): Promise<boolean> => {
  const { noticeStore, mailLog, settingsStore, secrets, clock } = deps
  const now = clock.now()
  const facts = await mailLog.facts(emailKey, now)
  if (facts.refused) {
    await noticeStore.dropAddress(emailKey)
    return true
  }
  const from = nextMailAt(facts)
  if (from > now) {
    await noticeStore.hold(emailKey, from)
    return true
  }
  const leased = await noticeStore.leaseNews(emailKey, now, NEWS_PER_MAIL, LEASE_MS)
  const out = await shutOut(
    deps,
    emailKey,
    leased.map(({ holder }) => holder),
  )
  const rows = leased.map((row) => withheld(row, out.get(row.holder)))
  await setAside(deps, rows, now)
  const [first, ...others] = rows
    .filter(isVisible)
    .filter(({ attempts, createdAt }) => attempts <= 1 || now - createdAt < NEWS_LAST)
  if (!first) return true
  const news = [first, ...others] as const
  const { name } = (await settingsStore.read()).settings
  return deliver(deps, newsLetter({ secrets, origin, name }, emailKey, news), {
    emailKey,
    kind: news.length > 1 ? 'digest' : 'notice',
    noticeIds: news.map(({ noticeId }) => noticeId),
    attempts: Math.max(...news.map(({ attempts }) => attempts)),
  })
}
