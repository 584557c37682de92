import type { files as indonesian } from '../id/files.ts'
import type { Translation } from '../translation.ts'

export const files: Translation<typeof indonesian> = {
  images: 'Images',
  add: 'Choose images',
  drop: 'Or drop them here. JPG, PNG or WebP up to 10 MB.',
  dropHere: 'Drop the images here',
  uploading: 'Uploading {{name}}…',
  uploaded: '{{name}} uploaded',
  none: 'No images yet.',
  facts: '{{name}}, {{width, number}} x {{height, number}} pixels, {{sizeBytes, fileSize}}',
  position: 'Image {{position, number}} of {{count, number}}',
  alternativeText: 'Alternative text',
  alternativeTextOf: 'Alternative text of image {{position, number}}',
  alternativeTextHint: 'What someone who can’t see this image needs to know.',
  up: 'Move up',
  upOf: 'Move image {{position, number}} up',
  down: 'Move down',
  downOf: 'Move image {{position, number}} down',
  remove: 'Remove',
  removeOf: 'Remove image {{position, number}}',
  open: 'Open at full size',
  most: 'At most {{count, number}} images.',
  faulty: '{{name}} wasn’t uploaded because of a fault. Your text is saved. Choose it again.',
  offline:
    '{{name}} wasn’t uploaded because there is no network. Your text is saved. Try again once connected.',
  refusals: {
    file_not_image: '{{name}} is not an image. Choose a JPG, PNG or WebP up to 10 MB. Your text is saved.',
    file_too_large:
      '{{name}} is larger than {{limitMegabytes, number}} MB. Make it smaller or choose another image. Your text is saved.',
    file_empty: '{{name}} is empty. Choose a JPG, PNG or WebP up to 10 MB. Your text is saved.',
    file_too_many_pixels:
      '{{name}} has more than {{limitMegapixels, number}} million pixels. Make it smaller or choose another image. Your text is saved.',
  },
}
