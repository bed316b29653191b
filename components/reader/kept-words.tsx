import { TextArea } from '../ui/text-area'
import type { FormTrouble } from './trouble'

/** What somebody typed into a form that has no place any more, to be taken along: nothing typed is lost. */
export function KeptWords({ trouble, id }: { trouble: FormTrouble; id: string }) {
  const { body } = trouble.values
  return body ? (
    <TextArea
      label="What you had written"
      name="kept"
      id={id}
      rows={5}
      readOnly
      dir="auto"
      defaultValue={body}
    />
  ) : null
}
