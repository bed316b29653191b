import type { OpinionLevel } from '@/lib/comments/comment-store'
import type { TriedText } from '@/lib/moderation/try-text'
import { Badge } from '../ui/badge'
import { MarkedText } from './marked-text'

const SAYS: Readonly<
  Record<OpinionLevel, { readonly word: string; readonly tone: 'green' | 'blue' | 'red' }>
> = {
  pass: { word: 'passes', tone: 'green' },
  hold: { word: 'waits', tone: 'blue' },
  spam: { word: 'spam', tone: 'red' },
  refuse: { word: 'refused', tone: 'red' },
}

function Reasons({ title, why }: { title: string; why: TriedText['why'] }) {
  if (why.length === 0) return null
  return (
    <p className="text-ink-2">
      {title}:{' '}
      {why.map(({ feature }, n) => (
        <span key={feature}>
          {n === 0 ? '' : ', '}
          <bdi>{feature}</bdi>
        </span>
      ))}
      .
    </p>
  )
}

/** What every check said: those that object first, with what they saw. */
export function TryResult({ result: { level, checks, spamScore, why } }: { result: TriedText }) {
  const objections = checks.filter((check) => check.level !== 'pass')
  const passed = checks.filter((check) => check.level === 'pass')
  return (
    <section className="grid gap-4" aria-labelledby="tried" role="status">
      <h2 id="tried" className="text-h3 font-bold">
        All together: <Badge tone={SAYS[level].tone}>{SAYS[level].word}</Badge>
      </h2>
      <ul className="grid gap-4">
        {objections.map(({ name, level: says, reason, marked }) => (
          <li key={name} className="grid gap-1">
            <p>
              <Badge tone={SAYS[says].tone}>{SAYS[says].word}</Badge> <b>{name}</b>: {reason}
            </p>
            {marked ? <MarkedText runs={marked} /> : null}
          </li>
        ))}
      </ul>
      <p className="text-ink-2">Nothing to say: {passed.map(({ name }) => name).join(', ')}.</p>
      <p>
        {spamScore === null
          ? 'The learner has not seen enough decisions yet to have an opinion.'
          : `The learner takes it for spam with ${(spamScore / 10).toFixed(0)} %.`}
      </p>
      {spamScore === null ? null : (
        <>
          <Reasons title="For spam" why={why.filter(({ weight }) => weight > 0)} />
          <Reasons title="Against" why={why.filter(({ weight }) => weight <= 0)} />
        </>
      )}
    </section>
  )
}
