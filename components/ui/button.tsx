import type { AnchorHTMLAttributes, ComponentPropsWithRef } from 'react'

/**
 * <Button kind="primary">Post comment</Button>   one per form; `plain` (default), `danger`, `quiet` (looks like a link)
 * <ButtonLink href="/studio">Back</ButtonLink>   the same looks on a link
 */
export type ButtonKind = 'primary' | 'plain' | 'danger' | 'quiet'

const looks = (kind: ButtonKind, extra?: string): string =>
  ['button', kind === 'plain' ? '' : `button-${kind}`, extra ?? ''].filter(Boolean).join(' ')

export function Button({
  kind = 'plain',
  className,
  type = 'submit',
  ...rest
}: ComponentPropsWithRef<'button'> & { kind?: ButtonKind }) {
  return <button {...rest} type={type} className={looks(kind, className)} />
}

export function ButtonLink({
  kind = 'plain',
  className,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { kind?: ButtonKind; href: string }) {
  return <a {...rest} className={looks(kind, className)} />
}
