import { expect, test } from 'vitest'
import { classifyHeading } from './classify-heading.ts'

test.each([
  ['Timeline', 'timeline'],
  ['Timeline (all times UTC) 01/16/2024 - 02/28/2024. All times approximate', 'timeline'],
  ['3. Sequence of events', 'timeline'],
  ['Key events', 'timeline'],
  ['Follow-up timeline', 'timeline'],
  ['Root Cause', 'causes'],
  ['Root cause and resolution', 'causes'],
  ['Contributing factors (findings)', 'causes'],
  ['Why wasn’t this caught before it reached customers?', 'causes'],
  [':mag_right: Five whys', 'causes'],
  ['What allowed this to happen?', 'causes'],
  ['Action items', 'changes'],
  ['Corrective and Preventative Measures:', 'changes'],
  ['What we are doing about it', 'changes'],
  ['Follow-up tasks', 'changes'],
  ['Technical improvements', 'changes'],
  ['Root cause remediations', 'changes'],
  ['Lessons learnt', 'lessons'],
  ['What did we learn?', 'lessons'],
  ['Lessons Learned and Future Improvements', 'lessons'],
  ['Open questions', 'questions'],
  ['Acknowledgements', 'thanks'],
  ['TL;DR:', 'prose'],
  ['Executive summary', 'prose'],
  ['How users were affected', 'prose'],
  ['What went well?', 'prose'],
  ["What didn't go so well", 'prose'],
  ['Where we got lucky', 'prose'],
  ['Resolution and recovery', 'prose'],
])('"%s" is a section of %s', (heading, kind) => {
  expect(classifyHeading(heading)?.kind).toBe(kind)
})

test.each([
  ['Summary', 'in-short'],
  ['Impact on customers', 'who-felt-it'],
  ['Things that went well', 'what-held'],
  ['Detection', null],
])('"%s" stands for the template section %s', (heading, key) => {
  expect(classifyHeading(heading)).toMatchObject({ key })
})

test.each([
  'Website not reachable from the north',
  'Debug the receiver so that alerts say why they are late',
  '',
  '2024-03-01',
])('"%s" names no section', (heading) => {
  expect(classifyHeading(heading)).toBeNull()
})
