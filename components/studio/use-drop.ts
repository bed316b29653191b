import { type DragEvent, useState } from 'react'
import { picturesAmong } from './writing/picture-source'

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

/** A place to drop files of this device on. Whatever is dropped there, the page stays. */
export const useDrop = (onPictures: (pictures: readonly File[]) => void) => {
  const [isOver, setIsOver] = useState(false)
  return {
    isOver,
    onDragOver: (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent): void => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false)
    },
    onDrop: (event: DragEvent): void => {
      setIsOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      onPictures(picturesAmong(event.dataTransfer.files))
    },
  }
}
