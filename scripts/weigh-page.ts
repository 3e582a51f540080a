import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface PageWeight {
  /** Bytes after gzip. */
  js: number
  css: number
  html: number
  /** Names of the scripts. */
  scripts: string[]
}

/** The scripts and style sheets a page asks for, with all that its scripts import at once. */
export function weighPage(html: string, client: string): PageWeight {
  const assets = join(client, 'assets')
  const scripts = withImports(
    [...html.matchAll(/(?:href="|src="|from "|import ")\/assets\/([\w.-]+\.js)"/g)].map((match) => match[1]!),
    assets,
  )
  const sheets = new Set([...html.matchAll(/href="\/assets\/([\w.-]+\.css)"/g)].map((match) => match[1]!))
  const known = new Set(readdirSync(assets))
  const sum = (names: Iterable<string>) =>
    [...names].filter((name) => known.has(name)).reduce((total, name) => total + gzipBytes(join(assets, name)), 0)
  return { js: sum(scripts), css: sum(sheets), html: gzipSync(html).length, scripts: [...scripts] }
}

/**
 * What is loaded on use beyond the scripts that are there already: each import of its own, with what it needs, in bytes
 * after gzip, the heaviest first.
 */
export function weighLaterParts(loaded: readonly string[], client: string): { name: string; bytes: number }[] {
  const assets = join(client, 'assets')
  const here = new Set(loaded)
  const parts = new Map<string, number>()
  const waiting = [...loaded]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const [, later] of codeOf(join(assets, name)).matchAll(/import\(\s*["'`]\.\/([\w.-]+\.js)["'`]\s*\)/g)) {
      if (here.has(later!) || parts.has(later!)) continue
      const needed = [...withImports([later!], assets)].filter((each) => !here.has(each))
      parts.set(
        later!,
        needed.reduce((total, each) => total + gzipBytes(join(assets, each)), 0),
      )
      waiting.push(...needed)
    }
  }
  return [...parts].map(([name, bytes]) => ({ name, bytes })).toSorted((one, other) => other.bytes - one.bytes)
}

function withImports(names: Iterable<string>, assets: string): Set<string> {
  const all = new Set<string>()
  const add = (name: string) => {
    if (all.has(name)) return
    all.add(name)
    for (const [, imported] of codeOf(join(assets, name)).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      add(imported!)
    }
  }
  for (const name of names) add(name)
  return all
}

const codes = new Map<string, string>()

function codeOf(file: string): string {
  const known = codes.get(file)
  if (known !== undefined) return known
  const code = readFileSync(file, 'utf8')
  codes.set(file, code)
  return code
}

function gzipBytes(file: string): number {
  return gzipSync(readFileSync(file)).length
}
