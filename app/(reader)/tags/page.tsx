import { TagDirectory } from '@/components/reader/tag-directory'
import { runtime } from '@/lib/http/runtime'
import { singlePage } from '../single-page'

const { generateMetadata, Page } = singlePage({ path: '/tags', title: 'Tags' }, async () => (
  <TagDirectory tags={await runtime().stet.articles.tags()} />
))

export { generateMetadata }
export default Page
