/** What a person reads in a mail: plain text, the link on a line of its own, and how long it holds. */
interface Words {
  subject: string
  text: string
}

export function invitationMail(organisation: string, invitedBy: string, link: string): Words {
  return {
    subject: `An invitation to ${organisation} on Candor`,
    text: lines(
      `${invitedBy} invites you to ${organisation} on Candor, where its post-mortems are written and kept.`,
      link,
      'The link works once, within seven days. If it comes unexpectedly, leave it: nothing happens without it.',
    ),
  }
}

export function resetPasswordMail(link: string): Words {
  return {
    subject: 'A new password for Candor',
    text: lines(
      'Someone asked for a new password for this address. With this link you choose one:',
      link,
      'It works once, within an hour, and ends every session that is open. If it was not you, leave it: your password stays as it is.',
    ),
  }
}

export function magicLinkMail(link: string): Words {
  return {
    subject: 'Your link to sign in to Candor',
    text: lines(
      'This link signs you in:',
      link,
      'It works once, within 15 minutes. If you did not ask for it, leave it: nobody gets in without it.',
    ),
  }
}

export function changeEmailMail(link: string): Words {
  return {
    subject: 'Is this your address for Candor?',
    text: lines(
      'Someone wants to sign in to Candor with this address from now on. If it was you, confirm it here:',
      link,
      'The link works once, within an hour. If it was not you, leave it: nothing changes.',
    ),
  }
}

export function emailChangedMail(newEmail: string): Words {
  return {
    subject: 'Your address for Candor was changed',
    text: lines(
      `From now on you sign in to Candor as ${newEmail}, and no longer with this address.`,
      'If it was not you, ask an admin of your organisation to look at your account today.',
    ),
  }
}

function lines(...paragraphs: string[]): string {
  return `${paragraphs.join('\n\n')}\n`
}
