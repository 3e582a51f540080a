import { expect } from '@playwright/test'
import { expected } from './expected-answers.ts'
import { dataOf, isSignIn, strangers, test } from './guarded-world.ts'

/** A page without what differs at every request: the nonce of its scripts. */
const withoutNonce = ({ status, body }: { status: number; body: string }) =>
  `${status} ${body.replaceAll(/nonce(=|\\?":\\?)"[^"]*"/g, 'nonce')}`

for (const stranger of strangers) {
  test(`${stranger}, not invited, gets the same answer as for what is not there`, async ({ world }) => {
    const { guarded, visitors, adaId } = world
    const visitor = visitors[stranger]
    const titles = Object.values(guarded).map(({ title }) => title)
    const namesNone = (body: string) => titles.filter((title) => body.includes(title))
    for (const { address, reading } of Object.values(expected)) {
      if (reading === 'open') continue
      for (const [why, { reference, fileId }] of Object.entries(guarded)) {
        const at = (pm: string, person: string, file: string) =>
          address.replace('PM', pm).replace('PERSON', person).replace('FILE', file)
        for (const form of [(path: string) => path, dataOf]) {
          const path = form(at(reference, adaId, fileId))
          const answer = await visitor.ask(path)
          const label = `${stranger} asks for ${path} (${why})`
          expect(namesNone(answer.body), label).toEqual([])
          if (stranger === 'nobody') expect(isSignIn(answer), label).toBe(true)
          else if (reading === 'own' || (reading === 'admins' && stranger === 'admin'))
            expect(answer.status, label).toBe(200)
          else if (reading === 'takeOver' && stranger === 'admin') expect(answer.body, label).toContain(reference)
          else {
            expect(answer.status, label).toBe(404)
            const missing = await visitor.ask(form(at('PM-99999', 'nobody-here', 'nobody-here')))
            expect(withoutNonce(answer), label).toBe(withoutNonce(missing))
          }
        }
        if (!/PM|FILE/.test(address)) break
      }
    }
  })

  test(`${stranger}, not invited, changes nothing of it by our own forms`, async ({ world }) => {
    const { guarded, visitors, ada, adaId } = world
    for (const { address, reading, form } of Object.values(expected)) {
      if (!form || (reading !== 'guarded' && reading !== 'takeOver' && reading !== 'admins')) continue
      if (reading === 'admins' && stranger === 'admin') continue
      for (const { reference, fileId } of Object.values(guarded)) {
        const path = address.replace('PM', reference).replace('PERSON', adaId).replace('FILE', fileId)
        const fields = Object.fromEntries(
          Object.entries(form).map(([name, value]) => [name, value.replace('FILE', fileId)]),
        )
        const answer = await visitors[stranger].post(path, fields)
        if (stranger === 'nobody') expect(isSignIn(answer), path).toBe(true)
        else expect(answer.status, path).toBe(404)
      }
    }
    const { body } = await ada.ask(`/postmortems/${guarded.restricted.reference}/access`)
    expect(body).toMatch(/<input[^>]*name="restricted"[^>]*checked/)
  })
}

test('whoever reads what is published finds no history of its draft', async ({ world }) => {
  const { member } = world.visitors
  const at = '/postmortems/PM-1'
  expect((await member.ask(at)).status).toBe(200)
  for (const path of [`${at}/history`, `${at}/history/compare`, `${at}/history/any`, `${at}/history/any/document`]) {
    for (const target of [path, dataOf(path)]) expect((await member.ask(target)).status, target).toBe(404)
  }
})

test('lists, searches, counts and the palette name nothing that is not shared', async ({ world }) => {
  const { guarded, visitors } = world
  const titles = Object.values(guarded).map(({ title }) => title)
  const states = ['draft', 'in_review', 'published', 'archived', 'not_required', 'trash']
  for (const visitor of [visitors.member, visitors.admin]) {
    const asked = [
      ...states.map((state) => `/postmortems?state=${state}`),
      ...Object.values(guarded).map(({ reference }) => `/postmortems?q=${reference}`),
      ...titles.flatMap((title) => {
        const words = encodeURIComponent(title)
        return [
          `/library?q=${words}`,
          `/library?q=${words}&show=postmortems`,
          `/find?q=${words}`,
          `/postmortems?q=${words}`,
        ]
      }),
    ]
    for (const path of asked) {
      // A page repeats what was searched for, so what is looked for is a link to it.
      const { status, body } = await visitor.ask(path)
      expect(status, path).toBe(200)
      for (const { reference } of Object.values(guarded)) expect(body, path).not.toMatch(new RegExp(`/${reference}\\b`))
    }
    const drafts = await visitor.ask('/postmortems?state=draft')
    expect(drafts.body).not.toContain(guarded.draft.title)
  }
})
