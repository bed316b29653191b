import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckBox } from '@/components/ui/check-box'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { FocusPicture } from './focus-picture'
import type { Answered, Answers, Asked, Question } from './questions'

const NO_PROBLEM: Readonly<Record<string, string>> = {}

function AskedField({ asked, error }: { asked: Asked; error: string | undefined }) {
  const { name, label } = asked
  const facts = { id: `ask-${name}`, name, label, error: error ?? null }
  if (asked.kind === 'yes')
    return <CheckBox id={facts.id} name={name} label={label} defaultChecked={asked.value} />
  if (asked.kind === 'choice') return <Select {...facts} defaultValue={asked.value} options={asked.options} />
  return <Field {...facts} defaultValue={asked.value} hint={asked.hint} dir="auto" autoComplete="off" />
}

/** The question's own picture, where the point that must stay in sight is one of its fields. */
function AskedPicture({
  src,
  focus,
  form,
}: {
  src: string
  focus: Asked
  form: RefObject<HTMLFormElement | null>
}) {
  const [at, setAt] = useState(String(focus.value))
  const field = (): Element | RadioNodeList | null => form.current?.elements.namedItem(focus.name) ?? null
  useEffect(() => {
    const shown = form.current
    const follow = ({ target }: Event): void => {
      if (target instanceof HTMLInputElement && target.name === focus.name) setAt(target.value)
    }
    shown?.addEventListener('input', follow)
    return () => shown?.removeEventListener('input', follow)
  }, [form, focus.name])
  return (
    <FocusPicture
      src={src}
      focus={at}
      onFocus={(next) => {
        const input = field()
        if (input instanceof HTMLInputElement) input.value = next
        setAt(next)
      }}
    />
  )
}

const answersIn = (form: HTMLFormElement): Answers =>
  Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
  )

/** A question about what is written, apart from the form of the piece. */
export function AskDialog({
  question,
  onAnswer,
}: {
  question: Question
  onAnswer: (answer: Answered) => void
}) {
  const form = useRef<HTMLFormElement>(null)
  const [problems, setProblems] = useState(NO_PROBLEM)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])

  const focus = question.fields.find(({ name }) => name === 'focus')
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    event.stopPropagation()
    const answers = answersIn(event.currentTarget)
    const found = question.check?.(answers) ?? null
    if (found) setProblems(found)
    else onAnswer(answers)
  }

  const cancel = (): void => onAnswer(null)
  return (
    <Dialog title={question.title} onCancel={cancel}>
      <form ref={form} method="dialog" onSubmit={submit} className="grid gap-4" noValidate>
        {question.picture && focus ? <AskedPicture src={question.picture} focus={focus} form={form} /> : null}
        {question.fields.map((asked) => (
          <AskedField key={asked.name} asked={asked} error={problems[asked.name]} />
        ))}
        <DialogActions onCancel={cancel}>
          <Button kind="primary">{question.submit}</Button>
          {question.other ? (
            <Button type="button" onClick={() => onAnswer('other')}>
              {question.other}
            </Button>
          ) : null}
        </DialogActions>
      </form>
    </Dialog>
  )
}
