/** What people and sign-in need to know of the process's settings; the whole `Environment` fits. */
export interface PeopleSettings {
  HOST: string
  PUBLIC_URL?: string
  DATA_DIR: string
  SMTP_URL?: string
  MAIL_FROM: string
  TRUST_PROXY: boolean
  SECRET?: string
}
