const megabyte = 1024 * 1024

/** What may be uploaded; stated wherever something is. `bytes` of one file, `together` those of one post-mortem. */
export const fileLimits = { bytes: 25 * megabyte, together: 1000 * megabyte, atOnce: 4 }

/** The limit of one file in words. */
export const largestFile = `${fileLimits.bytes / megabyte} MB`

/** What an uploaded image loses, said wherever files are added. */
export const imagesLose = 'JPEG, PNG and WebP images are kept without place, time and device; other files as they are.'
