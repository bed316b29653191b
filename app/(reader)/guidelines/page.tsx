import { Guidelines } from '@/components/reader/guidelines'
import { runtime } from '@/lib/http/runtime'
import { singlePage } from '../single-page'

const { generateMetadata, Page } = singlePage({ path: '/guidelines', title: 'Guidelines' }, async () => (
  <Guidelines view={await runtime().stet.moderation.guidelines()} />
))

export { generateMetadata }
export default Page
