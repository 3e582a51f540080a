import { expect, test } from 'vitest'
import { addressProblem } from './address-problem.ts'

test('a server that is reached from elsewhere without PUBLIC_URL says so before a form is filled in', () => {
  const said = addressProblem({}, new Request('http://192.168.1.5:3000/setup'))
  expect(said).toContain('PUBLIC_URL=http://192.168.1.5:3000')
})

test('on this machine, or with PUBLIC_URL, there is nothing to say', () => {
  expect(addressProblem({}, new Request('http://localhost:3000/setup'))).toBeNull()
  expect(addressProblem({ PUBLIC_URL: 'https://candor.example' }, new Request('http://10.0.0.4:3000/'))).toBeNull()
})
