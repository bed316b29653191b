import { Archive } from '@/components/reader/archive'
import { runtime } from '@/lib/http/runtime'
import { directoryPages } from '../directory'

const { generateMetadata, Page } = directoryPages({ path: '/archive', title: 'Archive' }, async () => (
  <Archive years={await runtime().stet.articles.months()} />
))

export { generateMetadata }
export default Page
