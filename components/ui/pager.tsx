import { ButtonLink } from './button'

export interface PagerLink {
  readonly href: string
  readonly label: string
}

/** <Pager label="Pages" next={{ href: '/?after=…', label: 'Older pieces' }} />; nothing when there is nowhere to go. */
export function Pager({
  label,
  back,
  next,
}: {
  label: string
  back?: PagerLink | null
  next?: PagerLink | null
}) {
  if (!back && !next) return null
  return (
    <nav className="pager" aria-label={label}>
      {back ? (
        <ButtonLink href={back.href} rel="prev">
          {back.label}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next.href} rel="next">
          {next.label}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
