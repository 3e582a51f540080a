import { rotatedCertificate } from './postmortems/01-rotated-certificate.ts'
import { clockChangeNight } from './postmortems/02-clock-change-night.ts'
import { yesterdaysPassengers } from './postmortems/03-yesterdays-passengers.ts'
import { retriesAfterTheSale } from './postmortems/04-retries-after-the-sale.ts'
import { tokenInALog } from './postmortems/05-token-in-a-log.ts'
import { frozenWind } from './postmortems/06-frozen-wind.ts'
import { stormFallback } from './postmortems/07-storm-fallback.ts'
import { sixHoursBehind } from './postmortems/08-six-hours-behind.ts'
import { crewIdsAsDates } from './postmortems/09-crew-ids-as-dates.ts'
import { textsSentTwice } from './postmortems/10-texts-sent-twice.ts'
import { threeOfNineHundred } from './postmortems/11-three-of-nine-hundred.ts'
import { guardWithoutADoor } from './postmortems/12-guard-without-a-door.ts'
import { searchSoldTomorrow } from './postmortems/13-search-sold-tomorrow.ts'
import type { SamplePostmortem } from './sample-postmortem.ts'

/** Skerry Line's post-mortems by number: twelve published, and one draft to try the language notes on. */
export const sampleLibrary: SamplePostmortem[] = [
  rotatedCertificate,
  clockChangeNight,
  yesterdaysPassengers,
  retriesAfterTheSale,
  tokenInALog,
  frozenWind,
  stormFallback,
  sixHoursBehind,
  crewIdsAsDates,
  textsSentTwice,
  threeOfNineHundred,
  guardWithoutADoor,
  searchSoldTomorrow,
]
