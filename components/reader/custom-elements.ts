import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Island = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  [data: `data-${string}`]: string | undefined
}

/** The islands of reader pages (components/islands). Until one is loaded its element is an unknown, inert box. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'stet-time': Island
      'stet-share': Island
      'stet-thread': Island
      'stet-form': Island
    }
  }
}
