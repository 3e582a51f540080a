import { Form } from 'react-router'
import {
  type HouseWordList,
  type HouseWords,
  houseWordLimits,
  houseWordLists,
  listNames,
} from '#app/catalogue/house-words.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { FormAnswer } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { HouseWordExample } from './house-word-example.tsx'
import { explainedLists } from './house-word-lists.ts'
import { HouseWordsText } from './house-words-text.tsx'
import type { LanguageAnswer } from './language-form.server.ts'
import { useOpenedWith } from './use-opened-with.ts'

/** The four lists, typed one entry a line, each with what it is for and what it changes. */
export function HouseWordsForm({
  words,
  revision,
  answered,
  pending,
}: {
  words: HouseWords
  revision: number
  answered: LanguageAnswer | null
  pending: boolean
}) {
  const { answer, isChangedMeanwhile = false } = answered ?? {}
  return (
    <section aria-labelledby="words-heading">
      <SectionHeading id="words-heading">House words</SectionHeading>
      <p className="mb-5 max-w-prose text-ink-2">
        Your people, teams and services are known by their names. One entry in a line, in singular, in capitals or not;
        up to {houseWordLimits.entries} entries of {houseWordLimits.longest} characters in each list.
      </p>
      <Form method="post" noValidate preventScrollReset>
        <input type="hidden" name="act" value="words" />
        <input type="hidden" name="revision" value={useOpenedWith(revision, isChangedMeanwhile)} />
        <div className="grid gap-x-6 sm:grid-cols-2">
          {houseWordLists.map((list) => (
            <WordList key={list} list={list} typed={answer?.typed[list] ?? words[list].join('\n')} answer={answer} />
          ))}
        </div>
        <Button type="submit" variant="primary" pending={pending}>
          Save the words
        </Button>
      </Form>
      {answer && isChangedMeanwhile && (
        <div className="mt-6 rounded-xl border border-line bg-surface px-5 py-4">
          <HouseWordsText words={words} title="Not saved yet: what stands now" />
        </div>
      )}
    </section>
  )
}

function WordList({ list, typed, answer }: { list: HouseWordList; typed: string; answer?: FormAnswer | null }) {
  return (
    <TextArea
      name={list}
      label={listNames[list]}
      hint={
        <>
          {explainedLists[list].about}
          <HouseWordExample list={explainedLists[list]} />
        </>
      }
      rows={5}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={typed}
      problems={answer?.problems[list]}
      // Fields side by side share their rows, so that a problem under one moves no other.
      className="mb-6 sm:row-span-4 sm:grid sm:grid-rows-subgrid [&>textarea]:min-h-28"
    />
  )
}
