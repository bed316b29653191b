import { Notice } from '../ui/notice'
import { FAILED, type FormTrouble, NOT_YET } from './trouble'

/** Above a form that came back: what is wrong with it, or what its author is asked. */
export function PostNotice({
  trouble,
  notYet = NOT_YET,
  as,
}: {
  trouble: FormTrouble
  /** The heading of a nudge. */
  notYet?: string
  as?: 'h2'
}) {
  return (
    <Notice kind={trouble.nudge ? 'waiting' : 'error'} title={trouble.nudge ? notYet : FAILED} as={as}>
      <p>{trouble.message}</p>
    </Notice>
  )
}

/** The next post of this form is meant as it stands. */
export function Anyway({ trouble }: { trouble: FormTrouble | null }) {
  return trouble?.nudge ? <input type="hidden" name="anyway" value="1" /> : null
}
