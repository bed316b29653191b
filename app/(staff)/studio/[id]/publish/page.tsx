import type { Metadata } from 'next'
import { ChangeList } from '@/components/studio/change-list'
import { Checklist } from '@/components/studio/checklist'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { PublishForm, ScheduleForm } from '@/components/studio/publish-forms'
import { TwoClocks } from '@/components/studio/two-clocks'
import { zoneNames } from '@/components/ui/zone-names'
import { Notice } from '@/components/ui/notice'
import { PUBLIC } from '@/lib/articles/article-status'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { HOUR } from '@/lib/kernel/clock'
import { wallTimeAt } from '@/lib/kernel/wall-time'
import { describePictureAction, publishNowAction, scheduleAction } from '../../publish-actions'
import { noPiece, pieceOf } from '../piece-of'

export const metadata: Metadata = { title: 'Publish' }

const DONE: Readonly<Record<string, string>> = {
  note: 'The note stands in the draft, with today’s date. Readers are told when you publish the change.',
  publish: 'Published: readers see it now.',
  describe: 'Described: it stands in the draft.',
  schedule: 'Scheduled. It appears by itself, with the text as it is now.',
}

export default openPage('open.studio', async (visit) => {
  const { stet, actor, query } = visit
  const found = await pieceOf(visit)
  if (!found.ok) return noPiece(found.error)
  const piece = found.value
  const { id: articleId, version, abilities } = piece
  const [checked, explained, logged, { settings }] = await Promise.all([
    stet.articles.check(actor, { articleId }),
    stet.articles.explain(actor, { articleId }),
    stet.articles.changes(actor, { articleId }),
    stet.settings.read(),
  ])
  const checks = checked.ok ? checked.value : []
  const facts = {
    ...{ articleId, version, refused: refusedPost() },
    objects: checks.some(({ weight }) => weight === 'objects'),
  }
  const zone = settings.timeZone
  const isAsPublished = PUBLIC.has(piece.status) && !piece.hasUnpublishedChanges
  // Tomorrow at the next full hour, or what is planned.
  const planned = piece.status === 'scheduled' && piece.publishedAt ? Date.parse(piece.publishedAt) : null
  const plannedIn = (logged.ok && planned !== null ? logged.value.scheduledIn : null) ?? zone
  const start = planned ?? Math.ceil(stet.ports.clock.now() / HOUR) * HOUR + 24 * HOUR
  const done = DONE[query('done') ?? '']
  return (
    <PieceSheet piece={piece} current="publish">
      <div className="grid max-w-[40rem] gap-10">
        {done && !facts.refused ? (
          <Notice kind="success">
            <p role="status">{done}</p>
          </Notice>
        ) : null}
        {planned !== null && piece.publishedAt ? (
          <p>
            Scheduled for <TwoClocks at={piece.publishedAt} zones={[plannedIn, zone, 'UTC']} />.
          </p>
        ) : null}
        <section className="grid gap-3">
          <h2 className="text-h3 font-bold">Checklist</h2>
          <Checklist {...{ checks, articleId, version }} describe={describePictureAction} />
        </section>
        {isAsPublished ? (
          <p className="text-ink-2">Readers have the newest text: there is nothing to publish.</p>
        ) : abilities.publish || abilities.update ? (
          <section className="grid gap-3">
            <h2 className="text-h3 font-bold">Publish now</h2>
            <PublishForm
              {...facts}
              action={publishNowAction}
              label={abilities.update ? 'Publish the changes' : 'Publish now'}
            />
          </section>
        ) : (
          <p className="text-ink-2">An editor publishes this piece.</p>
        )}
        {abilities.schedule ? (
          <section className="grid gap-3">
            <h2 className="text-h3 font-bold">Schedule</h2>
            <p className="text-ink-2">
              The text as it is now is kept for that moment; what is changed later waits for the next time.
            </p>
            <ScheduleForm
              {...facts}
              action={scheduleAction}
              start={{ ...wallTimeAt(start, plannedIn), zone: plannedIn }}
              zones={zoneNames(plannedIn)}
            />
          </section>
        ) : null}
        {explained.ok ? (
          <section className="grid gap-2">
            <h2 className="text-h3 font-bold">
              {explained.value.answer === 'public' ? 'What readers see' : 'Why isn’t it live?'}
            </h2>
            <ul className="grid list-disc gap-1 ps-5">
              {explained.value.because.map((sentence) => (
                <li key={sentence} className="wrap-anywhere">
                  {sentence}
                </li>
              ))}
              <li>
                {found.value.kind === 'page'
                  ? 'It is a page: it stands in no list and no feed.'
                  : explained.value.isListed
                    ? 'It stands among the newest pieces, on lists and in feeds.'
                    : 'It is not among the newest pieces of lists and feeds.'}
              </li>
            </ul>
          </section>
        ) : null}
        {logged.ok ? (
          <section className="grid gap-3">
            <h2 className="text-h3 font-bold">What was done</h2>
            <ChangeList changes={logged.value.changes} />
          </section>
        ) : null}
      </div>
    </PieceSheet>
  )
})
