import type { TemplateRefusal } from '#app/catalogue/template-outcome.ts'

/** What is said after an act on a template, or why it could not be done. */
export const templateActWords = {
  done: {
    retire: 'The template is retired. Post-mortems that have it keep it; it is not offered any more.',
    'bring-back': 'The template is offered again.',
    restore: 'The older sections are the newest version now. Nothing between was lost.',
  },
  refused: {
    'not-allowed': 'Templates are changed by admins.',
    'no-such-template': 'There is no such template.',
    'name-taken': 'Another template has this name by now. Rename that one first.',
    'changed-meanwhile': 'Someone has saved this template meanwhile. Here it is as it stands; try again if need be.',
    'not-now': 'The template has changed meanwhile. Here it is as it stands.',
    'is-default': 'This is the template that is offered first. Choose another one for that, on the page of templates.',
    'is-last': 'This is the only template in use. Make another one first.',
  } satisfies Record<TemplateRefusal, string>,
}
