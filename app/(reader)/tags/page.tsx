import { TagDirectory } from '@/components/reader/tag-directory'
import { runtime } from '@/lib/http/runtime'
import { directoryPages } from '../directory'

const { generateMetadata, Page } = directoryPages({ path: '/tags', title: 'Tags' }, async () => (
  <TagDirectory tags={await runtime().stet.articles.tags()} />
))

export { generateMetadata }
export default Page
