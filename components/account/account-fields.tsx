import { Field } from '@/components/ui/field'
import type { FormState } from '@/lib/http/form-state'

/** What every field of a form for a new account shares: required, and after a refusal what was typed beside what was wrong. */
export const fieldsOf = (state: FormState<string>) => {
  const refused = state.kind === 'refused' ? state : null
  return (name: string) => ({
    name,
    required: true,
    defaultValue: refused?.values[name],
    error: refused?.error.fields?.[name],
  })
}

/** Who somebody is: name, email and the password they choose. */
export function AccountFields({ given, nameHint }: { given: ReturnType<typeof fieldsOf>; nameHint: string }) {
  return (
    <>
      <Field {...given('name')} label="Your name" autoComplete="name" hint={nameHint} />
      <Field
        {...given('email')}
        label="Email"
        type="email"
        autoComplete="username"
        hint="You sign in with it. Readers never see it."
      />
      <Field
        {...given('password')}
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. A few words in a row work well."
      />
    </>
  )
}
