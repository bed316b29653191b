import { Transparency } from '@/components/reader/transparency'
import { runtime } from '@/lib/http/runtime'
import { singlePage } from '../single-page'

const { generateMetadata, Page } = singlePage({ path: '/transparency', title: 'Transparency' }, async () => (
  <Transparency months={await runtime().stet.moderation.transparency()} />
))

export { generateMetadata }
export default Page
