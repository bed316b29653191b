import type { Metadata } from 'next'
import { ChangeList } from '@/components/studio/change-list'
import { Checklist } from '@/components/studio/checklist'
import { PieceSheet } from '@/components/studio/piece-sheet'
import { plannedStart } from '@/components/studio/planned-start'
import { PublishForm, ScheduleForm } from '@/components/studio/publish-forms'
import { PublishPart } from '@/components/studio/publish-part'
import { StateReasons } from '@/components/studio/state-reasons'
import { TwoClocks } from '@/components/studio/two-clocks'
import { zoneNames } from '@/components/ui/zone-names'
import { Notice } from '@/components/ui/notice'
import { PUBLIC } from '@/lib/articles/article-status'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
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
  const isAsPublished = PUBLIC.has(piece.status) && !piece.hasUnpublishedChanges
  const { timeZone } = settings
  const planned = plannedStart(piece, {
    scheduledIn: logged.ok ? logged.value.scheduledIn : null,
    ...{ zone: timeZone, now: stet.ports.clock.now() },
  })
  const done = DONE[query('done') ?? '']
  return (
    <PieceSheet piece={piece} current="publish">
      <div className="grid max-w-[40rem] gap-10">
        {done && !facts.refused ? (
          <Notice kind="success">
            <p role="status">{done}</p>
          </Notice>
        ) : null}
        {planned.at === null ? null : (
          <p>
            Scheduled for <TwoClocks at={planned.at} zones={[planned.zone, timeZone, 'UTC']} />.
          </p>
        )}
        <PublishPart title="Checklist">
          <Checklist {...{ checks, articleId, version }} describe={describePictureAction} />
        </PublishPart>
        {isAsPublished ? (
          <p className="text-ink-2">Readers have the newest text: there is nothing to publish.</p>
        ) : abilities.publish || abilities.update ? (
          <PublishPart title="Publish now">
            <PublishForm
              {...facts}
              action={publishNowAction}
              label={abilities.update ? 'Publish the changes' : 'Publish now'}
            />
          </PublishPart>
        ) : (
          <p className="text-ink-2">An editor publishes this piece.</p>
        )}
        {abilities.schedule ? (
          <PublishPart title="Schedule">
            <p className="text-ink-2">
              The text as it is now is kept for that moment; what is changed later waits for the next time.
            </p>
            <ScheduleForm
              {...facts}
              action={scheduleAction}
              start={planned.start}
              zones={zoneNames(planned.zone)}
            />
          </PublishPart>
        ) : null}
        {explained.ok ? (
          <PublishPart
            title={explained.value.answer === 'public' ? 'What readers see' : 'Why isn’t it live?'}
          >
            <StateReasons kind={piece.kind} explained={explained.value} />
          </PublishPart>
        ) : null}
        {logged.ok ? (
          <PublishPart title="What was done">
            <ChangeList changes={logged.value.changes} zone={timeZone} />
          </PublishPart>
        ) : null}
      </div>
    </PieceSheet>
  )
})
