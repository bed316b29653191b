import { AuthorDirectory } from '@/components/reader/author-directory'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress({ path: '/authors', title: 'Authors' }, async () => (
  <AuthorDirectory authors={await runtime().stet.articles.authors()} />
))

export { generateMetadata }
export default Page
