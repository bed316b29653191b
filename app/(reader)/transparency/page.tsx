import { Transparency } from '@/components/reader/transparency'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress(
  { path: '/transparency', title: 'Transparency' },
  async () => <Transparency months={await runtime().stet.moderation.transparency()} />,
)

export { generateMetadata }
export default Page
