import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { importDirections, topFiles } from './import-directions.ts'

const root = join(import.meta.dirname, '..')
const files = globSync('{app,db,scripts,tests}/**/*.{ts,tsx}', { cwd: root, exclude: ['**/node_modules/**'] })
// Tests may arrange with anything: the table is about what ships.
const shipped = files.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('tests/'))

const folderOf = (file: string) => Object.keys(importDirections).find((folder) => file.startsWith(`${folder}/`))

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const named = [...source.matchAll(/(?:from|import)\s*\(?\s*'((?:#|\.)[^']+)'/g)].map((match) => match[1]!)
  return named
    .filter((name) => !name.includes('+types/'))
    .map((name) =>
      name.startsWith('#') ? name.slice(1) : relative(root, join(root, dirname(file), name)).replaceAll('\\', '/'),
    )
}

test('imports run one way', () => {
  const strays = shipped.flatMap((file) => {
    const folder = folderOf(file)
    if (!folder) return topFiles.includes(file) ? [] : [`${file} stands in no folder of the table`]
    const allowed = importDirections[folder]!
    if (allowed === '*') return []
    return (
      importsOf(file)
        // Pages get the database from the context, and may name its type.
        .filter((target) => !(folder === 'app/routes' && ['app/context.ts', 'db/client.ts'].includes(target)))
        .filter((target) => folderOf(target) !== folder && !allowed.includes(folderOf(target) ?? target))
        .map((target) => `${file} -> ${target}`)
    )
  })
  expect(strays).toEqual([])
})

test('routes ask the domain, not the tables', () => {
  const direct = shipped
    .filter((file) => file.startsWith('app/routes/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('db/schema/'))
        .map((target) => `${file} -> ${target}`),
    )
  expect(direct).toEqual([])
})

test('folders are crossed by the name of the folder, and stayed in by a relative one', () => {
  const wrong = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return [...source.matchAll(/from '(\.\.?\/[^']+)'/g)]
      .map((match) => match[1]!)
      .filter((name) => !name.includes('+types/'))
      .map((name) => relative(root, join(root, dirname(file), name)))
      .filter((target) => folderOf(target) !== folderOf(file))
      .map((target) => `${file} -> ${target}`)
  })
  expect(wrong).toEqual([])
})

test('no folder is named for what is left over, and no file only passes on', () => {
  const leftovers = files.filter((file) => /\/(utils|helpers|services|managers|lib|misc)\//.test(file))
  const barrels = files.filter((file) => /\/index\.tsx?$/.test(file) && file !== 'app/linter/index.ts')
  expect([...leftovers, ...barrels]).toEqual([])
})

test('the linter could be published as it stands: it imports nothing from outside its folder', () => {
  const outside = shipped
    .filter((file) => file.startsWith('app/linter/'))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      return [...source.matchAll(/from '([^.'][^']*)'/g)].map((match) => `${file} -> ${match[1]}`)
    })
  expect(outside).toEqual([])
})
