import { Transparency } from '@/components/reader/transparency'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress(
  {
    path: '/transparency',
    title: 'Transparency',
    about: (name) => `How many comments ${name} let stand and turned away, month by month, and why.`,
  },
  async () => <Transparency months={await runtime().stet.moderation.transparency()} />,
)

export { generateMetadata }
export default Page
