/** How a terminal wants it. */
export interface Terminal {
  colour: boolean
  /** Characters to a line; texts are wrapped between 40 and 100. */
  width: number
}

const STYLES = { warn: 33, hint: 36, info: 34, bold: 1, quiet: 2, underline: 4 } as const

export type Paint = (style: keyof typeof STYLES, text: string) => string

/** Wraps a text in a style's escapes, or leaves it as it is where no colour is wanted. */
export function painter({ colour }: Terminal): Paint {
  return (style, text) => (colour ? `\u001B[${STYLES[style]}m${text}\u001B[0m` : text)
}

/** The characters that a line of text may have. */
export function roomIn({ width }: Terminal): number {
  return Math.min(100, Math.max(40, width))
}

/** Line breaks and control characters in a text cannot move the cursor of whoever reads it. One unit stays one unit. */
export function visible(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '�')
}

/** Lines of at most `room` characters; a longer word has a line of its own. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of visible(text).split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
