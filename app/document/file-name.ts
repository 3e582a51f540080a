const longest = 120

// Control characters, and those that turn the direction of writing: `gnp.exe` would be read as `exe.png`.
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * The name of a file as it may be shown and saved under: its last part, without what cannot be seen and what a file system
 * has other uses for. A name that is too long loses its middle, and keeps its ending.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize('NFC').replace(/^.*[/\\]/s, '')
  const plain = last
    .replace(unseen, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
  const trimmed = plain.replace(/^[ .]+|[ .]+$/g, '')
  return shortened(trimmed) || 'file'
}

function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= longest) return name
  const ending = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? ''
  return `${characters.slice(0, longest - ending.length - 1).join('')}…${ending}`
}
