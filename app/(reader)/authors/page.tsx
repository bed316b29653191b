import { AuthorDirectory } from '@/components/reader/author-directory'
import { runtime } from '@/lib/http/runtime'
import { directoryPages } from '../directory'

const { generateMetadata, Page } = directoryPages({ path: '/authors', title: 'Authors' }, async () => (
  <AuthorDirectory authors={await runtime().stet.articles.authors()} />
))

export { generateMetadata }
export default Page
