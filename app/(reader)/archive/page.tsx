import { Archive } from '@/components/reader/archive'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress(
  {
    path: '/archive',
    title: 'Archive',
    about: (name) => `Everything ${name} has published, by year and month.`,
  },
  async () => <Archive years={await runtime().stet.articles.months()} />,
)

export { generateMetadata }
export default Page
