'use server'

import { z } from 'zod'
import { parseButton, typedRows } from '@/components/settings/navigation/link-rows'
import { defineAction } from '@/lib/http/define-action'
import { NAVIGATION_LISTS, type NavigationList, arrangeLinks, navigation } from '@/lib/settings/navigation'

const LISTS = Object.keys(NAVIGATION_LISTS) as NavigationList[]
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** What the form has. Fields are as many as rows, but there are no others. */
const fieldName = z
  .string()
  .regex(new RegExp(`^(?:version|do|(?:${LISTS.join('|')})-\\d{1,2}-(?:label|href))$`))

/** Both lists as one form: `header-0-label`, `header-0-href`, …, and the button that sent it. */
const navigationForm = z.record(fieldName, z.string()).transform((fields, context) => {
  const pressed = parseButton(fields.do ?? '')
  const rows = Object.fromEntries(
    LISTS.map((list) => {
      const typed = typedRows(fields, list)
      return [list, pressed?.list === list ? arrangeLinks(typed, pressed.index, pressed.arrangement) : typed]
    }),
  )
  const filled = Object.fromEntries(
    LISTS.map((list) => [list, (rows[list] ?? []).filter(({ label, href }) => label !== '' || href !== '')]),
  )
  const of = version.safeParse(fields.version)
  const parsed = navigation.safeParse(
    Object.fromEntries(
      LISTS.map((list) => [list, (filled[list] ?? []).map(({ label, href }) => ({ label, href }))]),
    ),
  )
  if (of.success && parsed.success)
    return { version: of.data, settings: { navigation: parsed.data }, list: pressed?.list ?? null }
  if (!of.success) context.addIssue({ code: 'custom', message: 'Please reload the page and try again.' })
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [list, place, field] = path
    // Told beside the field as it was posted, wherever its row would have come to stand.
    const row = typeof place === 'number' ? filled[String(list)]?.[place] : undefined
    context.addIssue({
      code: 'custom',
      message: field === 'label' ? 'Give the link a name of at most 40 characters.' : message,
      path: row ? [`${String(list)}-${row.index}-${String(field)}`] : [],
    })
  }
  return z.NEVER
})

export const saveNavigationAction = defineAction({
  input: navigationForm,
  run: ({ stet, actor, input: { list: _, ...input } }) => stet.settings.change(actor, input),
  goTo: (_, { list }) => `/settings/navigation?saved${list === null ? '' : `#${list}`}`,
})
