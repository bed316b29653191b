import { picturePath } from '@/lib/media/media-address'

/** What can be looked at before it is stored. */
const TRIED = ['accent', 'accentDark', 'headlineFont', 'textFont', 'density'] as const
const LOGOS = ['logo', 'logoDark'] as const

type Tried = Readonly<Partial<Record<(typeof TRIED)[number] | (typeof LOGOS)[number], string>>>

/** The page of a theme that nobody has stored. */
export const appearancePath = (tried: Tried): string =>
  `/settings/appearance?${new URLSearchParams({ preview: '', ...tried })}#specimen-title`

/** What stands in the address of such a page; logos as their field holds them. */
export const readTried = (query: (name: string) => string | null): Tried => {
  if (query('preview') === null) return {}
  return Object.fromEntries(
    [...TRIED, ...LOGOS].flatMap((field) => {
      const value = query(field)
      if (value === null) return []
      const isLogo = LOGOS.some((logo) => logo === field)
      return [[field, isLogo && value !== '' ? picturePath(value) : value]]
    }),
  )
}

/** Of the style sheet that shows it. */
export const specimenPath = (theme: Tried): string =>
  `/styles/specimen.css?${new URLSearchParams(TRIED.map((field) => [field, theme[field] ?? '']))}`
