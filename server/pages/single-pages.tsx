import type { ReactNode } from 'react'
import { Archive } from '../../components/reader/archive'
import { AuthorDirectory } from '../../components/reader/author-directory'
import { Guidelines } from '../../components/reader/guidelines'
import { SeriesDirectory } from '../../components/reader/series-directory'
import { TagDirectory } from '../../components/reader/tag-directory'
import { Transparency } from '../../components/reader/transparency'
import type { Stet } from '../../lib/compose'
import type { PublicPage } from './page'
import { absolute, siteImage } from './site'

interface Single {
  readonly title: string
  /** What search engines show below a link to it. */
  readonly about: (publication: string) => string
  readonly content: (stet: Stet) => Promise<ReactNode>
}

/** Public pages of which there is one each, by their addresses. */
const SINGLES: Readonly<Record<string, Single>> = {
  '/tags': {
    title: 'Tags',
    about: (name) => `What ${name} writes about: all its tags, with how many pieces have each.`,
    content: async ({ articles }) => <TagDirectory tags={await articles.tags()} />,
  },
  '/series': {
    title: 'Series',
    about: (name) => `Pieces of ${name} that belong together, in the order in which they are read.`,
    content: async ({ articles }) => <SeriesDirectory series={await articles.series()} />,
  },
  '/authors': {
    title: 'Authors',
    about: (name) => `Who writes for ${name}, and how much.`,
    content: async ({ articles }) => <AuthorDirectory authors={await articles.authors()} />,
  },
  '/archive': {
    title: 'Archive',
    about: (name) => `Everything ${name} has published, by year and month.`,
    content: async ({ articles }) => <Archive years={await articles.months()} />,
  },
  '/guidelines': {
    title: 'Guidelines',
    about: (name) => `What ${name} asks of those who comment, and how comments are handled.`,
    content: async ({ moderation }) => <Guidelines view={await moderation.guidelines()} />,
  },
  '/transparency': {
    title: 'Transparency',
    about: (name) => `How many comments ${name} let stand and turned away, month by month, and why.`,
    content: async ({ moderation }) => <Transparency months={await moderation.transparency()} />,
  },
}

const singlePage =
  (path: string, { title, about, content }: Single): PublicPage =>
  async (asked) => {
    const { name } = asked.site
    const [url, description] = [absolute(asked, path), about(name)]
    return {
      head: {
        title: `${title} · ${name}`,
        description,
        canonical: url,
        social: { siteName: name, title, description, url, images: [siteImage(asked)] },
      },
      path,
      body: await content(asked.stet),
    }
  }

/** Address and page. */
export const singlePages: readonly (readonly [string, PublicPage])[] = Object.entries(SINGLES).map(
  ([path, single]) => [path, singlePage(path, single)] as const,
)
