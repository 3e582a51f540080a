import { z } from 'zod'
import { sectionKinds } from '#app/document/section-kind.ts'
import { headingKey, type SectionsByHeading } from '#app/interchange/markdown-text-blocks.ts'
import { readJsonFile } from './read-json-file.ts'

const sections = ['summary', ...sectionKinds, 'unknown'] as const

/** A house's own headings: `{ "What bit us": "causes" }`. Case, numbers and emoji of a heading do not count. */
export async function readSectionMap(file: string): Promise<SectionsByHeading> {
  const { value, problemAtName } = await readJsonFile(file, z.record(z.string(), z.enum(sections)))
  const byHeading = new Map<string, (typeof sections)[number]>()
  for (const [heading, section] of Object.entries(value)) {
    const key = headingKey(heading)
    if (key === '') throw problemAtName([heading], `"${heading}" has no word in it, so no heading is like it.`)
    byHeading.set(key, section)
  }
  return byHeading
}
