import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { Sheet } from '@/components/reader/sheet'
import { absolute, publication } from './publication'
import { siteImage } from './share-images'

/** A public page of which there is one: its address, its name, and what stands on it. */
export const fixedAddress = (
  {
    path,
    title,
    about,
  }: {
    readonly path: string
    readonly title: string
    /** What search engines show below a link to it. */
    readonly about: (publication: string) => string
  },
  content: () => Promise<ReactNode>,
) => ({
  generateMetadata: async (): Promise<Metadata> => {
    await connection()
    const { name } = await publication()
    const [url, description] = [absolute(path), about(name)]
    return {
      title: `${title} · ${name}`,
      description,
      alternates: { canonical: url },
      openGraph: { type: 'website', siteName: name, title, description, url, images: [siteImage(name)] },
    }
  },

  Page: async () => {
    await connection()
    const [{ name, navigation }, page] = await Promise.all([publication(), content()])
    return (
      <Sheet name={name} navigation={navigation} path={path}>
        {page}
      </Sheet>
    )
  },
})
