import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import type { AboveView, CardDetailsView, SimilarView } from '@/lib/moderation/card-details-view'
import { TRUST_TONES, TRUST_WORDS, nameOf, recordWords } from '../people/people-words'
import { PAST, STATUS_WORDS } from './moves'
import { TextRuns } from './text-runs'

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h3 className="text-caption font-semibold text-ink-3">{title}</h3>
      {children}
    </section>
  )
}

const WORDS = 'max-w-[72ch] whitespace-pre-wrap wrap-anywhere'

/** What became of it, and by whom. */
const outcome = ({ status, decision }: Pick<SimilarView, 'status' | 'decision'>): string => {
  if (!decision) return STATUS_WORDS[status] ?? status
  const did = (PAST[decision.move] ?? decision.move).replace(' this', ' it')
  return `${decision.by || 'Somebody'} ${did}${decision.reason ? `: ${decision.reason}` : ''}`
}

function Author({ author, now }: { author: NonNullable<CardDetailsView['author']>; now: string }) {
  const { path, name, record, trust, since, last } = author
  return (
    <Part title="The author here">
      <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
        <a href={path} className="font-semibold text-ink">
          <bdi>{nameOf(name)}</bdi>
        </a>
        <Badge tone={TRUST_TONES[trust]}>{TRUST_WORDS[trust]}</Badge>
        <span>{recordWords({ ...record })}</span>
        <span className="text-caption text-ink-3">
          first seen <Time at={since} as="relative" now={now} />
        </span>
      </p>
      {last.length === 0 ? (
        <p className="text-ink-2">Nothing else was written.</p>
      ) : (
        <ol className="grid gap-2">
          {last.map((past) => (
            <li key={past.id} className="border-s border-rule ps-3">
              <p dir="auto" className={WORDS}>
                <TextRuns runs={past.body} />
              </p>
              <p className="text-caption text-ink-3 wrap-anywhere">
                <Time at={past.at} as="relative" now={now} /> on <bdi>{past.article.title}</bdi> ·{' '}
                {outcome(past)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Part>
  )
}

function Above({ above, now }: { above: readonly AboveView[]; now: string }) {
  return (
    <Part title="What it answers">
      <ol className="grid gap-2">
        {above.toReversed().map(({ id, name, byStaff, status, at, body }) => (
          <li key={id} className="border-s border-rule ps-3">
            <p className="text-caption text-ink-3 wrap-anywhere">
              <bdi className="font-semibold text-ink-2">{nameOf(name)}</bdi>
              {byStaff ? ' (staff)' : ''} · <Time at={at} as="relative" now={now} />
              {status === 'approved' ? '' : ` · ${STATUS_WORDS[status] ?? status}`}
            </p>
            <p dir="auto" className={WORDS}>
              <TextRuns runs={body} />
            </p>
          </li>
        ))}
      </ol>
    </Part>
  )
}

function Similar({ similar }: { similar: readonly SimilarView[] }) {
  return (
    <Part title="Nearly the same words">
      <ul className="grid gap-2">
        {similar.map((one) => (
          <li key={one.id} className="border-s border-rule ps-3">
            <p dir="auto" className={WORDS}>
              <TextRuns runs={one.body} />
            </p>
            <p className="text-caption text-ink-3 wrap-anywhere">
              <bdi>{nameOf(one.name)}</bdi> · {outcome(one)}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What surrounds a comment: its author's record, the thread above, the piece, its likes, and the learner's word. */
export function CardDetails({ details, now }: { details: CardDetailsView; now: string }) {
  const { author, above, paragraph, similar, spamScore, why } = details
  return (
    <div className="grid gap-4 border-s-2 border-edge ps-3" data-details-of={details.commentId}>
      {author === null ? <p>Nobody is known to have written it.</p> : <Author author={author} now={now} />}
      {above.length === 0 ? null : <Above above={above} now={now} />}
      {paragraph === null ? null : (
        <Part title="It may speak of this paragraph">
          <p dir="auto" className={WORDS}>
            {paragraph}
          </p>
        </Part>
      )}
      {similar.length === 0 ? null : <Similar similar={similar} />}
      {spamScore === null ? null : (
        <Part title="The learner">
          <p>Spam with {(spamScore / 10).toFixed(0)} %, by the decisions made here.</p>
          <p className="text-caption text-ink-2 wrap-anywhere">
            {why.map(({ feature, speaksFor }, at) => (
              <span key={feature}>
                {at === 0 ? '' : ' · '}
                <bdi>{feature}</bdi> {speaksFor === 'spam' ? 'speaks for spam' : 'speaks against it'}
              </span>
            ))}
          </p>
        </Part>
      )}
    </div>
  )
}
