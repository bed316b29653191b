import { Button } from '../ui/button'

/** <ReadWarnings action={path} />: a plain form, for pages without an account. */
export function ReadWarnings({ action }: { action: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value="read" />
      <Button>I have read this</Button>
    </form>
  )
}
