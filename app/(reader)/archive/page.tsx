import { Archive } from '@/components/reader/archive'
import { runtime } from '@/lib/http/runtime'
import { singlePage } from '../single-page'

const { generateMetadata, Page } = singlePage({ path: '/archive', title: 'Archive' }, async () => (
  <Archive years={await runtime().stet.articles.months()} />
))

export { generateMetadata }
export default Page
