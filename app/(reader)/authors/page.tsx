import { AuthorDirectory } from '@/components/reader/author-directory'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress(
  { path: '/authors', title: 'Authors', about: (name) => `Who writes for ${name}, and how much.` },
  async () => <AuthorDirectory authors={await runtime().stet.articles.authors()} />,
)

export { generateMetadata }
export default Page
