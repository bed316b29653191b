export interface RoomLinkProps {
  readonly href: string
  readonly label: string
  /** This is where one is. */
  readonly current: boolean
}

/** <RoomLink href="/studio/media" label="Media" current={false} />: one of the rooms beside this one. */
export function RoomLink({ href, label, current }: RoomLinkProps) {
  return (
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      className="inline-block py-1 text-ink-2 no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {label}
    </a>
  )
}
