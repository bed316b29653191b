import { Guidelines } from '@/components/reader/guidelines'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress({ path: '/guidelines', title: 'Guidelines' }, async () => (
  <Guidelines view={await runtime().stet.moderation.guidelines()} />
))

export { generateMetadata }
export default Page
