import { AuthorDirectory } from '@/components/reader/author-directory'
import { runtime } from '@/lib/http/runtime'
import { singlePage } from '../single-page'

const { generateMetadata, Page } = singlePage({ path: '/authors', title: 'Authors' }, async () => (
  <AuthorDirectory authors={await runtime().stet.articles.authors()} />
))

export { generateMetadata }
export default Page
