import type { files as indonesian } from '../id/files.ts'
import type { Translation } from '../translation.ts'

export const files: Translation<typeof indonesian> = {
  media: 'Images and videos',
  kind: { image: 'image', video: 'video' },
  add: 'Choose images or videos',
  drop: 'Or drop them here. JPG, PNG or WebP up to 10 MB; MP4 or WebM up to 512 MB.',
  dropHere: 'Drop them here',
  uploading: 'Uploading {{name}}…',
  uploaded: '{{name}} uploaded',
  phase: {
    sending: '{{name}}: {{percent, number}}% of {{sizeBytes, fileSize}}',
    waiting: '{{name}}: stopped at {{percent, number}}%. It goes on once the network is back.',
    checking: '{{name}}: sent, being checked…',
  },
  progressOf: 'Progress of {{name}}',
  cancelUpload: 'Cancel upload',
  cancelled: 'Upload of {{name}} cancelled',
  none: 'No images or videos yet.',
  facts: '{{name}}, {{width, number}} x {{height, number}} pixels, {{sizeBytes, fileSize}}',
  videoFacts: '{{name}}, {{length}}, {{width, number}} x {{height, number}} pixels, {{sizeBytes, fileSize}}',
  position: '{{position, number}} of {{count, number}}',
  videoOf: 'Video {{position, number}}',
  ofVideo: 'of video {{position, number}}',
  alternativeText: 'Alternative text',
  alternativeTextHint: 'What someone who can’t see this image needs to know.',
  describedVideo: 'Description of the video',
  describedVideoHint: 'What is to be seen in it, for someone who can’t see it. May stay empty.',
  captionsAre: 'Captions:',
  addCaptions: 'Choose captions',
  addCaptionsOf: 'Choose captions of video {{position, number}}',
  otherCaptions: 'Replace captions',
  removeCaptions: 'Take captions off',
  removeCaptionsOf: 'Take captions off video {{position, number}}',
  notCaptions: 'That is no file of captions. Choose WebVTT or SRT.',
  transcript: 'Transcript',
  transcriptHint: 'What is said in this video, where it has no captions yet.',
  up: 'Move up',
  upOf: 'Move {{kind}} {{position, number}} up',
  down: 'Move down',
  downOf: 'Move {{kind}} {{position, number}} down',
  remove: 'Remove',
  removeOf: 'Remove {{kind}} {{position, number}}',
  open: 'Open at full size',
  most: 'At most {{count, number}} images and videos.',
  faulty: '{{name}} wasn’t uploaded because of a fault. Your text is saved. Choose it again.',
  captionsFault: {
    no_cues: 'no line of it has a time',
    time_unreadable: 'its time is unreadable; write it as 00:00:01,000 --> 00:00:04,000',
    ends_before_start: 'it does not end after it begins',
    not_text: 'it is not UTF-8 text',
  },
  refusals: {
    file_not_image: '{{name}} is broken and can’t be read as an image. Choose another. Your text is saved.',
    file_not_media:
      '{{name}} is neither an image nor a video. Choose a JPG, PNG or WebP up to 10 MB, or an MP4 or WebM up to 512 MB. Your text is saved.',
    file_too_large:
      '{{name}} is larger than {{limitMegabytes, number}} MB. Make it smaller or choose another file. Your text is saved.',
    file_empty: '{{name}} is empty. Choose another file. Your text is saved.',
    file_too_many_pixels:
      '{{name}} has more than {{limitMegapixels, number}} million pixels. Make it smaller or choose another file. Your text is saved.',
    video_unreadable:
      '{{name}} can’t be read as a video. Save it as MP4 or WebM once more and choose it again. Your text is saved.',
    captions_unreadable:
      '{{name}} can’t be read as captions. Line {{line, number}}: $t(files:captionsFault.{{why}}). Mend it and choose it again.',
    uploads_too_many:
      '{{limit, number}} of your uploads are unfinished. Wait, or cancel some of them, and try again.',
  },
}
