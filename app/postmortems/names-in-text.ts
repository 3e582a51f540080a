import type { ExtractedSection } from '#app/document/extract.ts'
import { stringsIn } from './leaks-in-document.ts'

/**
 * Which of these full names stand in what will be read, as words. Names of one word are left out: too many of them are words
 * of their own. Mentions are no names; they are resolved to a role when they are shown.
 */
export function namesInText(sections: ExtractedSection[], title: string, names: string[]): string[] {
  const words = sections.flatMap((section) => [
    section.title,
    section.text,
    ...section.items.flatMap((item) => [item.text, ...stringsIn(item.attributes)]),
  ])
  const text = ` ${[title, ...words].join('\n').normalize('NFC').toLowerCase()} `
  return names.filter((name) => /\s/.test(name.trim()) && standsIn(text, name.trim().normalize('NFC').toLowerCase()))
}

function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true
  }
  return false
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character)
}
