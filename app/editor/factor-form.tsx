import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import type { Cause } from '#app/document/items.ts'
import type { AskFormProps } from './ask-form.tsx'
import { tick } from './item-acts.ts'
import { PickList } from './pick-list.tsx'
import { offered, optionPick } from './picks.tsx'

/** What the settings page of the factors answers; `made` is the id of the new one. */
interface Answer {
  made?: string
  answer: { message?: string; problems: Record<string, string[]> } | null
}

/**
 * The factors of a cause. Whoever may change the organisation's list adds to it from here: what is typed and not found is
 * posted as in the settings, and chosen.
 */
export function FactorForm({ host, view, id, attributes }: AskFormProps & { attributes: Record<string, unknown> }) {
  const fetcher = useFetcher<Answer>()
  const [chosen, setChosen] = useState((attributes as unknown as Cause).factors)
  const [typed, setTyped] = useState('')
  const choose = (factors: string[], factor: string) => {
    setChosen(factors)
    tick(view, id, 'factors', factor, factors.includes(factor))
  }
  const made = fetcher.data?.made
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that was made
  useEffect(() => {
    if (made === undefined || host.options.factors.some((factor) => factor.id === made)) return
    host.options = { ...host.options, factors: [...host.options.factors, { id: made, name: typed }] }
    choose([...chosen, made], made)
  }, [made])
  const refused = fetcher.data?.answer
  return (
    <>
      <PickList
        label="Choose as many as fit"
        several
        picks={offered(host.options.factors, chosen).map(optionPick)}
        chosen={chosen}
        onChange={choose}
        create={
          host.options.mayAddFactors
            ? {
                label: (name) => (fetcher.state === 'idle' ? `Add “${name}” to our factors` : null),
                run(name) {
                  setTyped(name)
                  fetcher.submit({ act: 'add', name }, { method: 'post', action: '/settings/terms/factors' })
                },
              }
            : undefined
        }
      />
      {refused && (
        <p role="alert" className="px-2 pt-1 text-sm text-danger">
          {Object.values(refused.problems).flat()[0] ?? refused.message}
        </p>
      )}
    </>
  )
}
