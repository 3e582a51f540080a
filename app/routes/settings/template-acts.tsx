import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'

/** Retiring a template, or bringing it back; it is never deleted. */
export function TemplateActs({ here, retired }: { here: string; retired: boolean }) {
  return (
    <>
      <SectionHeading>{retired ? 'Retired' : 'Not needed any more?'}</SectionHeading>
      <p className="mb-3 max-w-prose text-ink-2">
        {retired
          ? 'Post-mortems that have it keep it. It can be offered again at any time.'
          : 'A retired template is not offered any more. Post-mortems that have it keep it, with all versions.'}
      </p>
      <Form method="post" action={here} preventScrollReset>
        <Button type="submit" name="act" value={retired ? 'bring-back' : 'retire'}>
          {retired ? 'Bring it back' : 'Retire the template'}
        </Button>
      </Form>
    </>
  )
}
