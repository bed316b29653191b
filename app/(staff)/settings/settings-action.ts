'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/http/define-action'
import { readLanguage } from '@/lib/kernel/language'
import { siteSettings } from '@/lib/settings/site-settings'

const lines = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)
const words = z.string().transform((text) =>
  text
    .split(/[,\s]+/)
    .filter((word) => word !== '')
    .map((tag) => readLanguage(tag) ?? tag),
)
const { name, description, guidelines, commentMode, trustAfter, editMinutes, maxLinks } = siteSettings.shape
const { closeAfterDays, slowMinutes } = siteSettings.shape
const { profiles, timeZone, languages } = siteSettings.shape
const number = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'Enter a whole number.')
  .transform(Number)

const apart = <T extends { readonly version: number }>({ version, ...settings }: T) => ({ version, settings })

/** The settings as forms send them, a page at a time: everything is text. */
const publicationForm = z
  .strictObject({
    version: number,
    name: z.string().trim().min(1, 'Give the publication a name.').pipe(name),
    description: z.string().trim().pipe(description.unwrap()),
    profiles: lines.pipe(profiles.unwrap()),
    webSubHub: siteSettings.shape.webSubHub.unwrap(),
    indexNowKey: siteSettings.shape.indexNowKey.unwrap(),
    timeZone: timeZone.unwrap(),
    languages: words.pipe(languages.unwrap()),
  })
  .transform(apart)

const commentForm = z
  .strictObject({
    version: number,
    guidelines: z.string().trim().pipe(guidelines.unwrap()),
    commentMode: commentMode.unwrap(),
    trustAfter: number.pipe(trustAfter.unwrap()),
    editMinutes: number.pipe(editMinutes.unwrap()),
    closeAfterDays: number.pipe(closeAfterDays.unwrap()),
    slowMinutes: number.pipe(slowMinutes.unwrap()),
    maxLinks: number.pipe(maxLinks.unwrap()),
    nosnippet: z.enum(['yes', 'no']).transform((choice) => choice === 'yes'),
  })
  .transform(apart)

export const savePublicationAction = defineAction({
  input: publicationForm,
  run: ({ stet, actor, input }) => stet.settings.change(actor, input),
  // Its name stands in the frame.
  changesFrame: true,
  goTo: () => '/settings?saved',
})

export const saveCommentRulesAction = defineAction({
  input: commentForm,
  run: ({ stet, actor, input }) => stet.settings.change(actor, input),
  goTo: () => '/settings/comments?saved',
})
