import { headers } from 'next/headers'
import type { FormTrouble } from '@/components/reader/trouble'
import { PAGE_STATE_HEADER } from '@/lib/http/page-state'
import { runtime } from '@/lib/http/runtime'

/** The refused post that this page is rendered for, if it is. Only personal pages may ask. */
export const takeTrouble = async (): Promise<FormTrouble | null> => {
  const state = runtime().pageStates.take((await headers()).get(PAGE_STATE_HEADER))
  if (!state) return null
  const { code, message, fields = {} } = state.error
  return { message, fields, values: state.values, nudge: code === 'nudge' }
}
