import { fileLimits, largestFile } from '#app/document/file-limits.ts'
import type { KeepRefusal } from '#app/files/keep-file.server.ts'
import { formatBytes } from '#app/ui/format-bytes.ts'

/** What an upload is answered when nothing was kept: the status, and what can be done about it. */
export const uploadRefusals: Record<KeepRefusal | 'no-length', { status: number; words: string }> = {
  'not-shared': { status: 404, words: 'You may not add files here any more.' },
  'id-is-taken': { status: 409, words: 'This upload was begun before. Choose the file once more.' },
  'no-length': { status: 411, words: 'How large it is was not said. Send it from the page.' },
  empty: { status: 400, words: 'This file is empty.' },
  'too-large': {
    status: 413,
    words: `This file is larger than ${largestFile}. Keep it where it is, and add a link to it.`,
  },
  'document-full': {
    status: 413,
    words: `The files of one post-mortem may have ${formatBytes(fileLimits.together)} together. Remove one that is not needed.`,
  },
  'too-many-at-once': {
    status: 429,
    words: `${fileLimits.atOnce} files are on their way already. Try again when one of them has arrived.`,
  },
  'too-many': { status: 429, words: 'Those were many files for one hour. Try again in the next one.' },
  'cut-off': { status: 400, words: 'The connection ended before the whole file was here. Try again.' },
  'storage-full': {
    status: 507,
    words: 'The server has no room left for files. Whoever runs it can make some; the text is still being saved.',
  },
  'storage-away': {
    status: 503,
    words: 'The storage for files does not answer. Try again in a while; the text is still being saved.',
  },
}
