import { Guidelines } from '@/components/reader/guidelines'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress(
  {
    path: '/guidelines',
    title: 'Guidelines',
    about: (name) => `What ${name} asks of those who comment, and how comments are handled.`,
  },
  async () => <Guidelines view={await runtime().stet.moderation.guidelines()} />,
)

export { generateMetadata }
export default Page
