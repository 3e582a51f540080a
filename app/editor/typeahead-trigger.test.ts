import { expect, test } from 'vitest'
import { triggerBefore } from './typeahead-trigger.ts'

test.each([
  ['', '/', 'command', '/'],
  ['We looked ', '/', 'command', '/'],
  ['', '@', 'mention', '@'],
  ['asked by (', '@', 'mention', '@'],
  ['[', '[', 'postmortem', '[['],
  ['as in [', '[', 'postmortem', '[['],
  ['PM', '-', 'postmortem', 'PM-'],
  ['see PM', '-', 'postmortem', 'PM-'],
])('after “%s” the sign %s opens the list of a %s', (before, typed, kind, sign) => {
  expect(triggerBefore(before, typed)).toEqual({ kind, sign })
})

test.each([
  ['and', '/', 'a choice between two words'],
  ['https:/', '/', 'an address'],
  ['/var', '/', 'a path'],
  ['ines', '@', 'a mail address'],
  ['[[', '[', 'a third bracket'],
  ['RPM', '-', 'another word'],
  ['pm', '-', 'the afternoon'],
  ['at 2 ', '-', 'a dash'],
  ['', 'a', 'a letter'],
])('after “%s” the sign %s is %s', (before, typed) => {
  expect(triggerBefore(before, typed)).toBeNull()
})
