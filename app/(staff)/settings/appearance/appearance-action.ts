'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/http/define-action'
import { ok } from '@/lib/kernel/result'
import { pictureName } from '@/lib/media/media-address'
import { HOUSE_THEME, themeFields } from '@/lib/settings/theme'
import { appearancePath } from './appearance-address'

const NO_PICTURE =
  'Put the address of a picture of the media library here: it begins with /media/ and ends with .jpg.'
const picture = z
  .string()
  .trim()
  .transform((address, context) => {
    const name = address === '' ? '' : pictureName(address)
    if (name !== null) return name
    context.addIssue({ code: 'custom', message: NO_PICTURE })
    return z.NEVER
  })

const { accent, accentDark, headlineFont, textFont, density } = themeFields

/** What each button of the form does; "Save settings" says nothing. */
const form = z
  .strictObject({
    version: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
    do: z.enum(['save', 'preview', 'reset']).default('save'),
    accent: accent.unwrap(),
    accentDark: accentDark.unwrap(),
    headlineFont: headlineFont.unwrap(),
    textFont: textFont.unwrap(),
    density: density.unwrap(),
    logo: picture,
    logoDark: picture,
  })
  .transform(({ version, do: asked, ...settings }) => ({ version, asked, settings }))

/** For a form to be reset, what it holds need not be right. */
const resettable = z.preprocess((fields) => {
  const sent = z.looseObject({ do: z.literal('reset') }).safeParse(fields)
  return sent.success ? { ...HOUSE_THEME, version: sent.data.version, do: 'reset' } : fields
}, form)

export const saveAppearanceAction = defineAction({
  input: resettable,
  run: async ({ stet, actor, input: { version, asked, settings } }) =>
    asked === 'preview' ? ok({ version }) : stet.settings.change(actor, { version, settings }),
  goTo: (_value, { asked, settings }) =>
    asked === 'preview' ? appearancePath(settings) : '/settings/appearance?saved',
})
