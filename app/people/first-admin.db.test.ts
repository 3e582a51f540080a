import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { people } from '#db/schema/people.ts'
import { test } from '#tests/database.ts'
import { person } from '#tests/factories.ts'
import { viewerById } from './auth.server.ts'
import { accountExists, createFirstAdmin } from './first-admin.server.ts'
import { keptInFolder } from './kept-in-folder.server.ts'
import { forgetSetupCode, isSetupCode, setupCode, setupNeedsCode } from './setup-code.server.ts'

const ines = { name: 'Ines Okafor', email: 'ines@skerry.example', password: 'four quiet harbour lamps' }
const nothing = async () => {}
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the first account is an admin, made together with what belongs to it', async ({ db }) => {
  expect(await accountExists(db)).toBe(false)
  let founder = ''
  const made = await createFirstAdmin(db, ines, async (tx, id) => {
    founder = (await viewerById(tx, id))!.name
  })
  expect(await viewerById(db, made.ok ? made.id : '')).toMatchObject({ role: 'admin', email: ines.email })
  expect(founder).toBe('Ines Okafor')
  expect(await accountExists(db)).toBe(true)
})

test('two setups at the same moment make one first admin', async ({ db }) => {
  const two = await Promise.all([
    createFirstAdmin(db, ines, nothing),
    createFirstAdmin(db, { ...ines, email: 'other@skerry.example' }, nothing),
  ])
  expect(two.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(two).toContainEqual({ ok: false, reason: 'already-set-up' })
  expect(await db.$count(people)).toBe(1)
})

test('an account without its organisation is no account: both or nothing', async ({ db }) => {
  const failing = createFirstAdmin(db, ines, async () => {
    throw new Error('the disk is full')
  })
  await expect(failing).rejects.toThrow('the disk is full')
  expect(await accountExists(db)).toBe(false)
  expect(await db.$count(people)).toBe(0)
})

test('people of the sample, who cannot sign in, do not end setup', async ({ db }) => {
  await person(db)
  expect(await accountExists(db)).toBe(false)
})

describe('the setup code', () => {
  test.for([
    [{ HOST: '127.0.0.1' }, false],
    [{ HOST: 'localhost' }, false],
    [{ HOST: '::1' }, false],
    [{ HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:3000' }, false],
    [{ HOST: '0.0.0.0' }, true],
    [{ HOST: '::' }, true],
    [{ HOST: '192.168.1.10' }, true],
    [{ HOST: '127.0.0.1', PUBLIC_URL: 'https://candor.example' }, true],
    [{ HOST: '127.0.0.1', TRUST_PROXY: true }, true],
  ] as const)('with %o is asked for: %s', ([given, asked]) => {
    expect(setupNeedsCode({ TRUST_PROXY: false, ...given })).toBe(asked)
  })

  test('behind a proxy that the settings do not name it is asked for', () => {
    const through = (headers: Record<string, string>) => new Request('http://localhost:3000/setup', { headers })
    const settings = { TRUST_PROXY: false, HOST: '127.0.0.1', PUBLIC_URL: undefined }
    expect(setupNeedsCode(settings, through({}))).toBe(false)
    expect(setupNeedsCode(settings, through({ 'X-Forwarded-For': '203.0.113.7' }))).toBe(true)
    expect(setupNeedsCode(settings, through({ 'X-Real-IP': '203.0.113.7' }))).toBe(true)
  })

  test('is the same after a restart, known to the owner of the folder only, and another after it was used', () => {
    const settings = { DATA_DIR: join(folder, 'new', 'data') }
    const code = setupCode(settings)
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
    expect(setupCode(settings)).toBe(code)
    expect(statSync(join(settings.DATA_DIR, 'setup-code')).mode & 0o777).toBe(0o600)
    forgetSetupCode(settings)
    expect(setupCode(settings)).not.toBe(code)
  })

  test('is taken as people type it, and nothing else is', () => {
    const settings = { DATA_DIR: folder }
    const code = setupCode(settings)
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code} `]) {
      expect(isSetupCode(settings, typed)).toBe(true)
    }
    for (const typed of ['', code.slice(0, -1), `${code}2`, 'AAAA-AAAA-AAAA']) {
      expect(isSetupCode(settings, typed)).toBe(false)
    }
  })

  test('is made anew where a full disk left an empty file', () => {
    writeFileSync(join(folder, 'setup-code'), '')
    expect(setupCode({ DATA_DIR: folder })).toHaveLength(14)
  })
})

test('a secret that is kept is never made twice', () => {
  const first = keptInFolder(folder, 'secret', () => 'one')
  const second = keptInFolder(folder, 'secret', () => 'two')
  expect([first, second]).toEqual(['one', 'one'])
})
