import { ConfirmAddress } from '../../components/reader/confirm-address'
import { MailDecision } from '../../components/reader/mail-decision'
import { StopMails } from '../../components/reader/stop-mails'
import { nothingHere } from './nothing-here'
import type { PersonalPage, Visit } from './page'

/** Fields of a link from a mail; '' for what it lacks opens nothing. */
const linkOf = (visit: Visit) => ({
  id: visit.query('id') ?? '',
  until: visit.query('until') ?? '',
  key: visit.query('key') ?? '',
})

const CONFIRM = { title: 'Confirm your address', robots: 'noindex' } as const
const STOP = { title: 'Mail from us', robots: 'noindex' } as const
const DECIDE = { title: 'Decide by mail', robots: 'noindex' } as const

/** Looking at it confirms nothing: programs follow the links of mails. */
export const confirmPage: PersonalPage = async (visit) => {
  const link = linkOf(visit)
  const view = await visit.stet.mail.confirmation(link)
  if (!view) return nothingHere(CONFIRM)
  const action = `/confirm?${new URLSearchParams(link)}`
  return { head: CONFIRM, body: <ConfirmAddress view={view} action={action} /> }
}

/** Looking at it stops nothing. */
export const unsubscribePage: PersonalPage = async (visit) => {
  const { id, key } = linkOf(visit)
  const view = await visit.stet.mail.openStop({ id, key })
  if (!view) return nothingHere(STOP)
  const action = `/unsubscribe?${new URLSearchParams({ id, key })}`
  return { head: STOP, body: <StopMails view={view} action={action} /> }
}

/** Looking at it decides nothing. */
export const byMailPage: PersonalPage = async (visit) => {
  const { key } = linkOf(visit)
  const view = await visit.stet.mail.openDecision(key)
  if (!view) return nothingHere(DECIDE)
  const action = `/by-mail?${new URLSearchParams({ key })}`
  const done = visit.query('done')
  return {
    head: DECIDE,
    body: <MailDecision view={view} done={done} action={action} trouble={visit.trouble} />,
  }
}
